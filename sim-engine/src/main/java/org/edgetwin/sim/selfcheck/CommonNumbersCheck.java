package org.edgetwin.sim.selfcheck;

import java.util.List;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.workload.ListWorkload;

/**
 * What common random numbers are worth when two schedulers are compared: the variance of the
 * difference of their mean JCT with independent jobs, over that with common ones. The interval is
 * that of an F test.
 */
record CommonNumbersCheck(String first, String second) implements Check {
  private static final int PAIRS = 40;
  private static final int JOBS = 15_000;

  /** Offered load about 0.8 on 16 GPUs. */
  private static final double MEAN_GAP = 0.29;

  @Override
  public List<String> cells() {
    return List.of("variance ratio, " + first + " and " + second);
  }

  @Override
  public List<CheckResult> run(String row, Mode mode, long seed) {
    double[] ofFirst = new double[PAIRS];
    double[] ofSecond = new double[PAIRS];
    double[] difference = new double[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      Streams common = new Streams(seed, i + 1).scoped("selfcheck/" + row);
      List<JobSpec> jobs = GangJobs.draw(mode.scaled(JOBS), MEAN_GAP, Recovery.DEFAULT, common);
      ofFirst[i] = meanJct(first, jobs, common);
      ofSecond[i] = meanJct(second, jobs, common);
      difference[i] = ofFirst[i] - ofSecond[i];
    }
    Variance variance = new Variance();
    double ratio =
        (variance.evaluate(ofFirst) + variance.evaluate(ofSecond)) / variance.evaluate(difference);
    double factor =
        new FDistribution(null, PAIRS - 1, PAIRS - 1)
            .inverseCumulativeProbability(ControlledMean.CONFIDENCE);
    double low = ratio / factor;
    double high = ratio * factor;
    return List.of(
        new CheckResult(
            row,
            cells().get(0),
            Relation.ABOVE,
            1,
            ratio,
            low,
            high,
            50 * (high - low),
            CheckResult.verdict(Relation.ABOVE.holds(1, ratio, low, high)),
            false));
  }

  private static double meanJct(String policy, List<JobSpec> jobs, Streams streams) {
    return Machines.simulation(
            Machines.pool(16),
            new ListWorkload(jobs),
            streams,
            Machines.scheduler(policy, streams.scoped("policy")))
        .run()
        .result()
        .jobs()
        .stream()
        .mapToDouble(JobRecord::jctSeconds)
        .average()
        .orElseThrow();
  }
}
