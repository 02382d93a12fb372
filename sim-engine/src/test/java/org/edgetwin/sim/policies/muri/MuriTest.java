package org.edgetwin.sim.policies.muri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.sim.engine.SmallCluster;
import org.edgetwin.sim.job.StageTimes;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class MuriTest {
  private static final StageTimes CPU_BOUND = new StageTimes(9, 1, 0, 10);
  private static final StageTimes GPU_BOUND = new StageTimes(1, 9, 0, 10);

  private static double mean(RunResult result) {
    return result.jobs().stream().mapToDouble(JobRecord::jctSeconds).average().orElseThrow();
  }

  /** Slots of 1, 9 and 1 s: an iteration of each in 11 s instead of 20. */
  @Test
  void twoJobsThatComplementEachOtherRunAtOnce() {
    RunResult result =
        new SmallCluster()
            .node(1, 1)
            .job(0, 1, 100)
            .stages(CPU_BOUND)
            .job(0, 1, 200)
            .stages(GPU_BOUND)
            .run("muri-s");

    assertThat(result.jobs().get(0).endTime()).isCloseTo(110, within(1e-9));
    assertThat(result.jobs().get(1).endTime()).isCloseTo(110 + 100, within(1e-9));
  }

  /** Equal ones, a slot apart: 4, max(6, 4) and 6 s, a period of 16 s for an iteration of 10. */
  @Test
  void jobsInTurnAreSlowedByTheirPeriod() {
    StageTimes even = new StageTimes(4, 6, 0, 10);
    RunResult result =
        new SmallCluster()
            .node(1, 1)
            .job(0, 1, 100)
            .stages(even)
            .job(0, 1, 100)
            .stages(even)
            .run("muri-s");

    assertThat(result.jobs())
        .extracting(JobRecord::endTime)
        .allSatisfy(end -> assertThat(end).isCloseTo(160, within(1e-9)));
  }

  @Test
  void whereAllFitNobodyTakesTurns() {
    RunResult result =
        new SmallCluster()
            .node(1, 2)
            .job(0, 1, 100)
            .stages(GPU_BOUND)
            .job(0, 1, 100)
            .stages(GPU_BOUND)
            .run("muri-l");

    assertThat(result.jobs()).extracting(JobRecord::endTime).containsExactly(100.0, 100.0);
  }

  /** The paper's claim: interleaving shortens completion where jobs use different resources. */
  @Test
  void interleavingBeatsTheSameOrderWithoutIt() {
    SmallCluster cluster = new SmallCluster().node(1, 8).node(1, 8);
    RandomStream random = new Streams(7, 1).stream("jobs");
    double time = 0;
    for (int i = 0; i < 120; i++) {
      time += 150 * random.nextDouble();
      int gpus = 1 << random.nextInt(0, 3);
      cluster
          .job(time, gpus, 200 + 3000 * random.nextDouble())
          .stages(List.of(CPU_BOUND, GPU_BOUND).get(i % 2));
    }

    double interleaved = mean(cluster.run("muri-s"));
    double alone = mean(cluster.run("srsf"));
    double blind = mean(cluster.run("muri-l"));
    double blindAlone = mean(cluster.run("las"));

    assertThat(interleaved).isLessThan(0.65 * alone);
    assertThat(blind).isLessThan(0.65 * blindAlone);
  }

  @Test
  void withGroupsOfOneItIsTheSameOrderWithoutTurns() {
    SmallCluster cluster = new SmallCluster().node(1, 4);
    for (int i = 0; i < 12; i++) {
      cluster.job(10 * i, 1 + i % 4, 300 - 20 * i).stages(GPU_BOUND);
    }

    assertThat(mean(cluster.run("muri-s(most=1)")))
        .isCloseTo(mean(cluster.run("srsf")), within(1e-9));
  }
}
