package org.edgetwin.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.edgetwin.cli.bench.BenchTable.Bar;
import org.edgetwin.cli.bench.BenchTable.Column;
import org.edgetwin.cli.bench.BenchTable.Row;
import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.experiment.RunFactory;

/**
 * What contention costs: one scenario whose jobs share GPUs and machines, simulated with contention
 * off and on in turns.
 */
final class ContentionPart implements BenchPart {
  /** Of the time without contention. */
  private static final double MOST_TIMES = 2;

  private final RunFactory off;
  private final RunFactory on;
  private final List<String> schedulers;
  private final Turns turns;

  /**
   * @param off without contention
   * @param on the same with it
   */
  ContentionPart(RunFactory off, RunFactory on, List<String> schedulers, Turns turns) {
    this.off = off;
    this.on = on;
    this.schedulers = schedulers;
    this.turns = turns;
  }

  @Override
  public BenchTable run(Consumer<String> progress) {
    List<Row> rows = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    for (String scheduler : schedulers) {
      progress.accept("contention in " + on.scenario() + " under " + scheduler);
      double[] seconds =
          turns.medianSeconds(
              List.of(simulation(off.create(scheduler, 1)), simulation(on.create(scheduler, 1))));
      rows.add(new Row(scheduler, List.of(seconds[0], seconds[1], seconds[1] / seconds[0])));
      bars.add(
          Bar.atMost(
              MOST_TIMES,
              "times the simulation without contention, " + on.scenario() + " under " + scheduler,
              seconds[1] / seconds[0]));
    }
    return new BenchTable(
        "contention",
        "Scenario "
            + on.scenario()
            + " with two jobs on a GPU: time of one simulation without and with contention.",
        List.of(
            new Column("without_s", "without, s", 3),
            new Column("with_s", "with, s", 3),
            new Column("ratio", "times", 2)),
        rows,
        bars);
  }

  private static Runnable simulation(PreparedRun prepared) {
    return () -> prepared.simulation().run();
  }
}
