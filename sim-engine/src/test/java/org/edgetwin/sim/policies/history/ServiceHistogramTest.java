package org.edgetwin.sim.policies.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class ServiceHistogramTest {
  private static ServiceHistogram of(double... services) {
    ServiceHistogram histogram = new ServiceHistogram();
    for (double service : services) {
      histogram.add(service);
    }
    histogram.fit();
    return histogram;
  }

  @Test
  void theIndexIsTheChanceToEndOverTheServiceThatItTakes() {
    ServiceHistogram histogram = of(100, 1, 1);

    // Two of three end within 10, after 1 each; the third takes all 10.
    assertThat(histogram.index(0, 10)).isCloseTo((2.0 / 3) / ((1 + 1 + 10) / 3.0), within(1e-12));
    assertThat(histogram.index(1, 10)).isZero();
    assertThat(histogram.index(1, Double.POSITIVE_INFINITY)).isCloseTo(1.0 / 99, within(1e-12));
    assertThat(histogram.index(100, Double.POSITIVE_INFINITY)).isZero();
    assertThat(new ServiceHistogram().index(0, 10)).isZero();
  }

  @Test
  void samplesCountFromTheNextFitOn() {
    ServiceHistogram histogram = of(10);
    histogram.add(1);
    assertThat(histogram.index(0, 5)).isZero();

    ServiceHistogram copy = histogram.copy();
    histogram.fit();
    assertThat(histogram.index(0, 5)).isCloseTo(0.5 / 3, within(1e-12));
    assertThat(copy.index(0, 5)).isZero();
  }

  @Test
  void itIsTheDefinitionOnRandomSamples() {
    RandomStream random = new Streams(3, 1).stream("samples");
    for (int round = 0; round < 200; round++) {
      double[] services = new double[random.nextInt(1, 40)];
      for (int i = 0; i < services.length; i++) {
        services[i] = random.nextInt(1, 60);
      }
      double attained = random.nextInt(0, 60);
      double quantum = random.nextInt(1, 30);
      double ends = 0;
      double spent = 0;
      for (double service : services) {
        if (service > attained) {
          ends += service - attained <= quantum ? 1 : 0;
          spent += Math.min(service - attained, quantum);
        }
      }
      assertThat(of(services).index(attained, quantum))
          .isCloseTo(ends == 0 ? 0 : ends / spent, within(1e-12));
    }
  }
}
