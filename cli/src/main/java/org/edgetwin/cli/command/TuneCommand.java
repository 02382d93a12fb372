package org.edgetwin.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.edgetwin.cli.output.OutputPlace;
import org.edgetwin.cli.output.TuningLines;
import org.edgetwin.cli.simulate.Interruption;
import org.edgetwin.cli.terminal.Json;
import org.edgetwin.cli.terminal.RunProgress;
import org.edgetwin.cli.terminal.Terminal;
import org.edgetwin.cli.tune.TuningRequest;
import org.edgetwin.cli.tune.TuningRequest.Span;
import org.edgetwin.cli.tune.TuningWork;
import org.edgetwin.reports.folder.TuningFolder;
import org.edgetwin.reports.tuning.Tuning;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.issue.Issues;
import org.edgetwin.sim.metrics.Metric;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Searches the parameters of a scheduler. */
@Command(
    name = "tune",
    description = {
      "Search the parameters of a scheduler on one part of a scenario, and judge them on a later.",
      "",
      "Parameters that the name gives a value keep it. The parts are shares of the time in which jobs"
          + " are submitted; both start on an empty cluster. What counts is the comparison with the"
          + " defaults on the later part, which the search has not seen."
    })
public final class TuneCommand implements Callable<Integer> {
  private static final Pattern SPAN =
      Pattern.compile("(\\d+\\.?\\d*)\\s*%?\\s*-\\s*(\\d+\\.?\\d*)\\s*%");
  private static final double PERCENT = 100;

  private final Terminal terminal;
  private final Interruption interruption;
  @Mixin private ScenarioOptions scenario;

  @Option(
      names = "--scheduler",
      required = true,
      paramLabel = "NAME",
      description = "Scheduler whose parameters to search.")
  @SuppressWarnings("NullAway.Init") // picocli sets it: it is required.
  private String scheduler;

  @Option(
      names = "--train",
      paramLabel = "A-B%",
      defaultValue = "0-60%",
      description = "Part to search on. Default: 0-60%%.")
  @SuppressWarnings("NullAway.Init") // picocli sets it: it has a default.
  private String train;

  @Option(
      names = "--test",
      paramLabel = "A-B%",
      defaultValue = "60-100%",
      description = "Later part to judge on. Default: 60-100%%.")
  @SuppressWarnings("NullAway.Init") // picocli sets it: it has a default.
  private String test;

  @Option(
      names = "--metric",
      paramLabel = "METRIC",
      defaultValue = "jct_mean_s",
      description = "What to improve. Default: ${DEFAULT-VALUE}.")
  @SuppressWarnings("NullAway.Init") // picocli sets it: it has a default.
  private String metric;

  @Option(
      names = "--budget",
      paramLabel = "N",
      defaultValue = "300",
      description = "Most runs of the search. Default: ${DEFAULT-VALUE}.")
  private int budget;

  @Option(
      names = "--replications",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "Most replications of a setting on the training part, and those of the judgement. Default:"
              + " ${DEFAULT-VALUE}.")
  private int replications;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Runs at a time; results do not depend on it. Default: one per core.")
  private @Nullable Integer threads;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the page. Default: runs/tune-SCHEDULER.")
  private @Nullable Path out;

  @Mixin private JsonOption output;

  public TuneCommand(Terminal terminal, Interruption interruption) {
    this.terminal = terminal;
    this.interruption = interruption;
  }

  @Override
  public Integer call() {
    TuningRequest request = request();
    Path folder =
        out == null
            ? Path.of("runs", "tune-" + scheduler.replaceAll("[^A-Za-z0-9._+-]+", "-"))
            : out;
    OutputPlace.requirePossible(folder);
    Tuning tuning;
    try (RunProgress progress = RunProgress.on(terminal)) {
      int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
      tuning = new TuningWork(request, command()).execute(count, progress, interruption.arm());
    }
    TuningFolder.write(folder, tuning);
    if (output.json) {
      terminal.result(Json.text(TuningFolder.tree(tuning)));
    } else {
      TuningLines.of(tuning).forEach(terminal::result);
      terminal.result("");
      terminal.result("Page       " + folder.resolve(TuningFolder.PAGE));
      terminal.result("Reproduce  " + command());
    }
    return tuning.partial() ? ExitCode.INTERRUPTED : ExitCode.DONE;
  }

  private String command() {
    List<String> words = new ArrayList<>();
    words.add("./edgetwin tune " + scenario.file);
    words.add("--scheduler '" + scheduler + "'");
    scenario.allOverrides().forEach(override -> words.add("--set '" + override + "'"));
    words.add("--train " + train + " --test " + test);
    words.add("--metric " + metric + " --budget " + budget + " --replications " + replications);
    return String.join(" ", words);
  }

  private TuningRequest request() {
    Issues issues = new Issues();
    PositiveNumber.require("--budget", budget, issues);
    PositiveNumber.require("--replications", replications, issues);
    PositiveNumber.require("--threads", threads, issues);
    Span trainSpan = span("--train", train, "0-60%", issues);
    Span testSpan = span("--test", test, "60-100%", issues);
    if (trainSpan.to() > testSpan.from()) {
      issues.add(
          new Issue(
              "--test",
              0,
              "",
              test,
              "It begins before the training part (" + train + ") has ended.",
              "Maybe --train 0-60% --test 60-100%."));
    }
    Metric wanted =
        Metric.find(metric)
            .filter(found -> found.deterministic() && found.better() != Metric.Better.NEITHER)
            .orElse(null);
    if (wanted == null) {
      issues.add(
          new Issue(
              "--metric",
              0,
              "",
              metric,
              "There is no metric of that name with a better direction.",
              "Maybe jct_mean_s."));
      wanted = Metric.JCT_MEAN_S;
    }
    if (budget < 2 * replications) {
      issues.add(
          new Issue(
              "--budget",
              0,
              "",
              Integer.toString(budget),
              "The default alone takes " + replications + " runs, and another setting as many.",
              "Maybe 300, or fewer --replications."));
    }
    issues.throwIfAny();
    return new TuningRequest(
        scenario.file,
        scenario.allOverrides(),
        scheduler.strip(),
        trainSpan,
        testSpan,
        wanted,
        budget,
        replications);
  }

  private static Span span(String option, String text, String example, Issues issues) {
    Matcher matcher = SPAN.matcher(text.strip());
    double from = matcher.matches() ? Double.parseDouble(matcher.group(1)) / PERCENT : Double.NaN;
    double to = matcher.matches() ? Double.parseDouble(matcher.group(2)) / PERCENT : Double.NaN;
    if (!(from < to && to <= 1)) {
      issues.add(
          new Issue(
              option,
              0,
              "",
              text,
              "This is no part between 0 and 100 %.",
              "Maybe " + example + "."));
      return new Span(option.equals("--train") ? 0 : 1, option.equals("--train") ? 0 : 1);
    }
    return new Span(from, to);
  }
}
