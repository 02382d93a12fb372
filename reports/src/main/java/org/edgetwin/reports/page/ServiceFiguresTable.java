package org.edgetwin.reports.page;

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

/** The figures of one scheduler's services: a row for each figure, a column for each service. */
final class ServiceFiguresTable {
  private ServiceFiguresTable() {}

  static Html of(SchedulerReport scheduler) {
    List<ServiceResult> services = scheduler.firstRun().services();
    List<Map<ServiceMetric, Estimate>> figures =
        services.stream().map(scheduler::estimates).toList();
    Table table = new Table("Services").text("Figure");
    services.forEach(service -> table.number(service.terms().name()));
    Object[] models = new Object[services.size() + 1];
    models[0] = "model";
    for (int i = 0; i < services.size(); i++) {
      models[i + 1] = services.get(i).terms().model();
    }
    table.row(models);
    for (ServiceMetric metric : ServiceMetric.values()) {
      if (figures.stream().anyMatch(each -> each.containsKey(metric))) {
        table.row(row(metric, figures));
      }
    }
    return table.html();
  }

  private static Object[] row(ServiceMetric metric, List<Map<ServiceMetric, Estimate>> figures) {
    Object[] row = new Object[figures.size() + 1];
    row[0] = ServiceMetricText.label(metric);
    for (int i = 0; i < figures.size(); i++) {
      row[i + 1] = cell(metric, figures.get(i).get(metric));
    }
    return row;
  }

  /** A mean, and its interval below it if there is one. */
  private static Html cell(ServiceMetric metric, @Nullable Estimate estimate) {
    if (estimate == null) {
      return Html.of("{}", Quantity.of(Double.NaN));
    }
    String mean = ServiceMetricText.value(metric, estimate.mean());
    return ServiceMetricText.hasSpread(estimate)
        ? Html.of(
            "{}<br><small>{}</small>", mean, ServiceMetricText.interval(metric, estimate.ci95()))
        : Html.of("{}", mean);
  }
}
