package org.edgetwin.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.edgetwin.cli.terminal.Json;
import org.edgetwin.cli.terminal.Terminal;
import org.edgetwin.cli.terminal.TextTable;
import org.edgetwin.gpu.MeasuredGpu;
import org.edgetwin.gpu.sharing.GavelPairs;
import org.edgetwin.gpu.sharing.JobKind;
import org.edgetwin.gpu.sharing.JobPair;
import org.edgetwin.gpu.sharing.KeptSpeed;
import org.edgetwin.gpu.sharing.MeasuredPair;
import org.edgetwin.gpu.sharing.PairPosterior;
import org.edgetwin.gpu.sharing.PairStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says which pairs of jobs to measure on a shared GPU. */
@Command(
    name = "probes",
    description = {
      "Say which pairs of jobs on one GPU to measure next, for jobs that nobody has measured yet.",
      "",
      "A few pairs tell most about a new family of jobs. The forecasts beside them rest on Gavel's"
          + " pairs and on what you have measured so far."
    })
public final class ProbesCommand implements Callable<Integer> {
  private static final Pattern MEASURED =
      Pattern.compile("(?<a>[^+=]+)\\+(?<b>[^+=]+)=(?<keptA>[0-9.]+)/(?<keptB>[0-9.]+)");
  private static final Pattern BATCH = Pattern.compile("(?<family>.+)-(?<batch>[1-9][0-9]{0,8})");

  private final Terminal terminal;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "JOB",
      arity = "1..*",
      description =
          "New jobs as FAMILY-BATCH, such as my-net-16 my-net-64: jobs of one family are alike.")
  private List<String> jobs = new ArrayList<>();

  @Option(
      names = "--gpu",
      paramLabel = "GPU",
      defaultValue = "v100",
      description = "Where they run: k80, p100 or v100. Default: ${DEFAULT-VALUE}.")
  @SuppressWarnings("NullAway.Init") // picocli sets it: it has a default.
  private String gpu;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "4",
      description = "How many pairs. Default: ${DEFAULT-VALUE}.")
  private int count;

  @Option(
      names = "--measured",
      paramLabel = "A+B=KEPT/KEPT",
      description =
          "What A and B kept of the speed that each has alone, such as"
              + " my-net-16+resnet50-64=0.71/0.55; 0/0 if they did not fit. May be given many"
              + " times.")
  private List<String> measured = new ArrayList<>();

  @Mixin private JsonOption output;

  public ProbesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<JobKind> newJobs = jobs.stream().map(ProbesCommand::kind).toList();
    PairStudy study;
    List<JobPair> probes;
    try {
      study =
          new PairStudy(
              measuredGpu(), newJobs, measured.stream().map(m -> measured(m, newJobs)).toList());
      probes = study.probes(count);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
    PairPosterior posterior = study.posterior();
    if (output.json) {
      terminal.result(Json.text(tree(study, probes, posterior)));
    } else {
      lines(probes, posterior).forEach(terminal::result);
    }
    return ExitCode.DONE;
  }

  private static JobKind kind(String id) {
    Matcher matcher = BATCH.matcher(id);
    return matcher.matches()
        ? JobKind.of(id, matcher.group("family"), Integer.parseInt(matcher.group("batch")))
        : JobKind.of(id, id, 1);
  }

  private MeasuredGpu measuredGpu() {
    return Stream.of(MeasuredGpu.values())
        .filter(known -> known.column().equals(gpu.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "No pairs were measured on the GPU \""
                        + gpu
                        + "\". Maybe one of "
                        + Arrays.stream(MeasuredGpu.values())
                            .map(MeasuredGpu::column)
                            .collect(Collectors.joining(", "))
                        + " is near to it."));
  }

  private MeasuredPair measured(String text, List<JobKind> newJobs) {
    Matcher matcher = MEASURED.matcher(text);
    if (!matcher.matches()) {
      throw wrong(
          "The measured pair \""
              + text
              + "\" is not written as A+B=KEPT/KEPT. Maybe my-net-16+resnet50-64=0.71/0.55.");
    }
    return new MeasuredPair(
        new JobPair(known(matcher.group("a"), newJobs), known(matcher.group("b"), newJobs)),
        kept(matcher.group("keptA"), text),
        kept(matcher.group("keptB"), text),
        false);
  }

  private double kept(String number, String text) {
    try {
      return Double.parseDouble(number);
    } catch (NumberFormatException e) {
      throw wrong(
          "The measured pair \"" + text + "\" has " + number + ", which is no number. Maybe 0.71.");
    }
  }

  private JobKind known(String id, List<JobKind> newJobs) {
    return Stream.concat(newJobs.stream(), GavelPairs.kinds().stream())
        .filter(job -> job.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "The job \""
                        + id
                        + "\" of a measured pair is neither new nor known. Maybe name it among the"
                        + " jobs, or take one of "
                        + GavelPairs.kinds().stream()
                            .map(JobKind::id)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static List<String> lines(List<JobPair> probes, PairPosterior posterior) {
    TextTable table =
        new TextTable().number("").text("Measure").number("First keeps").number("Second keeps");
    for (int i = 0; i < probes.size(); i++) {
      JobPair pair = probes.get(i);
      table.row(
          Integer.toString(i + 1),
          pair.toString(),
          forecast(posterior.kept(pair.a(), pair.b())),
          forecast(posterior.kept(pair.b(), pair.a())));
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.add(
        "Forecasts of the share of its own speed that a job keeps, ± a standard deviation. Give"
            + " what you measure with --measured.");
    return lines;
  }

  private static String forecast(KeptSpeed kept) {
    return String.format(Locale.ROOT, "%.2f ± %.2f", kept.median(), kept.deviation());
  }

  private ObjectNode tree(PairStudy study, List<JobPair> probes, PairPosterior posterior) {
    ObjectNode root = Json.object();
    root.put("gpu", study.gpu().model().id());
    addAll(root.putArray("probes"), probes, posterior);
    addAll(root.putArray("forecasts"), study.pairs(), posterior);
    return root;
  }

  private static void addAll(ArrayNode list, List<JobPair> pairs, PairPosterior posterior) {
    for (JobPair pair : pairs) {
      ObjectNode node = list.addObject();
      node.put("a", pair.a().id());
      node.put("b", pair.b().id());
      KeptSpeed a = posterior.kept(pair.a(), pair.b());
      KeptSpeed b = posterior.kept(pair.b(), pair.a());
      node.set("kept_a", Json.number(a.median()));
      node.set("kept_b", Json.number(b.median()));
      node.set("log_sd_a", Json.number(a.logDeviation()));
      node.set("log_sd_b", Json.number(b.logDeviation()));
    }
  }
}
