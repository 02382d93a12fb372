package org.edgetwin.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.edgetwin.cli.bench.BenchReport;
import org.edgetwin.cli.bench.BenchSuite;
import org.edgetwin.cli.bench.Setting;
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

  private static final String PHILLY = "philly.yaml";

  /** Of classes that were measured, so that all of the models have something to say. */
  private static final List<String> TWO_JOBS_ON_A_GPU =
      List.of(
          "name=philly-shared",
          "jobs[0].trace.reshape.gpu_share=50 %",
          "jobs[0].classes={resnet50-64: 30 %, resnet18-128: 15 %, transformer-64: 25 %, lm-40: 20 %,"
              + " cyclegan: 10 %}");

  private static final List<String> CONTENTION =
      List.of("contention=fitted", "host_contention=resources");

  private final Terminal terminal;

  @Option(
      names = "--quick",
      description = "A tenth of the sizes and fewer turns: seconds instead of minutes.")
  private boolean quick;

  @Option(
      names = "--settings",
      description =
          "Only all settings of the pool schedulers, with and without restarts that cost a minute,"
              + " over the whole Philly trace on both its fleets, each once.")
  private boolean settings;

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
    BenchReport report =
        (settings ? BenchSuite.settings(allSettings()) : suite()).run(terminal::note);
    if (output.json) {
      terminal.result(Json.text(report.json()));
    } else {
      report.lines().forEach(terminal::result);
    }
    return report.allMet() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
  }

  private BenchSuite suite() {
    RunFactory runs = runs();
    List<RunFactory> shared = runs == null || scenario != null ? List.of() : shared();
    return quick ? BenchSuite.quick(runs, shared) : BenchSuite.full(runs, shared);
  }

  private static List<Setting> allSettings() {
    List<Setting> all = new ArrayList<>();
    for (String file : List.of(PHILLY, "philly-recorded.yaml")) {
      RunFactory plain = open(file, List.of());
      BenchSuite.POOL_SCHEDULERS.forEach(
          name -> all.add(new Setting(plain.scenario() + " " + name, plain, name)));
      RunFactory restarts = open(file, List.of("jobs[0].recovery.restart=60 s"));
      BenchSuite.PREEMPTIVE_SCHEDULERS.forEach(
          name -> all.add(new Setting(plain.scenario() + " " + name + ", 60 s", restarts, name)));
    }
    return all;
  }

  private @Nullable RunFactory runs() {
    Path file = scenario == null ? shipped(PHILLY) : scenario;
    if (scenario == null && !Files.exists(file)) {
      terminal.note(file + " is not there, so no scenario is measured. Maybe --scenario FILE.");
      return null;
    }
    return ScenarioRuns.open(ScenarioLoader.load(file, List.of()).orThrow());
  }

  /** The shipped scenario with two jobs on a GPU, without and with contention. */
  private static List<RunFactory> shared() {
    List<String> two = new ArrayList<>(TWO_JOBS_ON_A_GPU);
    RunFactory off = open(PHILLY, two);
    two.addAll(CONTENTION);
    return List.of(off, open(PHILLY, two));
  }

  private static RunFactory open(String file, List<String> overrides) {
    return ScenarioRuns.open(ScenarioLoader.load(shipped(file), overrides).orThrow());
  }

  private static Path shipped(String file) {
    return Path.of(System.getProperty(HOME_PROPERTY, ""), "scenarios", file);
  }
}
