package org.edgetwin.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.edgetwin.cli.output.SelfCheckJson;
import org.edgetwin.cli.output.SelfCheckLines;
import org.edgetwin.cli.terminal.Json;
import org.edgetwin.cli.terminal.Terminal;
import org.edgetwin.sim.selfcheck.CheckResult;
import org.edgetwin.sim.selfcheck.CheckRow;
import org.edgetwin.sim.selfcheck.Mode;
import org.edgetwin.sim.selfcheck.SelfCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Puts the engine to cases whose answer is known. */
@Command(
    name = "selfcheck",
    description = {
      "Check the engine against queueing theory, scheduling optima and operational identities.",
      "",
      "Each cell shows what theory says, what the engine gave, and its 99.9 %% interval. The exit code"
          + " is 1 if one fails."
    })
public final class SelfCheckCommand implements Callable<Integer> {
  /** A check holds up to some 150 MB. */
  private static final long BYTES_PER_THREAD = 200_000_000;

  private final Terminal terminal;
  @Spec private CommandSpec spec;

  @Option(
      names = "--quick",
      description = "The same rows with wider intervals: seconds instead of minutes.")
  private boolean quick;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + SelfCheck.DEFAULT_SEED,
      description = "Seed of all random numbers. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "How many checks run at a time; results do not depend on it. Default: one per core, as"
              + " far as the memory goes.")
  private @Nullable Integer threads;

  @Mixin private JsonOption output;

  public SelfCheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (threads != null && threads < 1) {
      throw new ParameterException(
          spec.commandLine(),
          "The number of threads (" + threads + ") is not positive. Maybe leave it out.");
    }
    Mode mode = quick ? Mode.QUICK : Mode.FULL;
    List<CheckRow> rows = SelfCheck.rows();
    Consumer<String> lines = output.json ? terminal.notes()::println : terminal::result;
    List<CheckResult> results =
        SelfCheck.run(mode, seed, threads(), new SelfCheckLines(rows, lines));
    lines.accept("");
    lines.accept(SelfCheckLines.conclusion(results));
    if (output.json) {
      terminal.result(Json.text(SelfCheckJson.tree(mode, seed, rows, results)));
    }
    return results.stream().allMatch(CheckResult::passed) ? ExitCode.DONE : ExitCode.CHECK_FAILED;
  }

  private int threads() {
    if (threads != null) {
      return threads;
    }
    long affordable = Math.max(1, Runtime.getRuntime().maxMemory() / BYTES_PER_THREAD);
    return (int) Math.min(Runtime.getRuntime().availableProcessors(), affordable);
  }
}
