package org.edgetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.edgetwin.sim.metrics.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run}: the output contract, the run folder, what the options change. */
class RunTest {
  private static final String QUICKSTART = Invocation.QUICKSTART;

  @TempDir private Path folder;

  @Test
  void printsTheContractAndNothingElse() {
    Path out = folder.resolve("result");
    Invocation run = Invocation.of("run", QUICKSTART, "--out", out.toString(), "--json");
    assertThat(run.exitCode()).isZero();
    JsonNode root = run.json();
    assertThat(root.get("scenario").asText()).isEqualTo("quickstart");
    assertThat(root.get("scheduler").asText()).isEqualTo("fifo");
    assertThat(root.get("seed").isIntegralNumber()).isTrue();
    assertThat(root.get("replications").asInt()).isEqualTo(1);
    assertThat(Path.of(root.get("report").asText())).isEqualTo(out.resolve("report.html")).exists();
    assertThat(root.get("metrics").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Metric.values())
                .filter(metric -> !metric.optional())
                .map(Metric::key)
                .toList());
    for (JsonNode metric : root.get("metrics")) {
      assertThat(metric.get("mean").isNumber() || metric.get("mean").isNull()).isTrue();
      assertThat(metric.get("ci95").isNull()).as("one replication has no interval").isTrue();
      assertThat(metric.get("n").isIntegralNumber()).isTrue();
    }
    assertThat(run.out()).doesNotContain("NaN").doesNotContain("Infinity");
  }

  @Test
  void replicationsGiveIntervals() {
    JsonNode root =
        Invocation.of(
                "run",
                QUICKSTART,
                "--replications",
                "3",
                "--json",
                "--out",
                folder.resolve("a").toString())
            .json();
    JsonNode jct = root.at("/metrics/jct_mean_s");
    assertThat(root.get("replications").asInt()).isEqualTo(3);
    assertThat(jct.get("n").asInt()).isEqualTo(3);
    assertThat(jct.get("ci95").get(0).asDouble()).isLessThan(jct.get("mean").asDouble());
    assertThat(jct.get("ci95").get(1).asDouble()).isGreaterThan(jct.get("mean").asDouble());
  }

  @Test
  void leavesACompleteFolderAndNothingBesideIt() throws IOException {
    Invocation run =
        Invocation.of(
            "run", QUICKSTART, "--out", folder.resolve("r").toString(), "--trace", "--png");
    assertThat(run.exitCode()).isZero();
    assertThat(entries(folder)).containsExactly("r");
    assertThat(entries(folder.resolve("r")))
        .contains("report.html", "summary.json", "jobs.csv", "timeseries.csv")
        .contains("scenario.resolved.yaml", "timeline.json", "charts");
    assertThat(Files.readString(folder.resolve("r/scenario.resolved.yaml"))).contains("quickstart");
    assertThat(entries(folder.resolve("r/charts"))).allMatch(name -> name.endsWith(".png"));
  }

  @Test
  void tellsPeopleTheHeadlinesAndHowToReproduce() {
    Path out = folder.resolve("r");
    Invocation run =
        Invocation.of(
            "run",
            QUICKSTART,
            "--scheduler",
            "sjf+best-fit",
            "--seed",
            "11",
            "--set",
            "description=it's new",
            "--out",
            out.toString());
    assertThat(run.out())
        .startsWith("quickstart under sjf+best-fit (durations: oracle), seed 11, 1 replication")
        .containsPattern("mean completion time +[0-9].*no scheduler below")
        .contains("jobs finished")
        .contains(out.resolve("report.html").toString())
        .contains(
            "./edgetwin run "
                + QUICKSTART
                + " --scheduler sjf+best-fit --set 'description=it'\\''s new' --set seed=11");
    assertThat(run.err().lines())
        .containsExactly("edgetwin: reading " + QUICKSTART, "edgetwin: writing the report");
  }

  @Test
  void theReproducingCommandReproduces() throws IOException {
    Invocation first =
        Invocation.of(
            "run",
            QUICKSTART,
            "--scheduler",
            "random+random",
            "--seed",
            "3",
            "--out",
            folder.resolve("a").toString());
    String command =
        first.out().lines().filter(line -> line.startsWith("Reproduce")).findFirst().orElseThrow();
    List<String> words = new java.util.ArrayList<>(Arrays.asList(command.split(" +")));
    words = words.subList(2, words.size());
    words.addAll(List.of("--out", folder.resolve("b").toString()));
    Invocation.of(words.toArray(String[]::new));
    assertThat(folder.resolve("b/jobs.csv")).hasSameBinaryContentAs(folder.resolve("a/jobs.csv"));
  }

  @Test
  void overridesReachTheRun() {
    JsonNode few = json("jobs[0].until=1 h", "jobs[1].until=1 h");
    JsonNode many = json("seed=7", "seed=7");
    assertThat(few.at("/metrics/jobs_submitted/mean").asInt())
        .isLessThan(many.at("/metrics/jobs_submitted/mean").asInt());
  }

  private JsonNode json(String firstOverride, String secondOverride) {
    return Invocation.of(
            "run",
            QUICKSTART,
            "--set",
            firstOverride,
            "--set",
            secondOverride,
            "--json",
            "--out",
            folder.resolve(firstOverride.replaceAll("\\W", "")).toString())
        .json();
  }

  @Test
  void anEarlierRunIsReplacedOnlyOnRequest() throws IOException {
    String out = folder.resolve("r").toString();
    Invocation.of("run", QUICKSTART, "--out", out, "--trace");
    Invocation refused = Invocation.of("run", QUICKSTART, "--out", out);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--out = " + out).contains("not empty").contains("Maybe");
    assertThat(folder.resolve("r/timeline.json")).exists();
    Files.writeString(folder.resolve("r/notes.txt"), "mine");

    Invocation replaced = Invocation.of("run", QUICKSTART, "--out", out, "--overwrite");
    assertThat(replaced.exitCode()).isZero();
    assertThat(folder.resolve("r/timeline.json")).as("nothing of the old run stays").doesNotExist();
    assertThat(folder.resolve("r/notes.txt")).as("what is not of a run stays").exists();
    assertThat(entries(folder)).containsExactly("r");
  }

  @Test
  void aFolderThatHoldsNoRunIsNeverReplaced() throws IOException {
    Files.writeString(folder.resolve("thesis.tex"), "years of work");
    Invocation refused =
        Invocation.of("run", QUICKSTART, "--out", folder.toString(), "--overwrite");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("holds no run");
    assertThat(entries(folder)).containsExactly("thesis.tex");
  }

  @Test
  void reportIsRebuiltTheSame() throws IOException {
    Path out = folder.resolve("r");
    Invocation.of("run", QUICKSTART, "--out", out.toString());
    byte[] original = Files.readAllBytes(out.resolve("report.html"));
    Files.writeString(out.resolve("report.html"), "damaged");
    Invocation rebuilt = Invocation.of("report", out.toString());
    assertThat(rebuilt.exitCode()).isZero();
    assertThat(Files.readAllBytes(out.resolve("report.html"))).isEqualTo(original);
    JsonNode json = Invocation.of("report", out.toString(), "--json").json();
    assertThat(json.at("/metrics/jct_mean_s/mean").asDouble()).isPositive();
  }

  private static List<String> entries(Path folder) throws IOException {
    try (var paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
