package org.edgetwin.sim.policies.gavel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.sim.engine.FixedContention;
import org.edgetwin.sim.engine.SmallCluster;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.metrics.Attempt;
import org.edgetwin.sim.metrics.RunResult;
import org.junit.jupiter.api.Test;

/** Pairs of jobs in rounds of 360 s, by hand. */
class PairedRoundsTest {
  private static final String PACKING = "gavel-las(pack=4)";

  private static void assertEnds(RunResult result, double... endTimes) {
    for (int i = 0; i < endTimes.length; i++) {
      assertThat(result.jobs().get(i).endTime())
          .as("job %d", i)
          .isCloseTo(endTimes[i], within(1e-6));
    }
  }

  /** 720 s of work at nine tenths of the speed, in three rounds on the same GPU. */
  @Test
  void aPairKeepsItsGpuFromRoundToRound() {
    RunResult result =
        new SmallCluster()
            .with(FixedContention.SMALL_JOBS)
            .node(1, 1)
            .job(0, 1, 720)
            .job(0, 1, 720)
            .run(PACKING);

    assertEnds(result, 800, 800);
    assertThat(result.jobs()).allMatch(job -> job.starts() == 1);
  }

  /** Without a gain there are no pairs: the jobs take turns as without packing. */
  @Test
  void jobsThatHalveEachOtherTakeTurns() {
    RunResult result = new SmallCluster().node(1, 1).job(0, 1, 720).job(0, 1, 720).run(PACKING);

    assertEnds(result, 1080, 1440);
    assertThat(result.attempts()).allMatch(attempt -> attempt.milliPerGpu() == 1000);
  }

  /** Who is left of a pair goes on alone and fast, on its half to the end of the round. */
  @Test
  void whoeverOutlivesItsPartnerGoesOnAlone() {
    RunResult result =
        new SmallCluster()
            .with(FixedContention.SMALL_JOBS)
            .node(1, 1)
            .job(0, 1, 90)
            .job(0, 1, 900)
            .run(PACKING);

    // Together for 100 s: 90 s of the work is done, 810 s are left at full speed.
    assertEnds(result, 100, 910);
  }

  /** Gangs over two nodes share all of their GPUs. */
  @Test
  void gangsPairOnTheVerySameGpus() {
    Demand four = new Demand(4, 1000, 0, 0, 0, List.of(), Spanning.FREE, Double.POSITIVE_INFINITY);
    RunResult result =
        new SmallCluster()
            .with(FixedContention.SMALL_JOBS)
            .node(1, 2)
            .node(1, 2)
            .job(0, four, 360, Terms.NONE, Recovery.DEFAULT)
            .job(0, four, 360, Terms.NONE, Recovery.DEFAULT)
            .run(PACKING);

    assertEnds(result, 400, 400);
    Attempt first = result.attempts().get(0);
    Attempt second = result.attempts().get(1);
    assertThat(second.nodes()).isEqualTo(first.nodes()).hasSize(2);
    assertThat(second.gpuMasks()).isEqualTo(first.gpuMasks());
  }
}
