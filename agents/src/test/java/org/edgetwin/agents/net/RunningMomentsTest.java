package org.edgetwin.agents.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RunningMomentsTest {
  @Test
  void findsMeanAndDeviationInAnyCuttingOfTheRows() {
    RunningMoments moments = new RunningMoments(2);
    moments.update(new float[] {1, 7, 2, 7});
    moments.update(new float[] {});
    moments.update(new float[] {6, 7});
    Standardiser standardiser = moments.freeze();
    assertThat(standardiser.mean()).containsExactly(3, 7);
    assertThat(standardiser.deviation()[0]).isCloseTo((float) Math.sqrt(14 / 3.0), within(1e-6f));
    assertThat(standardiser.deviation()[1]).as("never varied").isEqualTo(1e30f);
    float[] values = {3, 8};
    standardiser.apply(values, 0, values, 0, 1);
    assertThat(values[1]).as("never varied").isCloseTo(0, within(1e-20f));
  }

  @Test
  void standardisesWithinTheLimit() {
    float[] values = {5, 100, 1, 1};
    new Standardiser(new float[] {1, 0}, new float[] {2, 1}).apply(values, 0, values, 0, 2);
    assertThat(values).containsExactly(2, 10, 0, 1);
  }

  @Test
  void continuesFromItsState() {
    RunningMoments moments = new RunningMoments(1);
    moments.update(new float[] {1, 2, 5});
    RunningMoments resumed = new RunningMoments(1);
    resumed.restore(moments.state());
    moments.update(new float[] {9});
    resumed.update(new float[] {9});
    assertThat(resumed.state()).isEqualTo(moments.state());
    assertThatThrownBy(() -> new RunningMoments(2).restore(moments.state()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
