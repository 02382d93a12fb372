package org.edgetwin.reports.page;

import java.util.List;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.reports.text.Duration;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.metrics.ServiceFigures;
import org.edgetwin.sim.metrics.ServiceResult;

/** The services of several schedulers side by side. */
final class ServicesTable {
  private ServicesTable() {}

  static Section section(List<SchedulerReport> schedulers) {
    Table table =
        new Table("Services, first replication of each scheduler")
            .text("Scheduler")
            .text("Service")
            .number("Requests")
            .number("Finished")
            .number("TTFT, 50 %")
            .number("TTFT, 95 %")
            .number("TPOT, 95 %")
            .number("E2E, 95 %")
            .number("Within what is promised")
            .number("Replicas, mean")
            .number("USD per million output tokens");
    for (SchedulerReport scheduler : schedulers) {
      RunRecords run = scheduler.firstRun();
      for (ServiceResult service : run.services()) {
        ServiceFigures of = run.figures(service);
        table.row(
            scheduler.name(),
            service.terms().name(),
            Quantity.count(of.requests()),
            Quantity.count(of.finished()),
            Duration.of(of.firstToken().p50()),
            Duration.of(of.firstToken().p95()),
            Duration.of(of.perToken().p95()),
            Duration.of(of.endToEnd().p95()),
            Double.isNaN(of.keptShare()) ? "" : Quantity.percent(of.keptShare()),
            Quantity.of(of.meanReplicas()),
            Quantity.of(of.usdPerMillionOutputTokens()));
      }
    }
    return new Section(
        "services",
        "Services",
        Html.of(
            "<p>Verdicts and intervals of this report are about jobs. The figures of services are"
                + " those of one replication, without an interval.</p>\n{}",
            table.html()));
  }
}
