package org.edgetwin.gpu.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CheckpointingTest {
  private static final double HOUR = 3600;

  @Test
  void thePublishedExampleOfAThousandGpus() {
    // One failure in about 50,700 GPU-hours, 1,024 GPUs.
    double mtbf = Checkpointing.gangMtbfSeconds(50_700 * HOUR, 1024);
    assertThat(mtbf / HOUR).isCloseTo(49.5, within(0.05));
    Checkpointing job = new Checkpointing(60, 0, 49.5 * HOUR);
    assertThat(job.youngSeconds() / 60).isCloseTo(77, within(0.1));
    assertThat(job.firstOrderWaste(job.youngSeconds())).isCloseTo(0.026, within(0.0001));
    assertThat(job.waste(job.youngSeconds())).isCloseTo(0.026, within(0.0003));
  }

  @Test
  void dalysIntervalWastesNoMoreThanYoungs() {
    for (double checkpoint : new double[] {1, 60, 600, 3000}) {
      Checkpointing job = new Checkpointing(checkpoint, 300, HOUR);
      double least = leastWaste(job);
      assertThat(job.waste(job.dalySeconds())).isLessThanOrEqualTo(job.waste(job.youngSeconds()));
      assertThat(job.waste(job.dalySeconds()) - least).isBetween(-1e-6, 0.001);
    }
    assertThat(new Checkpointing(8000, 0, HOUR).dalySeconds()).isEqualTo(HOUR);
  }

  private static double leastWaste(Checkpointing job) {
    double least = 1;
    for (double interval = 10; interval < 20_000; interval *= 1.005) {
      least = Math.min(least, job.waste(interval));
    }
    return least;
  }

  @Test
  void youngsIntervalIsTheMinimumOfTheFirstOrderWaste() {
    Checkpointing job = new Checkpointing(60, 500, 10 * HOUR);
    double best = job.firstOrderWaste(job.youngSeconds());
    assertThat(job.firstOrderWaste(0.9 * job.youngSeconds())).isGreaterThan(best);
    assertThat(job.firstOrderWaste(1.1 * job.youngSeconds())).isGreaterThan(best);
  }

  @Test
  void nothingIsLostOnlyIfNothingFails() {
    assertThat(new Checkpointing(1, 0, 1e12).waste(1e5)).isCloseTo(0, within(2e-5));
    assertThatThrownBy(() -> new Checkpointing(1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mtbfSeconds (0.0)");
  }
}
