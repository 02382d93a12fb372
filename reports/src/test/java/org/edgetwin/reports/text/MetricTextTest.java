package org.edgetwin.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.edgetwin.sim.experiment.Estimate;
import org.edgetwin.sim.experiment.Interval;
import org.edgetwin.sim.metrics.Metric;
import org.junit.jupiter.api.Test;

class MetricTextTest {
  @Test
  void everyMetricHasItsOwnLabel() {
    assertThat(Arrays.stream(Metric.values()).map(MetricText::label)).doesNotHaveDuplicates();
  }

  @Test
  void valuesCarryTheirUnits() {
    assertThat(MetricText.value(Metric.JCT_MEAN_S, 3660)).isEqualTo("1 h 1 min");
    assertThat(MetricText.value(Metric.GPU_USEFUL_RATIO, 0.5)).isEqualTo("50 %");
    assertThat(MetricText.value(Metric.COST_USD, 1234)).isEqualTo("1,234 USD");
    assertThat(MetricText.value(Metric.CARBON_KG, Double.NaN)).isEqualTo("–");
    assertThat(MetricText.value(Metric.JOBS_FAILED, 2)).isEqualTo("2");
  }

  @Test
  void intervalFollowsTheMean() {
    assertThat(
            MetricText.estimate(
                Metric.WAIT_MEAN_S, new Estimate(60, new Interval(50, 70), 5, null)))
        .isEqualTo("60 s (95 %: 50 s to 70 s)");
    assertThat(MetricText.estimate(Metric.WAIT_MEAN_S, new Estimate(60, null, 1, "once")))
        .isEqualTo("60 s");
  }
}
