package org.edgetwin.cli.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.edgetwin.cli.bench.BenchTable.Bar;
import org.edgetwin.cli.bench.BenchTable.Column;
import org.edgetwin.cli.bench.BenchTable.Row;
import org.edgetwin.sim.experiment.PreparedRun;

/**
 * Whole traces under all settings, one after the other on one thread, each once and without warming
 * up: what a comparison of schedulers costs from a cold start. Time of the simulations alone.
 */
final class SettingsPart implements BenchPart {
  private static final double MOST_SECONDS = 12;
  private static final double NANOS_PER_SECOND = 1e9;

  private final List<Setting> settings;

  SettingsPart(List<Setting> settings) {
    this.settings = settings;
  }

  @Override
  public BenchTable run(Consumer<String> progress) {
    List<Row> rows = new ArrayList<>();
    double wallSum = 0;
    double cpuSum = 0;
    double jobSum = 0;
    for (Setting setting : settings) {
      progress.accept("setting " + setting.name());
      PreparedRun prepared = setting.runs().create(setting.scheduler(), 1);
      int[] jobs = new int[1];
      double cpu = cpuSeconds();
      double wall =
          Turns.seconds(() -> jobs[0] = prepared.simulation().run().result().jobs().size());
      cpu = cpuSeconds() - cpu;
      rows.add(new Row(setting.name(), List.of(wall, cpu, (double) jobs[0])));
      wallSum += wall;
      cpuSum += cpu;
      jobSum += jobs[0];
    }
    rows.add(new Row("all", List.of(wallSum, cpuSum, jobSum)));
    return new BenchTable(
        "settings",
        "All settings of the pool schedulers, each once, one after the other.",
        List.of(
            new Column("simulation_s", "simulation, s", 3),
            new Column("cpu_s", "processor, s", 3),
            new Column("jobs", "jobs", 0)),
        rows,
        List.of(Bar.atMost(MOST_SECONDS, "processor seconds of all settings together", cpuSum)));
  }

  private static double cpuSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS_PER_SECOND;
  }
}
