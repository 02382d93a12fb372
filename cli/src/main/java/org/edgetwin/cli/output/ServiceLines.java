package org.edgetwin.cli.output;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.cli.terminal.TextTable;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.reports.text.Duration;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.metrics.ServiceFigures;
import org.edgetwin.sim.metrics.ServiceResult;

/** What LLM services did; nothing if there are none. */
final class ServiceLines {
  private ServiceLines() {}

  static List<String> of(ReportContent content) {
    if (content.schedulers().stream().allMatch(s -> s.firstRun().services().isEmpty())) {
      return List.of();
    }
    TextTable table = new TextTable().text("service");
    if (content.comparison()) {
      table.text("scheduler");
    }
    for (String title :
        List.of(
            "requests",
            "not finished",
            "TTFT 50 %",
            "95 %",
            "TPOT 50 %",
            "95 %",
            "in SLO",
            "replicas",
            "USD/Mtoken")) {
      table.number(title);
    }
    for (SchedulerReport scheduler : content.schedulers()) {
      RunRecords run = scheduler.firstRun();
      run.services().forEach(s -> table.row(row(content, scheduler, s, run.figures(s))));
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        content.replications() > 1 || content.comparison()
            ? "Services, in replication 1 (verdicts and intervals are about jobs):"
            : "Services:");
    table.lines().forEach(line -> lines.add("  " + line));
    return lines;
  }

  private static List<String> row(
      ReportContent content,
      SchedulerReport scheduler,
      ServiceResult service,
      ServiceFigures figures) {
    List<String> row = new ArrayList<>(List.of(service.terms().name()));
    if (content.comparison()) {
      row.add(scheduler.name());
    }
    row.add(Quantity.count(figures.requests()));
    row.add(Quantity.count(figures.requests() - figures.finished()));
    row.add(Duration.of(figures.firstToken().p50()));
    row.add(Duration.of(figures.firstToken().p95()));
    row.add(Duration.of(figures.perToken().p50()));
    row.add(Duration.of(figures.perToken().p95()));
    row.add(Double.isNaN(figures.keptShare()) ? "" : Quantity.percent(figures.keptShare()));
    row.add(Quantity.of(figures.meanReplicas()));
    row.add(Quantity.of(figures.usdPerMillionOutputTokens()));
    return row;
  }
}
