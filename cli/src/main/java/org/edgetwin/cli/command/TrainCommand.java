package org.edgetwin.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.edgetwin.agents.study.StudyResult;
import org.edgetwin.cli.simulate.Interruption;
import org.edgetwin.cli.terminal.Json;
import org.edgetwin.cli.terminal.RunProgress;
import org.edgetwin.cli.terminal.Terminal;
import org.edgetwin.cli.train.TrainingWork;
import org.edgetwin.scenarios.issue.Issues;
import org.edgetwin.sim.experiment.Cancellation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a pair of agents. */
@Command(
    name = "train",
    description = {
      "Train an ordering and a placement agent in simulation.",
      "",
      "First a search finds a linear rule, then two networks learn to add to it. The folder gets the"
          + " policy, the rule, TensorBoard event files and a page of learning curves. A training"
          + " that was stopped goes on when the same command is given again."
    })
public final class TrainCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Interruption interruption;

  @Parameters(paramLabel = "FILE", description = "The training file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it: it is required.
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "Change a value of the training file, such as learning.updates=10. May be given many"
              + " times.")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the training, instead of the file's.")
  private @Nullable Long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for what comes of it. Default: runs/train-NAME.")
  private @Nullable Path out;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Episodes played at a time; results do not depend on it. Default: one per core.")
  private @Nullable Integer threads;

  @Mixin private JsonOption output;

  public TrainCommand(Terminal terminal, Interruption interruption) {
    this.terminal = terminal;
    this.interruption = interruption;
  }

  @Override
  public Integer call() throws IOException {
    Issues issues = new Issues();
    PositiveNumber.require("--threads", threads, issues);
    issues.throwIfAny();
    List<String> all = new ArrayList<>(overrides);
    if (seed != null) {
      all.add("seed=" + seed);
    }
    TrainingWork work = new TrainingWork(file, all, out);
    TrainingWork.Outcome outcome;
    try (RunProgress progress = RunProgress.on(terminal)) {
      Cancellation cancellation = interruption.arm();
      int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
      outcome = work.execute(count, progress, cancellation::isCancelled);
    }
    if (output.json) {
      terminal.result(Json.text(outcome.json()));
    } else {
      lines(outcome).forEach(terminal::result);
    }
    return outcome.result().finished() ? ExitCode.DONE : ExitCode.INTERRUPTED;
  }

  private static List<String> lines(TrainingWork.Outcome outcome) {
    StudyResult result = outcome.result();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Training of %s%s: %d updates, %,d decisions.",
            outcome.name(),
            result.finished() ? "" : " (stopped; the same command goes on)",
            result.updates(),
            result.decisions()));
    result.found().ifPresent(found -> lines.addAll(lines(outcome, found)));
    lines.add("Curves: " + outcome.curves());
    return lines;
  }

  private static List<String> lines(TrainingWork.Outcome outcome, StudyResult.Found found) {
    String remark = "";
    if (outcome.result().updates() == 0) {
      remark = "  (not trained)";
    } else if (found.fellBack()) {
      remark = "  (none was better than the rule, so the policy is the rule)";
    }
    return List.of(
        "On the validation episodes, mean completion time against shortest service first with the"
            + " same beliefs:",
        String.format(Locale.ROOT, "  rule      %+.1f %%", percent(found.ruleRatio())),
        String.format(Locale.ROOT, "  networks  %+.1f %%%s", percent(found.policyRatio()), remark),
        "Policy: " + outcome.policy(),
        "Rule:   " + outcome.rule());
  }

  private static double percent(double ratio) {
    return 100 * (ratio - 1);
  }
}
