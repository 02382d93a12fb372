package org.edgetwin.sim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.ShareMode;
import org.edgetwin.sim.scheduling.Slice;
import org.junit.jupiter.api.Test;

/** Whole gangs that share the very same GPUs, each at half speed in a pair. */
class PackedGangsTest {
  private static SmallCluster twoGangs() {
    return new SmallCluster().node(1, 8).job(0, 4, 100).job(0, 4, 300);
  }

  private static Action packed(int job, int first, int gpus) {
    return new Action.Start(
        job, new Placement(List.of(Slice.of(0, gpus)), 500, new ShareMode.Packed(first)));
  }

  /** Half speed until the first ends after 200 s; then the other does its last 200 s alone. */
  @Test
  void aPairSlowsEachOtherUntilOneEnds() {
    RunResult result =
        twoGangs().run(new ScriptedScheduler().at(0, packed(0, 0, 4), packed(1, 0, 4)));

    assertThat(result.jobs().get(0).endTime()).isCloseTo(200, within(1e-9));
    assertThat(result.jobs().get(1).endTime()).isCloseTo(400, within(1e-9));
    // Two halves of four GPUs for 200 s, then one.
    assertThat(result.usage().get(0).heldGpuSeconds()).isCloseTo(4 * 200 + 2 * 200, within(1e-6));
  }

  @Test
  void gangsThatComeFirstHaveGpusOfTheirOwn() {
    RunResult result =
        twoGangs().run(new ScriptedScheduler().at(0, packed(0, 0, 4), packed(1, 1, 4)));

    assertThat(result.jobs().get(0).endTime()).isCloseTo(100, within(1e-9));
    assertThat(result.jobs().get(1).endTime()).isCloseTo(300, within(1e-9));
  }

  @Test
  void refusesPairsThatCannotBe() {
    assertThatThrownBy(() -> twoGangs().run(new ScriptedScheduler().at(0, packed(1, 0, 4))))
        .isInstanceOf(IllegalDecisionException.class)
        .hasMessageContaining("the group's first job holds no GPUs to share");
    SmallCluster unequal = twoGangs().job(0, 2, 100);
    assertThatThrownBy(
            () -> unequal.run(new ScriptedScheduler().at(0, packed(0, 0, 4), packed(2, 0, 2))))
        .isInstanceOf(IllegalDecisionException.class)
        .hasMessageContaining("the group has 4 GPUs");
  }
}
