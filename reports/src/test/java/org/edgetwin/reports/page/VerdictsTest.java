package org.edgetwin.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.reports.sample.SampleReport;
import org.edgetwin.reports.sample.SampleShape;
import org.edgetwin.sim.experiment.Interval;
import org.edgetwin.sim.experiment.PairedDifference;
import org.edgetwin.sim.metrics.Metric;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictsTest {
  @Test
  void betterIsSaidWithTheSizeOfTheDifference() {
    assertThat(html(-120, new Interval(-180, -60), "fifo"))
        .contains("fifo is better than sjf by 2 min (95 %: 60 s to 3 min).");
    assertThat(html(120, new Interval(60, 180), "sjf"))
        .contains("sjf is better than fifo by 2 min (95 %: 60 s to 3 min).");
  }

  @Test
  void unsureIsSaidWithTheSignedDifference() {
    assertThat(html(-1, new Interval(-5, 3), null))
        .contains("fifo and sjf cannot be told apart: difference −1 s (95 %: −5 s to 3 s); so.");
  }

  @Test
  void withoutIntervalThereIsNoVerdict() {
    assertThat(html(-1, null, null)).contains("fifo against sjf: difference −1 s; so.");
  }

  private static String html(double diff, @Nullable Interval interval, @Nullable String better) {
    ReportContent sample = SampleReport.comparison(SampleShape.small(), List.of("fifo", "sjf"), 10);
    List<SchedulerReport> schedulers = sample.schedulers();
    PairedDifference pair =
        new PairedDifference(
            "fifo", "sjf", Metric.JCT_MEAN_S, diff, interval, 10, 0.01, 0.02, 2, better, "so");
    return new Verdicts(
            new ReportContent(
                "s",
                true,
                1,
                10,
                "m",
                false,
                sample.headlines(),
                schedulers,
                List.of(pair),
                sample.bounds(),
                sample.info()),
            Metric.JCT_MEAN_S)
        .html()
        .toString();
  }
}
