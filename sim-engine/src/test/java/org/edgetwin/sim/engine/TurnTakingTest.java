package org.edgetwin.sim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.sim.job.StageTimes;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.ShareMode;
import org.edgetwin.sim.scheduling.Slice;
import org.junit.jupiter.api.Test;

/** Jobs that take turns on the GPUs of one gang. */
class TurnTakingTest {
  private static final StageTimes EVEN = new StageTimes(4, 6, 0, 10);

  private static SmallCluster twoJobs(double firstWork, double secondWork) {
    return new SmallCluster()
        .node(1, 4)
        .job(0, 4, firstWork)
        .stages(EVEN)
        .job(0, 4, secondWork)
        .stages(EVEN);
  }

  private static Action turn(int job, int group, int phase) {
    return new Action.Start(
        job, new Placement(List.of(Slice.of(0, 4)), 500, new ShareMode.Interleaved(group, phase)));
  }

  /** A period of 16 s until the first ends after 160 s; then the other goes on alone. */
  @Test
  void whoIsLeftGoesOnAlone() {
    RunResult result =
        twoJobs(100, 300).run(new ScriptedScheduler().at(0, turn(0, 0, 0), turn(1, 0, 1)));

    assertThat(result.jobs().get(0).endTime()).isCloseTo(160, within(1e-9));
    assertThat(result.jobs().get(1).endTime()).isCloseTo(160 + 200, within(1e-9));
  }

  @Test
  void turnsAreStretched() {
    RunResult result =
        twoJobs(100, 100)
            .turnStretch(1.5)
            .run(new ScriptedScheduler().at(0, turn(0, 0, 0), turn(1, 0, 1)));

    assertThat(result.jobs())
        .extracting(JobRecord::endTime)
        .allSatisfy(end -> assertThat(end).isCloseTo(240, within(1e-9)));
  }

  @Test
  void aForkGoesOnLikeTheOriginal() {
    Simulation simulation =
        twoJobs(100, 300).under(new ScriptedScheduler().at(0, turn(0, 0, 0), turn(1, 0, 1)).at(50));
    simulation.runUntil(50);

    RunResult forked = simulation.fork().run().result();

    assertThat(forked.jobs()).isEqualTo(simulation.run().result().jobs());
  }

  @Test
  void usesEachGpuOnce() {
    RunResult result =
        twoJobs(100, 100).run(new ScriptedScheduler().at(0, turn(0, 0, 0), turn(1, 0, 1)));

    // Two halves of four GPUs for 160 s.
    assertThat(result.usage().get(0).heldGpuSeconds()).isCloseTo(4 * 160, within(1e-6));
  }

  @Test
  void refusesTurnsThatCannotBe() {
    assertThatThrownBy(() -> twoJobs(1, 1).run(new ScriptedScheduler().at(0, turn(1, 0, 1))))
        .isInstanceOf(IllegalDecisionException.class)
        .hasMessageContaining("the group's first job holds no GPUs");
    SmallCluster unknown = new SmallCluster().node(1, 4).job(0, 4, 100);
    assertThatThrownBy(() -> unknown.run(new ScriptedScheduler().at(0, turn(0, 0, 0))))
        .isInstanceOf(IllegalDecisionException.class)
        .hasMessageContaining("known stages");
    SmallCluster unequal = twoJobs(1, 1).job(0, 2, 100).stages(EVEN);
    assertThatThrownBy(
            () -> unequal.run(new ScriptedScheduler().at(0, turn(0, 0, 0), turn(2, 0, 1))))
        .isInstanceOf(IllegalDecisionException.class)
        .hasMessageContaining("the group has 4 GPUs");
  }
}
