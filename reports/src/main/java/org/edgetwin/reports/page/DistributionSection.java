package org.edgetwin.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.chart.Distribution;
import org.edgetwin.reports.chart.DistributionChart;
import org.edgetwin.reports.text.Duration;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.metrics.JobRecord;

/** How long jobs took and waited: not only on average. */
final class DistributionSection {
  private static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999};

  private final List<SchedulerReport> schedulers;
  private final Figures figures;

  DistributionSection(List<SchedulerReport> schedulers, Figures figures) {
    this.schedulers = schedulers;
    this.figures = figures;
  }

  Section section() {
    Html body =
        Html.of(
            """
            <p>Each curve shows the share of <em>all submitted jobs</em> that had finished, or \
            started, within the time below it. A curve that ends below 100 % shows jobs that did \
            not get there. Times shorter than the axis shows are drawn at its start. Records of the \
            first replication, warm-up included.{}</p>
            {}
            {}""",
            folded(),
            chart("jct", "Completion time: submission to end", JobRecord::jctSeconds),
            chart("wait", "Wait: submission to first start", JobRecord::waitSeconds));
    return new Section("distributions", "How long jobs took and waited", body);
  }

  private String folded() {
    int hidden = schedulers.size() - DistributionChart.MOST_LINES;
    return hidden > 0
        ? " The charts show the first "
            + DistributionChart.MOST_LINES
            + " schedulers of the command, the tables all."
        : "";
  }

  private Html chart(String id, String title, ToDoubleFunction<JobRecord> seconds) {
    List<Distribution> distributions = new ArrayList<>();
    for (SchedulerReport scheduler : schedulers) {
      distributions.add(
          Distribution.of(
              scheduler.name(), scheduler.firstRun().jobs().stream().mapToDouble(seconds)));
    }
    if (distributions.stream().allMatch(d -> d.happened() == 0)) {
      return Html.of("<p class=\"note\">{}: it happened to no job.</p>", title);
    }
    Chart chart =
        DistributionChart.of(
            "cdf-" + id,
            title,
            "Cumulative distribution on a logarithmic time axis; the percentiles are in the table.",
            "time",
            distributions);
    return figures.of(chart, table(title, distributions));
  }

  private static Table table(String title, List<Distribution> distributions) {
    Table table = new Table(title + ", percentiles over all submitted jobs");
    table.text("Scheduler").number("Jobs").number("Happened to");
    for (double share : SHARES) {
      table.number(Quantity.of(share * 100) + " %");
    }
    for (Distribution d : distributions) {
      Object[] row = new Object[SHARES.length + 3];
      row[0] = d.name();
      row[1] = Quantity.count(d.jobs());
      row[2] = Quantity.count(d.happened());
      for (int i = 0; i < SHARES.length; i++) {
        row[i + 3] = Duration.of(d.quantile(SHARES[i]));
      }
      table.row(row);
    }
    return table;
  }
}
