package org.edgetwin.sim.policies.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.sim.engine.SmallCluster;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class ThemisTest {
  private static final int GPUS = 8;

  /**
   * Two jobs of 1,000 s on one GPU. Whoever has waited for a lease has the worse rho: at 100 it is
   * (100 + 900) / 2000 against (100 + 1000) / 2000. So they take turns.
   */
  @Test
  void equalJobsTakeTurns() {
    RunResult result =
        new SmallCluster()
            .node(1, 1)
            .job(0, 1, 1000)
            .job(0, 1, 1000)
            .run("themis(durations=oracle,lease=100)");

    assertThat(result.jobs().get(0).endTime()).isCloseTo(1900, within(1e-6));
    assertThat(result.jobs().get(1).endTime()).isCloseTo(2000, within(1e-6));
    assertThat(result.jobs()).allMatch(job -> job.preemptions() == 9);
  }

  /** Two bids of one GPU are worth more than one of two GPUs with the same time to go. */
  @Test
  void theAuctionMaximisesTheProduct() {
    RunResult result =
        new SmallCluster()
            .node(1, 2)
            .job(0, 2, 1000)
            .job(0, 1, 1000)
            .job(0, 1, 1000)
            .run("themis(durations=oracle,f=0,lease=1000)");

    assertThat(result.jobs().get(0).firstStartTime()).isCloseTo(1000, within(1e-6));
    assertThat(result.jobs().get(1).firstStartTime()).isZero();
    assertThat(result.jobs().get(2).firstStartTime()).isZero();
  }

  /** Short, middle and long jobs at a load near 1. */
  private static SmallCluster mixed() {
    SmallCluster cluster = new SmallCluster().node(1, GPUS);
    RandomStream random = new Streams(5, 1).stream("jobs");
    double time = 0;
    for (int i = 0; i < 150; i++) {
      time += 2 * 600 * random.nextDouble();
      double work = 300 * Math.pow(random.nextDouble() < 0.7 ? 2 : 40, random.nextDouble());
      cluster.job(time, 1 << random.nextInt(0, 2), 3 * work);
    }
    return cluster;
  }

  /** The greatest ratio of the time in the system to that alone with 1 / N of the GPUs. */
  private static double greatestRho(RunResult result) {
    double greatest = 0;
    for (JobRecord job : result.jobs()) {
      double jobs = meanJobs(job, result.jobs());
      double isolated = job.workSeconds() * Math.max(1, job.gpus() * jobs / GPUS);
      greatest = Math.max(greatest, job.jctSeconds() / isolated);
    }
    return greatest;
  }

  /** Mean number of jobs in the system while one is. */
  private static double meanJobs(JobRecord job, List<JobRecord> all) {
    double seconds = 0;
    for (JobRecord other : all) {
      seconds +=
          Math.max(
              0,
              Math.min(job.endTime(), other.endTime())
                  - Math.max(job.submitTime(), other.submitTime()));
    }
    return seconds / job.jctSeconds();
  }

  /** The claim of [themis2020]: the job that is treated worst is treated better than elsewhere. */
  @Test
  void nobodyIsTreatedAsBadlyAsElsewhere() {
    double themis = greatestRho(mixed().run("themis(durations=oracle)"));

    for (String other : List.of("fifo", "srtf", "las")) {
      assertThat(themis).as(other).isLessThan(greatestRho(mixed().run(other)));
    }
  }
}
