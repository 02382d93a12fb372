package org.edgetwin.sim.policies.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.engine.SmallCluster;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class LucidTest {
  private static final WorkloadClass LIGHT = WorkloadClass.custom("light", "l", 1, 0.5, 0.3);
  private static final WorkloadClass MEDIUM = WorkloadClass.custom("medium", "m", 1, 0.5, 0.5);
  private static final WorkloadClass HEAVY = WorkloadClass.custom("heavy", "h", 1, 0.5, 0.95);

  /** Two jobs of 1,000 s; one of the two GPUs is for profiling, 100 s for each. */
  private static RunResult two(WorkloadClass first, WorkloadClass second) {
    SmallCluster cluster = new SmallCluster().node(1, 2).with(SummedPressure.MODEL);
    cluster.job(0, 1, 1000, first, Terms.NONE, Recovery.DEFAULT);
    cluster.job(0, 1, 1000, second, Terms.NONE, Recovery.DEFAULT);
    return cluster.run("lucid(profile=100,profilers=0.5,quiet=0)");
  }

  /**
   * The first job is profiled until 100 and stays; the second one until 200. Its GPU is for
   * profiling only, so it moves beside the first, where both keep their speed.
   */
  @Test
  void aProfiledJobIsPackedBesideAnotherThatIsLight() {
    RunResult result = two(LIGHT, LIGHT);

    assertThat(result.jobs().get(0).endTime()).isCloseTo(1000, within(1e-6));
    assertThat(result.jobs().get(1).endTime()).isCloseTo(1100, within(1e-6));
    assertThat(result.jobs().get(0).preemptions()).isZero();
    assertThat(result.jobs().get(1).preemptions()).isEqualTo(1);
  }

  /** A light and a heavy job have 2 in all; 0.3 + 0.95 of a GPU slow both by a quarter. */
  @Test
  void aLightJobIsPackedBesideAHeavyOne() {
    assertThat(two(HEAVY, LIGHT).jobs().get(0).endTime()).isCloseTo(200 + 800 * 1.25, within(1e-6));
  }

  /** Scores of 1 and 2: the second waits from 200 until the first ends at 1,000. */
  @Test
  void aMediumJobWaitsForAHeavyOne() {
    assertThat(two(HEAVY, MEDIUM).jobs().get(1).endTime()).isCloseTo(1900, within(1e-6));
  }

  /** Users whose jobs are alike, half of them light, on two nodes of eight. */
  private static SmallCluster users(int jobs, double meanGap) {
    SmallCluster cluster = new SmallCluster().node(1, 8).node(1, 8).with(SummedPressure.MODEL);
    // As measured for Tiresias.
    Recovery minute = Recovery.DEFAULT.withRestartSeconds(62);
    RandomStream random = new Streams(11, 1).stream("jobs");
    double time = 0;
    for (int i = 0; i < jobs; i++) {
      time += 2 * meanGap * random.nextDouble();
      int user = random.nextInt(0, 7);
      double work = 150 * Math.pow(2, user) * (0.8 + 0.4 * random.nextDouble());
      int gpus = 1 << random.nextInt(0, 2);
      cluster.job(
          time, gpus, work, user % 2 == 0 ? LIGHT : HEAVY, Users.terms("user-" + user, 0), minute);
    }
    return cluster;
  }

  private static double mean(RunResult result) {
    return result.jobs().stream().mapToDouble(JobRecord::jctSeconds).average().orElseThrow();
  }

  /**
   * The claim of [lucid2023]: shorter mean completion than Tiresias, and nobody is preempted once
   * it has been profiled.
   */
  @Test
  void lucidBeatsTiresiasWithoutPreemption() {
    RunResult lucid = users(400, 450).run("lucid");
    RunResult tiresias = users(400, 450).run("las");

    assertThat(lucid.jobs()).allMatch(job -> job.preemptions() <= 1);
    assertThat(tiresias.jobs()).anyMatch(job -> job.preemptions() > 1);
    assertThat(mean(lucid)).isLessThan(mean(tiresias));
  }

  /** Packing is what it owes a part of that to. */
  @Test
  void packingPays() {
    assertThat(mean(users(400, 450).run("lucid")))
        .isLessThan(mean(users(400, 450).run("lucid(quiet=1e9)")));
  }
}
