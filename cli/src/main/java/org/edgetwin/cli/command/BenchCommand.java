package org.edgetwin.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.edgetwin.cli.bench.BenchReport;
import org.edgetwin.cli.bench.BenchSuite;
import org.edgetwin.cli.terminal.Json;
import org.edgetwin.cli.terminal.Terminal;
import org.edgetwin.scenarios.ScenarioLoader;
import org.edgetwin.scenarios.ScenarioRuns;
import org.edgetwin.sim.experiment.RunFactory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast the program is on this machine. */
@Command(
    name = "bench",
    description = {
      "Measure the speed of the program on this machine, beside what it is compared with.",
      "",
      "The exit code is 1 if a figure misses its limit. Ratios are measured in turns within one"
          + " process; on a busy machine trust them, not the times."
    })
public final class BenchCommand implements Callable<Integer> {
  /** Set by the start script: the folder of the program. */
  private static final String HOME_PROPERTY = "edgetwin.home";

  private final Terminal terminal;

  @Option(
      names = "--quick",
      description = "A tenth of the sizes and fewer turns: seconds instead of minutes.")
  private boolean quick;

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description =
          "Scenario to measure under each pool scheduler. Default: the shipped philly.yaml.")
  private @Nullable Path scenario;

  @Mixin private JsonOption output;

  public BenchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    RunFactory runs = runs();
    BenchSuite suite = quick ? BenchSuite.quick(runs) : BenchSuite.full(runs);
    BenchReport report = suite.run(terminal::note);
    if (output.json) {
      terminal.result(Json.text(report.json()));
    } else {
      report.lines().forEach(terminal::result);
    }
    return report.allMet() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
  }

  private @Nullable RunFactory runs() {
    Path file = scenario == null ? shipped() : scenario;
    if (scenario == null && !Files.exists(file)) {
      terminal.note(file + " is not there, so no scenario is measured. Maybe --scenario FILE.");
      return null;
    }
    return ScenarioRuns.open(ScenarioLoader.load(file, List.of()).orThrow());
  }

  private static Path shipped() {
    return Path.of(System.getProperty(HOME_PROPERTY, ""), "scenarios", "philly.yaml");
  }
}
