package org.edgetwin.gpu.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Closed forms of max-min fair rates, and the property that defines them. */
class ProgressiveFillingTest {
  private static final Offset<Double> EXACTLY = within(1e-12);

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double[] fill(double[] demands, double[] weights, double[] caps, int resources) {
    double[] rates = new double[caps.length];
    new ProgressiveFilling(caps.length, resources)
        .fill(caps.length, demands, weights, caps, ones(resources), rates);
    return rates;
  }

  @Test
  void oneResourceGivesTheInverseOfSummedDemand() {
    assertThat(fill(new double[] {0.2, 0.3, 0.4}, ones(3), ones(3), 1)).containsExactly(1, 1, 1);
    for (double rate : fill(new double[] {0.7, 0.9, 0.4}, ones(3), ones(3), 1)) {
      assertThat(rate).isEqualTo(1 / 2.0, EXACTLY);
    }
  }

  @Test
  void weightsDivideAFullResource() {
    double[] rates = fill(new double[] {1, 1}, new double[] {3, 1}, ones(2), 1);
    assertThat(rates[0]).isEqualTo(0.75, EXACTLY);
    assertThat(rates[1]).isEqualTo(0.25, EXACTLY);
  }

  @Test
  void whatACappedJobLeavesGoesToTheOthers() {
    double[] rates = fill(new double[] {1, 1, 1}, ones(3), new double[] {0.1, 1, 1}, 1);
    assertThat(rates).containsExactly(new double[] {0.1, 0.45, 0.45}, EXACTLY);
  }

  @Test
  void aJobThatDoesNotUseTheFullResourceGoesOn() {
    double[] demands = {
      1, 0.0, //
      1, 0.4,
      0, 0.8
    };
    double[] rates = fill(demands, ones(3), ones(3), 2);
    assertThat(rates).containsExactly(new double[] {0.5, 0.5, 1}, EXACTLY);
  }

  @Test
  void noResourceIsOverfullAndNoJobCanRiseButAtTheCostOfASlowerOne() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 2_000; round++) {
      int jobs = random.nextInt(1, 7);
      int resources = random.nextInt(1, 6);
      double[] demands =
          random.doubles((long) jobs * resources).map(u -> u < 0.3 ? 0 : u).toArray();
      double[] weights = random.doubles(jobs, 0.2, 3).toArray();
      double[] caps = random.doubles(jobs, 0.1, 1).toArray();
      double[] rates = fill(demands, weights, caps, resources);
      for (int i = 0; i < jobs; i++) {
        assertThat(rates[i]).isBetween(0.0, caps[i]);
        assertThat(rates[i] > caps[i] - 1e-9 || isHeldBack(i, rates, demands, weights, resources))
            .as("job %d of round %d", i, round)
            .isTrue();
      }
      for (int r = 0; r < resources; r++) {
        assertThat(load(r, rates, demands, resources)).isLessThanOrEqualTo(1 + 1e-9);
      }
    }
  }

  /** Whether the job uses a full resource on which no other has more for its weight. */
  private static boolean isHeldBack(
      int job, double[] rates, double[] demands, double[] weights, int resources) {
    for (int r = 0; r < resources; r++) {
      boolean most = true;
      for (int j = 0; j < rates.length; j++) {
        most &=
            demands[j * resources + r] == 0
                || rates[j] / weights[j] <= rates[job] / weights[job] + 1e-9;
      }
      if (most
          && demands[job * resources + r] > 0
          && load(r, rates, demands, resources) > 1 - 1e-9) {
        return true;
      }
    }
    return false;
  }

  private static double load(int resource, double[] rates, double[] demands, int resources) {
    double load = 0;
    for (int i = 0; i < rates.length; i++) {
      load += rates[i] * demands[i * resources + resource];
    }
    return load;
  }

  @Test
  void aNumberThatIsNoneIsReportedInsteadOfLoopingOnIt() {
    assertThatThrownBy(() -> fill(new double[] {Double.NaN}, ones(1), new double[] {Double.NaN}, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
  }
}
