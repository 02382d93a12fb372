package org.edgetwin.reports.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.reports.text.ServiceMetricText;
import org.edgetwin.sim.experiment.Estimate;
import org.edgetwin.sim.metrics.ServiceMetric;
import org.edgetwin.sim.metrics.ServiceResult;
import org.jspecify.annotations.Nullable;

/** The services under several schedulers: a table for each service, a row for each scheduler. */
final class ServicesTable {
  private static final Map<ServiceMetric, String> TITLES = new EnumMap<>(ServiceMetric.class);

  static {
    TITLES.put(ServiceMetric.UNFINISHED, "Unfinished");
    TITLES.put(ServiceMetric.TTFT_P95_S, "TTFT, 95 %");
    TITLES.put(ServiceMetric.TPOT_P95_S, "TPOT, 95 %");
    TITLES.put(ServiceMetric.E2E_P95_S, "E2E, 95 %");
    TITLES.put(ServiceMetric.SLO_SHARE, "As promised");
    TITLES.put(ServiceMetric.REPLICAS_MEAN, "Replicas");
    TITLES.put(ServiceMetric.MARGIN_USD, "Revenue less cost");
    TITLES.put(ServiceMetric.USD_PER_MILLION_OUTPUT_TOKENS, "Cost per million output tokens");
  }

  private ServicesTable() {}

  static Section section(List<SchedulerReport> schedulers) {
    boolean replicated = schedulers.stream().anyMatch(s -> !s.services().isEmpty());
    List<Html> tables = new ArrayList<>();
    for (ServiceResult service : schedulers.get(0).firstRun().services()) {
      tables.add(table(service.terms().name(), schedulers));
    }
    return new Section(
        "services",
        "Services",
        Html.of(
            "<p>{} Verdicts of this report are about jobs.</p>\n{}",
            replicated
                ? "Means over the replications, with 95 % intervals of these means."
                : "Figures of one replication.",
            tables.stream().collect(Html.joining())));
  }

  private static Html table(String service, List<SchedulerReport> schedulers) {
    List<Map<ServiceMetric, Estimate>> figures = new ArrayList<>();
    for (SchedulerReport scheduler : schedulers) {
      figures.add(
          scheduler.firstRun().services().stream()
              .filter(each -> each.terms().name().equals(service))
              .findFirst()
              .map(scheduler::estimates)
              .orElse(Map.of()));
    }
    List<ServiceMetric> shown =
        TITLES.keySet().stream()
            .filter(metric -> figures.stream().anyMatch(each -> each.containsKey(metric)))
            .toList();
    Table table = new Table(service).text("Scheduler");
    shown.forEach(metric -> table.number(TITLES.get(metric)));
    for (int i = 0; i < figures.size(); i++) {
      Map<ServiceMetric, Estimate> row = figures.get(i);
      List<Object> cells = new ArrayList<>();
      cells.add(schedulers.get(i).name());
      shown.forEach(metric -> cells.add(cell(metric, row.get(metric))));
      table.row(cells.toArray());
    }
    return table.html();
  }

  /** A mean, and its interval in two lines below it, so that many columns fit the page. */
  private static Html cell(ServiceMetric metric, @Nullable Estimate estimate) {
    if (estimate == null) {
      return Html.of("{}", Quantity.of(Double.NaN));
    }
    String mean = ServiceMetricText.value(metric, estimate.mean());
    return ServiceMetricText.hasSpread(estimate)
        ? Html.of(
            "{}<br><small>{}<br>to {}</small>",
            mean,
            ServiceMetricText.value(metric, estimate.ci95().low()),
            ServiceMetricText.value(metric, estimate.ci95().high()))
        : Html.of("{}", mean);
  }
}
