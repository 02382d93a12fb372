package org.edgetwin.sim.policies.slurm;

import java.util.List;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.OrderingFactory;
import org.edgetwin.sim.scheduling.OrderingPolicy;
import org.edgetwin.sim.scheduling.PolicyDescription;
import org.edgetwin.sim.scheduling.PolicyDescription.Parameter;
import org.edgetwin.sim.scheduling.PolicyParameters;
import org.edgetwin.sim.scheduling.PolicyProvider;

/** Brings Slurm's scheduler. */
public final class SlurmPolicies implements PolicyProvider {
  private static final double DAY = 86_400;
  private static final double MOST = 1e9;

  private static final PolicyDescription DESCRIPTION =
      PolicyDescription.of(
              "slurm",
              "Priority of wait, gang, fair share and urgency; stops at the first job that does not"
                  + " fit; every half minute a backfill pass that delays nobody before.")
          .alias("slurm-backfill", "multifactor")
          .after("slurm")
          .knowing(DurationKnowledge.LIMIT)
          .with(
              new Parameter("age", "weight of the wait", 1000, 0, MOST),
              new Parameter("max_age", "wait that counts in full, s", 7 * DAY, 1, MOST),
              new Parameter("size", "weight of the gang, large first", 1000, 0, MOST),
              new Parameter("fairshare", "weight of the fair share", 10_000, 0, MOST),
              new Parameter("qos", "weight of the job's priority", 10_000, 0, MOST),
              new Parameter(
                  "fair_tree", "1: fair share by rank of users; 0: classic formula", 1, 0, 1),
              new Parameter("half_life", "in which usage fades by half, s", 7 * DAY, 1, 1e12),
              new Parameter(
                  "calc_period", "between two computations of priorities, s", 300, 1, MOST),
              new Parameter("bf_interval", "between two backfill passes, s", 30, 1, MOST),
              new Parameter("bf_window", "how far ahead backfill plans, s", DAY, 60, MOST),
              new Parameter("bf_resolution", "to which ends of jobs are rounded up, s", 60, 0, DAY),
              new Parameter("bf_max_job_test", "jobs tested in a pass", 500, 1, 1e6));

  @Override
  public List<OrderingFactory> orderings() {
    return List.of(OrderingFactory.of(DESCRIPTION, (parameters, streams) -> ordering(parameters)));
  }

  private static OrderingPolicy ordering(PolicyParameters parameters) {
    FairShare fairShare =
        new FairShare(parameters.get("half_life"), parameters.get("fair_tree") >= 0.5);
    PriorityWeights weights =
        new PriorityWeights(
            parameters.get("age"),
            parameters.get("max_age"),
            parameters.get("size"),
            parameters.get("fairshare"),
            parameters.get("qos"));
    return new SlurmBackfill(
        Knowledge.of(parameters.durations()),
        new SlurmBackfill.BackfillLoop(
            parameters.get("bf_interval"),
            parameters.get("bf_window"),
            parameters.get("bf_resolution"),
            (int) parameters.get("bf_max_job_test")),
        fairShare,
        new PendingJobs(weights, parameters.get("calc_period"), fairShare));
  }
}
