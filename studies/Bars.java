import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prints what {@code studies/duet-v1.sh judge} found as tables. Argument: the folder with its JSON files. */
public final class Bars {
  /** Orderings that reserve for a blocked job, or take GPUs back. */
  private static final Pattern RESERVES_OR_PREEMPTS = Pattern.compile("(easy|conservative|las|srtf|srsf)\\b.*");

  private static final Pattern FILE = Pattern.compile(".*@studies/duet-v1/(.+)/seed-\\d+/.*");

  private Bars() {}

  /** Ratios of the policy to a baseline, or means of them over baselines that are seeds of one training. */
  private record Row(String name, int seeds, double ratio, double low, double high, double iqm, double sums,
      double worst, double slowdown, double slowdownHigh, double p95, double gap, double gapLow, double gapHigh) {
    static Row of(JsonNode node) {
      JsonNode slowdown = node.get("bounded_slowdown_ratio");
      JsonNode gap = node.get("gap_share");
      return new Row(node.get("baseline").textValue(), 1, value(node, "mean_ratio"), bound(node.get("mean_ratio"), 0),
          bound(node.get("mean_ratio"), 1), value(node, "interquartile_mean_ratio"), value(node, "ratio_of_sums"),
          node.get("worst_ratio").doubleValue(), value(node, "bounded_slowdown_ratio"), bound(slowdown, 1),
          value(node, "p95_ratio"), value(node, "gap_share"), bound(gap, 0), bound(gap, 1));
    }

    static Row mean(String name, List<Row> rows) {
      return new Row(name, rows.size(), mean(rows, Row::ratio), mean(rows, Row::low), mean(rows, Row::high),
          mean(rows, Row::iqm), mean(rows, Row::sums), rows.stream().mapToDouble(Row::worst).max().orElseThrow(),
          mean(rows, Row::slowdown), mean(rows, Row::slowdownHigh), mean(rows, Row::p95), mean(rows, Row::gap),
          mean(rows, Row::gapLow), mean(rows, Row::gapHigh));
    }

    private static double mean(List<Row> rows, java.util.function.ToDoubleFunction<Row> figure) {
      return rows.stream().mapToDouble(figure).average().orElseThrow();
    }

    private static double value(JsonNode node, String name) {
      return node.get(name).path("value").asDouble(Double.NaN);
    }

    private static double bound(JsonNode estimate, int index) {
      return estimate.path("ci95").path(index).asDouble(Double.NaN);
    }

    String placement() {
      return name.substring(name.lastIndexOf('+') + 1);
    }

    boolean learnsMachines() {
      return placement().matches("wait-(mean|shrinkage|rwgp)");
    }

    boolean isPlain() {
      return !RESERVES_OR_PREEMPTS.matcher(name).matches() && !placement().startsWith("wait");
    }

    boolean isUntuned() {
      return name.contains("+");
    }

    String line() {
      return String.format(Locale.ROOT, "| %s | %d | %.3f | %.3f to %.3f | %.3f | %.3f | %.2f | %.3f | %.3f | %.0f %% |",
          name, seeds, ratio, low, high, iqm, sums, worst, slowdown, p95, 100 * gap);
    }
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    System.out.println("# Results of the study of duet-v1\n\nPrinted by `studies/duet-v1.sh tables` from `judged/*.json`;"
        + " [rl-results.md](../../docs/rl-results.md) says what they mean.\n");
    bars(folder);
    for (String name : List.of("controls", "drawn", "quarter", "grid", "np", "large", "vc", "share", "shared")) {
      if (Files.exists(folder.resolve(name + ".json"))) {
        table(folder, name);
      }
    }
  }

  private static void bars(Path folder) throws IOException {
    System.out.println("## Bars\n");
    System.out.println("| bar | against | gain | lower 95 % bound | bounded slowdown (upper bound) |\n|---|---|---|---|---|");
    if (Files.exists(folder.resolve("grid.json"))) {
      List<Row> grid = rows(folder, "grid").stream().filter(Row::isUntuned).toList();
      bar("A", best(grid, Row::isPlain));
      bar("B", best(grid, row -> !row.learnsMachines()));
      bar("C", best(grid, row -> true));
      Row same = best(grid, row -> true);
      System.out.printf(Locale.ROOT, "| E | gap from %s | %.0f %% | %.0f %% | |%n", same.name(), 100 * same.gap(), 100 * same.gapLow());
    }
    if (Files.exists(folder.resolve("controls.json"))) {
      for (Row group : groups(rows(folder, "controls"))) {
        if (group.name().contains("rule") || group.name().equals("tuned-wait")) {
          bar("D", group);
        }
      }
    }
    for (String[] other : new String[][] {{"F", "np"}, {"G", "large"}, {"H", "share"}, {"H", "shared"}}) {
      if (Files.exists(folder.resolve(other[1] + ".json"))) {
        bar(other[0], best(rows(folder, other[1]).stream().filter(Row::isUntuned).toList(), row -> true));
      }
    }
    System.out.println();
  }

  private static void bar(String name, Row row) {
    System.out.printf(Locale.ROOT, "| %s | %s | %.1f %% | %.1f %% | %.3f (%.3f) |%n", name, row.name(),
        100 * (1 - row.ratio()), 100 * (1 - row.high()), row.slowdown(), row.slowdownHigh());
  }

  private static Row best(List<Row> rows, Predicate<Row> kind) {
    return rows.stream().filter(kind).max(Comparator.comparingDouble(Row::ratio)).orElseThrow();
  }

  private static void table(Path folder, String name) throws IOException {
    JsonNode evaluation = read(folder, name);
    System.out.printf(Locale.ROOT, "## %s: %s, %d trainings, %s%n%n", name, evaluation.get("policy").textValue(),
        evaluation.get("seeds").intValue(), evaluation.get("test_set").textValue());
    System.out.println("| against | seeds | mean ratio | 95 % | IQM | sums | worst | slowdown | p95 | gap closed |"
        + "\n|---|---|---|---|---|---|---|---|---|---|");
    groups(rows(folder, name)).forEach(row -> System.out.println(row.line()));
    System.out.println();
  }

  /** Seeds of one training become one row. */
  private static List<Row> groups(List<Row> rows) {
    Map<String, List<Row>> byGroup = new TreeMap<>();
    for (Row row : rows) {
      Matcher file = FILE.matcher(row.name());
      byGroup.computeIfAbsent(file.matches() ? training(row, file) : row.name(), key -> new ArrayList<>()).add(row);
    }
    return byGroup.entrySet().stream().map(group -> Row.mean(group.getKey(), group.getValue()))
        .sorted(Comparator.comparingDouble(row -> -row.ratio())).toList();
  }

  /** The rule that networks started from is not the networks. */
  private static String training(Row row, Matcher file) {
    boolean rule = row.name().startsWith("tuned-wait@") && !file.group(1).contains("rule");
    return rule ? file.group(1) + ", its rule" : file.group(1);
  }

  private static List<Row> rows(Path folder, String name) throws IOException {
    List<Row> rows = new ArrayList<>();
    read(folder, name).get("baselines").forEach(node -> rows.add(Row.of(node)));
    return rows;
  }

  private static JsonNode read(Path folder, String name) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(name + ".json").toFile());
  }
}
