package org.edgetwin.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.edgetwin.cli.bench.BenchTable.Bar;
import org.edgetwin.cli.bench.BenchTable.Column;
import org.edgetwin.cli.bench.BenchTable.Row;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.metrics.RunResult;

/** Ten times the jobs on a fleet of 100,000 GPUs: time per job, and memory. */
final class ScalingPart implements BenchPart {
  private static final List<String> SCHEDULERS =
      List.of("fifo-fit-first+first-fit", "easy+consolidate");
  private static final int GPUS = 100_000;
  private static final int FACTOR = 10;

  /** One load that the fleet can do, and one under which the queue grows all the time. */
  private static final double[] LOAD_ARRAY = {0.9, 1.1};

  private static final double MOST_SECONDS = 60;
  private static final double MOST_MEGABYTES = 4000;
  private static final double MOST_GROWTH = 1.5;
  private static final double BYTES_PER_MEGABYTE = 1e6;

  private final int manyJobs;
  private final Turns turns;

  /**
   * @param manyJobs number of jobs in the larger runs
   */
  ScalingPart(int manyJobs, Turns turns) {
    this.manyJobs = manyJobs;
    this.turns = turns;
  }

  @Override
  public BenchTable run(Consumer<String> progress) {
    List<Row> rows = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    for (String scheduler : SCHEDULERS) {
      for (double load : LOAD_ARRAY) {
        Row few = measure(scheduler, load, manyJobs / FACTOR, progress);
        Row many = measure(scheduler, load, manyJobs, progress);
        rows.add(few);
        rows.add(many);
        addBars(bars, many, many.values().get(1) / few.values().get(1));
      }
    }
    return new BenchTable(
        "scaling",
        "Growth with the number of jobs, on 100,000 GPUs.",
        List.of(
            new Column("simulation_s", "simulation, s", 2),
            new Column("us_per_job", "us/job", 2),
            new Column("live_heap_mb", "live heap, MB", 0),
            new Column("mean_wait_s", "mean wait, s", 1)),
        rows,
        bars);
  }

  private static void addBars(List<Bar> bars, Row many, double growth) {
    bars.add(Bar.atMost(MOST_SECONDS, "seconds, " + many.name(), many.values().get(0)));
    bars.add(Bar.atMost(MOST_MEGABYTES, "MB of live heap, " + many.name(), many.values().get(2)));
    bars.add(
        Bar.atMost(
            MOST_GROWTH, "times the time per job of a tenth of the jobs, " + many.name(), growth));
  }

  private Row measure(String scheduler, double load, int count, Consumer<String> progress) {
    String name = String.format(Locale.ROOT, "%s, %,d jobs, load %.1f", scheduler, count, load);
    progress.accept(name);
    List<JobSpec> jobs = SyntheticJobs.first(count, GPUS, load);
    EngineQueue engine = new EngineQueue(scheduler);
    RunResult[] last = new RunResult[1];
    double seconds = turns.medianSeconds(List.of(() -> last[0] = engine.run(jobs, GPUS)))[0];
    double megabytes = liveMegabytes();
    double wait = last[0].jobs().stream().mapToDouble(job -> job.waitSeconds()).average().orElse(0);
    return new Row(name, List.of(seconds, seconds / count * 1e6, megabytes, wait));
  }

  private static double liveMegabytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / BYTES_PER_MEGABYTE;
  }
}
