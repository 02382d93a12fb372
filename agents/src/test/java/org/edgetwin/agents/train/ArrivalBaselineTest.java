package org.edgetwin.agents.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.agents.net.Decision;
import org.junit.jupiter.api.Test;

final class ArrivalBaselineTest {
  private static final Act ACT =
      new Act(
          new Decision(
              new float[0],
              new float[0],
              new float[0],
              new float[0],
              new float[1],
              new boolean[] {true}),
          0,
          0);

  // Returns 6, 5, 2 at times 0, 10, 20; then on a line to 0 at 30.
  private final Trajectory a = trajectory(1, 30, new double[] {0, 1, 10, 3, 20, 2});
  // Returns 8, 4 at times 5, 15; to 0 at 19.
  private final Trajectory b = trajectory(1, 19, new double[] {5, 4, 15, 4});
  private final Trajectory c = trajectory(1, 1, new double[] {0, 0});
  private final Trajectory alone = trajectory(2, 1, new double[] {0, 7});

  @Test
  void isTheMeanOfTheOthersAtEqualTime() {
    List<Trajectory> all = List.of(a, b, c, alone);
    ArrivalBaseline baseline =
        new ArrivalBaseline(all, all.stream().map(trajectory -> trajectory.returns(0)).toList());
    assertThat(baseline.at(1, 0)).isEqualTo(6 / 2.0);
    assertThat(baseline.at(1, 15)).isCloseTo(3.5 / 2, within(1e-12));
    assertThat(baseline.at(1, 25)).isCloseTo(1 / 2.0, within(1e-12));
    assertThat(baseline.at(1, 40)).isZero();
    assertThat(baseline.at(0, 2)).as("a, before the first step of b").isEqualTo(8 / 2.0);
    assertThat(baseline.at(0, 17)).isCloseTo(2 / 2.0, within(1e-12));
    assertThat(baseline.at(2, 10)).isCloseTo((5 + 6) / 2.0, within(1e-12));
    assertThat(baseline.at(3, 0)).isZero();
  }

  private static Trajectory trajectory(long arrivals, double endTime, double[] timesAndRewards) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < timesAndRewards.length; i += 2) {
      steps.add(new Step(ACT, List.of(), i, timesAndRewards[i], timesAndRewards[i + 1], 1));
    }
    return new Trajectory(arrivals, steps, endTime, null);
  }
}
