package org.edgetwin.sim.policies.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.SpeedModel;
import org.edgetwin.gpu.Spread;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.engine.SmallCluster;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.metrics.Attempt;
import org.edgetwin.sim.metrics.RunResult;
import org.junit.jupiter.api.Test;

class GandivaFairTest {
  private static final double HORIZON = 24_000;
  private static final WorkloadClass SLOW = WorkloadClass.custom("slow", "s", 1, 0.5, 1);
  private static final WorkloadClass QUICK = WorkloadClass.custom("quick", "q", 1, 0.5, 1);

  /** The model x2 is 1.25 times as fast as x1 for one class and 5 times for the other. */
  private static final SpeedModel SPEEDS =
      new SpeedModel() {
        @Override
        public double speed(WorkloadClass workload, GpuModel gpu, int gpus, Spread spread) {
          return gpu.id().equals("x1.0") ? 1 : workload.id().equals("quick") ? 5 : 1.25;
        }

        @Override
        public boolean knows(WorkloadClass workload, GpuModel gpu) {
          return true;
        }

        @Override
        public String describe() {
          return "by class";
        }
      };

  private static SmallCluster jobs(
      SmallCluster cluster, int count, int gpus, WorkloadClass workload, String user, int tickets) {
    for (int i = 0; i < count; i++) {
      cluster.job(0, gpus, 1e6, workload, Users.terms(user, tickets), Recovery.DEFAULT);
    }
    return cluster;
  }

  /** GPU-seconds held by the jobs of a class. */
  private static double held(RunResult result, String workload) {
    return result.jobs().stream()
        .filter(job -> job.workload().equals(workload))
        .mapToDouble(job -> job.heldSeconds() * job.gpus())
        .sum();
  }

  /** Work done by the jobs of a class. */
  private static double work(RunResult result, String workload) {
    double sum = 0;
    for (Attempt attempt : result.attempts()) {
      if (result.jobs().get(attempt.job()).workload().equals(workload)) {
        boolean fast = result.usage().get(attempt.group()).gpuModel().id().equals("x2.0");
        sum +=
            (attempt.endTime() - attempt.startTime())
                * (fast ? workload.equals("quick") ? 5 : 1.25 : 1);
      }
    }
    return sum;
  }

  /** Tickets of 1 and 3 on eight equal GPUs, one user with gangs of four. */
  @Test
  void gpuTimeIsAsTickets() {
    SmallCluster cluster = new SmallCluster().node(1, 8).until(HORIZON);
    jobs(cluster, 10, 1, SLOW, "a", 1);
    jobs(cluster, 5, 4, QUICK, "b", 3);

    RunResult result = cluster.run("gandiva-fair");

    double all = 8 * HORIZON;
    assertThat(held(result, "slow") + held(result, "quick")).isCloseTo(all, within(0.01 * all));
    assertThat(held(result, "quick")).isCloseTo(0.75 * all, within(0.02 * all));
  }

  /** However many jobs a user has, within a user all have the same time. */
  @Test
  void jobsOfAUserTakeTurns() {
    SmallCluster cluster = new SmallCluster().node(1, 2).until(HORIZON);
    jobs(cluster, 6, 1, SLOW, "a", 0);
    jobs(cluster, 2, 1, QUICK, "b", 0);

    RunResult result = cluster.run("gandiva-fair");

    for (int i = 0; i < 8; i++) {
      assertThat(result.jobs().get(i).heldSeconds())
          .isCloseTo(HORIZON / (i < 6 ? 6 : 2), within(300.0));
    }
  }

  private static RunResult market(String scheduler) {
    SmallCluster cluster = new SmallCluster().node(1, 4).node(2, 4).with(SPEEDS).until(HORIZON);
    jobs(cluster, 12, 1, SLOW, "a", 0);
    jobs(cluster, 12, 1, QUICK, "b", 0);
    return cluster.run(scheduler);
  }

  /**
   * The claim of [gandivafair2020]: trading raises the work done, and nobody has less than their
   * fair share. Without trade both have two GPUs of each type: 4.5 and 12 a second. With a price of
   * 2.5 it is 5.5 and 14 ({@link TicketSharesTest}).
   */
  @Test
  void everybodyGainsByTrading() {
    RunResult fair = market("gandiva-fair(trade=0)");
    RunResult traded = market("gandiva-fair");

    assertThat(work(fair, "slow") / HORIZON).isCloseTo(4.5, within(0.05));
    assertThat(work(fair, "quick") / HORIZON).isCloseTo(12, within(0.1));
    assertThat(work(traded, "slow") / HORIZON).isCloseTo(5.5, within(0.05));
    assertThat(work(traded, "quick") / HORIZON).isCloseTo(14, within(0.1));
  }

  /** A gang as large as the machine gets its turn among many that are small. */
  @Test
  void aLargeGangIsNotStarved() {
    SmallCluster cluster = new SmallCluster().node(1, 4).until(HORIZON);
    jobs(cluster, 1, 4, QUICK, "b", 0);
    jobs(cluster, 9, 1, SLOW, "a", 0);

    RunResult result = cluster.run("gandiva-fair");

    assertThat(held(result, "quick")).isCloseTo(2 * HORIZON, within(0.03 * HORIZON));
  }

  /** A restart that is longer than a round leaves time to get on. */
  @Test
  void restartsDoNotEatTheRounds() {
    SmallCluster cluster = new SmallCluster().node(1, 1);
    for (int i = 0; i < 3; i++) {
      cluster.job(
          0, 1, 1000, SLOW, Users.terms("u" + i, 0), Recovery.DEFAULT.withRestartSeconds(62));
    }

    assertThat(cluster.run("gandiva-fair").jobs()).allMatch(job -> job.state() == JobState.DONE);
  }
}
