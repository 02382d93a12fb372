package org.edgetwin.sim.selfcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.edgetwin.sim.distribution.Distributions.Constant;
import org.edgetwin.sim.distribution.Distributions.Exponential;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.kernel.Streams;

/**
 * The overhead of periodic checkpoints against their interval: the curve itself, and that its
 * minimum is where Young's formula [young1974] says.
 */
final class CheckpointRow {
  private static final double COST_SECONDS = 60;
  private static final double MTBF_SECONDS = 86_400;

  /** Young's optimum, sqrt(2 x cost x MTBF) = 3219.9 s. */
  private static final double OPTIMUM_SECONDS = Math.sqrt(2 * COST_SECONDS * MTBF_SECONDS);

  private static final double[] FACTORS = {0.25, 0.5, 1, 2, 4};

  /** Checkpoints in one job; half an interval follows the last. */
  private static final int CHECKPOINTS = 100;

  /** Jobs in one replication. */
  private static final int JOBS = 400;

  /** So far from the minimum, on either side, the overhead is less than 2.5 % above it. */
  private static final double FLAT_PERCENT = 20;

  private CheckpointRow() {}

  static List<CheckRow> rows() {
    List<Check> checks = new ArrayList<>();
    for (double factor : FACTORS) {
      double interval = factor * OPTIMUM_SECONDS;
      String cell = String.format(Locale.ROOT, "overhead at %.1f s", interval);
      checks.add(
          new ReplicatedCheck(
              cell,
              Target.at(0, cell, exactOverhead(interval)),
              (streams, mode) -> Observation.of(overhead(interval, mode.scaled(JOBS), streams))));
    }
    checks.add(minimum());
    return List.of(
        new CheckRow(
            "checkpoints, cost 60 s, MTBF 1 day",
            "overhead by renewal; minimum at sqrt(2 C M) = 3219.9 s (Young)",
            checks));
  }

  /**
   * Expected time over work, less 1. A segment of work and its checkpoint is tried until no failure
   * falls into it; half a segment without a checkpoint ends the job.
   */
  private static double exactOverhead(double interval) {
    double segment = MTBF_SECONDS * Math.expm1((interval + COST_SECONDS) / MTBF_SECONDS);
    double last = MTBF_SECONDS * Math.expm1(interval / 2 / MTBF_SECONDS);
    return (CHECKPOINTS * segment + last) / work(interval) - 1;
  }

  private static double work(double interval) {
    return (CHECKPOINTS + 0.5) * interval;
  }

  private static double overhead(double interval, int jobs, Streams streams) {
    double work = work(interval);
    Recovery recovery = new Recovery(0, interval, COST_SECONDS, true, Integer.MAX_VALUE);
    SerialWorkload workload = new SerialWorkload(jobs, work, recovery);
    Machines.simulation(
            FailureRows.failing(1, new Exponential(MTBF_SECONDS), new Constant(0)),
            workload,
            streams,
            Machines.scheduler("fifo", streams.scoped("policy")))
        .run();
    return workload.meanResponse() / work - 1;
  }

  private static Check minimum() {
    String name = "minimum of the fitted curve, flat within 20 %";
    return new ExactCheck(
        "checkpoints",
        List.of(new ExactCheck.Cell(name, Relation.EQUAL, OPTIMUM_SECONDS, FLAT_PERCENT)),
        (streams, mode) -> {
          double[] curve = fit(streams, mode);
          return new double[] {OPTIMUM_SECONDS * Math.sqrt(curve[2] / curve[1])};
        });
  }

  /** Coefficients of c0 + c1 x + c2 / x for the overhead at x times Young's interval. */
  private static double[] fit(Streams streams, Mode mode) {
    double[] overheads = new double[FACTORS.length];
    double[][] terms = new double[FACTORS.length][];
    for (int i = 0; i < FACTORS.length; i++) {
      // The same number of failures everywhere, so that each point is as exact as the others.
      int jobs = (int) (mode.scaled(10 * JOBS) / FACTORS[i]);
      overheads[i] = overhead(FACTORS[i] * OPTIMUM_SECONDS, jobs, streams.scoped("f" + i));
      terms[i] = new double[] {FACTORS[i], 1 / FACTORS[i]};
    }
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.newSampleData(overheads, terms);
    return regression.estimateRegressionParameters();
  }
}
