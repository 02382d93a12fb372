package org.edgetwin.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.edgetwin.cli.evaluate.EvaluationRequest;
import org.edgetwin.cli.evaluate.EvaluationWork;
import org.edgetwin.cli.evaluate.PolicyName;
import org.edgetwin.cli.output.OutputPlace;
import org.edgetwin.cli.simulate.Interruption;
import org.edgetwin.cli.terminal.Json;
import org.edgetwin.cli.terminal.RunProgress;
import org.edgetwin.cli.terminal.Terminal;
import org.edgetwin.cli.terminal.TextTable;
import org.edgetwin.reports.folder.EvaluationJson;
import org.edgetwin.reports.folder.LearningFolder;
import org.edgetwin.reports.learning.BaselineComparison;
import org.edgetwin.reports.learning.Evaluation;
import org.edgetwin.reports.learning.IntervalEstimate;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.issue.Issues;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges trained policies. */
@Command(
    name = "evaluate",
    description = {
      "Judge a trained policy beside rules on the same windows of a scenario.",
      "",
      "Several files are taken for trainings of one policy with different seeds. Ratios are paired by"
          + " window; intervals are of 95 %%, resampled over trainings and windows."
    })
public final class EvaluateCommand implements Callable<Integer> {
  private static final String USUAL_BASELINES =
      "fifo-fit-first+fastest-gpu,sjf(durations=noisy)+fastest-gpu,"
          + "ssf(durations=noisy)+fastest-gpu,sjf(durations=noisy)+wait,ssf(durations=noisy)+wait,"
          + "srtf(durations=noisy)+fastest-gpu,srsf(durations=noisy)+fastest-gpu,"
          + "srsf(durations=noisy)+wait,srsf(durations=noisy,hysteresis=0.9)+wait,"
          + "sjf(durations=noisy)+wait-rwgp,srsf(durations=noisy)+wait-rwgp,"
          + "srsf(durations=noisy,hysteresis=0.9)+wait-rwgp,tuned-wait";

  /** Reads a policy to judge. */
  static final class PolicyConverter implements ITypeConverter<PolicyName> {
    @Override
    public PolicyName convert(String text) {
      return PolicyName.parse(text);
    }
  }

  private final Terminal terminal;
  private final Interruption interruption;

  @Parameters(
      paramLabel = "POLICY",
      arity = "1..*",
      converter = PolicyConverter.class,
      description =
          "Policy files of dual-agent, one for each training seed; of another scheduler as"
              + " NAME@FILE, such as flat-agent@runs/dqn/policy.json; or the name of one that"
              + " ships, such as dual-agent.")
  private List<PolicyName> policies = new ArrayList<>();

  @Option(
      names = "--scenario",
      required = true,
      paramLabel = "FILE",
      description = "Scenario whose replications are the windows.")
  @SuppressWarnings("NullAway.Init") // picocli sets it: it is required.
  private Path scenario;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Change a value of the scenario. May be given many times.")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--variant",
      paramLabel = "PATH=VALUE",
      description =
          "Judge under this change too, such as jobs[0].trace.windows.load=0.7; one stratum of"
              + " windows for each. May be given many times.")
  private List<String> variants = new ArrayList<>();

  @Option(
      names = "--baselines",
      paramLabel = "A,B,...",
      converter = SchedulerNames.Converter.class,
      description =
          "Rules to compare with. Default: orderings with and without waiting, preemption"
              + " and beliefs, and tuned-wait.")
  private @Nullable SchedulerNames baselines;

  @Option(
      names = "--floor",
      paramLabel = "A",
      defaultValue = "fifo-fit-first+fastest-gpu",
      description = "Rule that scores 0. Default: ${DEFAULT-VALUE}.")
  @SuppressWarnings("NullAway.Init") // picocli sets it: it has a default.
  private String floor;

  @Option(
      names = "--clairvoyant",
      paramLabel = "A",
      defaultValue = "srsf(hysteresis=0.7)+wait-oracle(durations=oracle)",
      description = "Rule that scores 1, for it knows the truth. Default: ${DEFAULT-VALUE}.")
  @SuppressWarnings("NullAway.Init") // picocli sets it: it has a default.
  private String clairvoyant;

  @Option(
      names = "--replications",
      paramLabel = "N",
      defaultValue = "60",
      description = "Windows of each variant. Default: ${DEFAULT-VALUE}.")
  private int replications;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Runs at a time; results do not depend on it. Default: one per core.")
  private @Nullable Integer threads;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder for the page. Default: that of the first policy; runs/evaluate-NAME for one that"
              + " ships.")
  private @Nullable Path out;

  @Mixin private JsonOption output;

  public EvaluateCommand(Terminal terminal, Interruption interruption) {
    this.terminal = terminal;
    this.interruption = interruption;
  }

  @Override
  public Integer call() {
    check();
    Path folder = out == null ? folderOf(policies.get(0)) : out;
    OutputPlace.requirePossible(folder);
    EvaluationRequest request =
        new EvaluationRequest(
            policies,
            scenario,
            overrides,
            variants,
            baselines == null ? usualBaselines() : baselines.names(),
            floor,
            clairvoyant,
            replications);
    EvaluationWork.Judgement judgement;
    try (RunProgress progress = RunProgress.on(terminal)) {
      int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
      judgement = new EvaluationWork(request).execute(count, progress, interruption.arm());
    }
    Evaluation evaluation = judgement.evaluation();
    if (!judgement.complete() && output.json) {
      terminal.note(evaluation.notes().get(0));
    }
    LearningFolder.writeEvaluation(folder, evaluation);
    if (output.json) {
      terminal.result(Json.text(EvaluationJson.tree(evaluation)));
    } else {
      lines(evaluation).forEach(terminal::result);
      terminal.result("Page: " + folder.resolve(LearningFolder.EVALUATION));
    }
    return judgement.complete() ? ExitCode.DONE : ExitCode.INTERRUPTED;
  }

  private static Path folderOf(PolicyName policy) {
    return policy.file() == null
        ? Path.of("runs", "evaluate-" + policy.scheduler())
        : policy.file().toAbsolutePath().getParent();
  }

  private static List<String> usualBaselines() {
    return new SchedulerNames.Converter().convert(USUAL_BASELINES).names();
  }

  private void check() {
    Issues issues = new Issues();
    for (PolicyName policy : policies) {
      if (!policy.scheduler().equals(policies.get(0).scheduler())) {
        issues.add(
            new Issue(
                "POLICY",
                0,
                "",
                policy.toString(),
                "This is another scheduler than that of the first file.",
                "Maybe evaluate one after the other, or name it among the --baselines."));
      }
      if (policy.file() != null && !Files.isRegularFile(policy.file())) {
        issues.add(
            new Issue(
                policy.file().toString(),
                0,
                "",
                "",
                "There is no such policy file.",
                "Maybe runs/train-NAME/policy.json, after edgetwin train."));
      }
    }
    PositiveNumber.require("--replications", replications, issues);
    PositiveNumber.require("--threads", threads, issues);
    issues.throwIfAny();
  }

  private static List<String> lines(Evaluation evaluation) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s on %s: mean completion time %,.0f s.",
            evaluation.policy(),
            evaluation.testSet(),
            evaluation.meanCost()));
    TextTable table =
        new TextTable()
            .text("Against")
            .number("Mean ratio")
            .number("95 % interval")
            .number("IQM")
            .number("Sums")
            .number("Worst")
            .number("Slowdown")
            .number("p95")
            .number("Better in");
    for (BaselineComparison baseline : evaluation.baselines()) {
      table.row(
          baseline.baseline(),
          ratio(baseline.meanRatio()),
          interval(baseline.meanRatio()),
          ratio(baseline.interquartileMeanRatio()),
          ratio(baseline.ratioOfSums()),
          ratio(baseline.worstRatio()),
          ratio(baseline.boundedSlowdownRatio()),
          ratio(baseline.p95Ratio()),
          String.format(Locale.ROOT, "%.0f %%", 100 * baseline.improvementProbability().value()));
    }
    lines.addAll(table.lines());
    if (evaluation.gap() != null && !Double.isNaN(evaluation.gap().share().value())) {
      lines.add(
          String.format(
              Locale.ROOT,
              "Share of the gap from %s to %s: %.0f %%.",
              evaluation.gap().rule(),
              evaluation.gap().clairvoyant(),
              100 * evaluation.gap().share().value()));
    }
    lines.addAll(evaluation.notes());
    return lines;
  }

  private static String ratio(IntervalEstimate estimate) {
    return ratio(estimate.value());
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String interval(IntervalEstimate estimate) {
    return estimate.ci95() == null
        ? "-"
        : String.format(Locale.ROOT, "%.3f-%.3f", estimate.ci95().low(), estimate.ci95().high());
  }
}
