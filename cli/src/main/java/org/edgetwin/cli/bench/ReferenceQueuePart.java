package org.edgetwin.cli.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.edgetwin.cli.bench.BenchTable.Bar;
import org.edgetwin.cli.bench.BenchTable.Column;
import org.edgetwin.cli.bench.BenchTable.Row;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.workload.ReferenceWorkload;

/** The reference workload W1 through the engine, a bare loop, and SSJ. */
final class ReferenceQueuePart implements BenchPart {
  private static final double LEAST_SHARE_OF_BARE_RATE = 0.4;
  private static final double LEAST_MILLIONS_PER_SECOND = 1;

  private final ReferenceWorkload.Answer exact;
  private final Turns turns;

  ReferenceQueuePart(ReferenceWorkload.Answer exact, Turns turns) {
    this.exact = exact;
    this.turns = turns;
  }

  @Override
  public BenchTable run(Consumer<String> progress) {
    progress.accept("workload W1, " + exact.jobs() + " jobs");
    List<QueueProgram> programs =
        List.of(new EngineQueue("fifo+first-fit"), new BareHeapQueue(), new SsjQueue());
    double[] rates = rates(programs);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < rates.length; i++) {
      rows.add(
          new Row(
              programs.get(i).title(),
              List.of(exact.jobs() / rates[i] / 1e3, rates[i], rates[0] / rates[i])));
    }
    return new BenchTable(
        "w1",
        "Workload W1 (M/M/64, "
            + exact.jobs()
            + " jobs), every mean response equal to the exact one.",
        List.of(
            new Column("ms", "ms", 1),
            new Column("million_jobs_per_s", "M jobs/s", 2),
            new Column("engine_times_rate", "engine is times as fast", 2)),
        rows,
        List.of(
            Bar.atLeast(
                LEAST_SHARE_OF_BARE_RATE, "of the bare loop's rate, W1", rates[0] / rates[1]),
            Bar.atLeast(LEAST_MILLIONS_PER_SECOND, "million W1 jobs per second", rates[0])));
  }

  private double[] rates(List<QueueProgram> programs) {
    List<JobSpec> jobs = ReferenceWorkload.w1(exact.jobs());
    List<Supplier<QueueProgram.Answer>> served = new ArrayList<>();
    List<Runnable> contenders = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      int contender = i;
      served.add(null);
      contenders.add(
          () ->
              served.set(
                  contender, programs.get(contender).serve(jobs, ReferenceWorkload.SERVERS)));
    }
    double[] seconds = turns.medianSeconds(contenders);
    for (int i = 0; i < programs.size(); i++) {
      check(programs.get(i), served.get(i).get());
    }
    return Arrays.stream(seconds).map(median -> exact.jobs() / median / 1e6).toArray();
  }

  private void check(QueueProgram program, QueueProgram.Answer answer) {
    if (!answer.agreesWith(
        new QueueProgram.Answer(exact.meanResponseSeconds(), exact.makespanSeconds()))) {
      throw new IllegalStateException(
          program.title() + " gives " + answer + ", exact is " + exact + ".");
    }
  }
}
