package org.edgetwin.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.edgetwin.cli.bench.BenchTable.Bar;
import org.edgetwin.cli.bench.BenchTable.Column;
import org.edgetwin.cli.bench.BenchTable.Row;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.experiment.RunFactory;
import org.edgetwin.sim.metrics.RunResult;

/** One scenario under several schedulers: time of the simulation alone, without files or report. */
final class ScenarioPart implements BenchPart {
  private static final double MOST_SECONDS = 1;
  private static final double MOST_SECONDS_FIFO = 0.3;

  private final RunFactory runs;
  private final List<String> schedulers;
  private final Turns turns;

  ScenarioPart(RunFactory runs, List<String> schedulers, Turns turns) {
    this.runs = runs;
    this.schedulers = schedulers;
    this.turns = turns;
  }

  @Override
  public BenchTable run(Consumer<String> progress) {
    List<Row> rows = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    for (String scheduler : schedulers) {
      progress.accept("scenario " + runs.scenario() + " under " + scheduler);
      PreparedRun prepared = runs.create(scheduler, 1);
      RunResult[] last = new RunResult[1];
      double seconds = turns.medianSeconds(List.of(() -> last[0] = simulate(prepared)))[0];
      rows.add(
          new Row(
              scheduler,
              List.of(
                  seconds,
                  (double) last[0].jobs().size(),
                  (double) last[0].events(),
                  last[0].events() / seconds / 1e6)));
      bars.add(
          Bar.atMost(
              scheduler.equals("fifo") ? MOST_SECONDS_FIFO : MOST_SECONDS,
              "seconds of simulation, " + runs.scenario() + " under " + scheduler,
              seconds));
    }
    return new BenchTable(
        "scenario",
        "Scenario " + runs.scenario() + ": time of one simulation.",
        List.of(
            new Column("simulation_s", "simulation, s", 3),
            new Column("jobs", "jobs", 0),
            new Column("events", "events", 0),
            new Column("million_events_per_s", "M events/s", 2)),
        rows,
        bars);
  }

  private static RunResult simulate(PreparedRun prepared) {
    Simulation simulation = prepared.simulation();
    return simulation.run().result();
  }
}
