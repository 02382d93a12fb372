package org.edgetwin.sim.policies.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class DurationPredictorTest {
  @Test
  void similarityIsOneLessTheShareOfLettersToChange() {
    assertThat(EditSimilarity.of("train_v1", "train_v1")).isEqualTo(1);
    assertThat(EditSimilarity.of("kitten", "sitting")).isCloseTo(1 - 3 / 7.0, within(1e-12));
    assertThat(EditSimilarity.of("", "abc")).isZero();
    assertThat(EditSimilarity.of("", "")).isEqualTo(1);
  }

  @Test
  void aFamilyOfNamesHasARollingMean() {
    RecurringJobs jobs = new RecurringJobs();
    jobs.add("ann", 4, "resnet-train-v1", 3);
    jobs.add("ann", 4, "resnet-train-v2", 5);
    jobs.add("ann", 4, "eval", 1);

    assertThat(jobs.mean("ann", 4, "resnet-train-v17")).isCloseTo(4, within(1e-12));
    assertThat(jobs.mean("ann", 4, "eval")).isEqualTo(1);
    assertThat(jobs.mean("ann", 4, "something else")).isNaN();
    assertThat(jobs.mean("ann", 8, "resnet-train-v17")).as("another gang").isNaN();
    assertThat(jobs.mean("bob", 4, "resnet-train-v17")).as("another user").isNaN();
  }

  @Test
  void oldRunsOfAFamilyFade() {
    RecurringJobs jobs = new RecurringJobs();
    for (int i = 0; i < 100; i++) {
      jobs.add("ann", 1, "job", i < 50 ? 0 : 10);
    }
    assertThat(jobs.mean("ann", 1, "job")).isCloseTo(10, within(0.01));
  }

  @Test
  void theRegressionFindsAPlaneAndShrinksWithoutSamples() {
    RandomStream random = new Streams(5, 1).stream("plane");
    Ridge ridge = new Ridge(3, 1e-6);
    ridge.fit();
    assertThat(ridge.predict(new double[] {1, 2, 3})).isZero();
    for (int i = 0; i < 50; i++) {
      double[] sample = {1, random.nextDouble(), random.nextDouble()};
      ridge.add(sample, 2 - 3 * sample[1] + 0.5 * sample[2]);
    }
    ridge.fit();
    assertThat(ridge.predict(new double[] {1, 0.2, 0.6})).isCloseTo(2 - 0.6 + 0.3, within(1e-5));
  }
}
