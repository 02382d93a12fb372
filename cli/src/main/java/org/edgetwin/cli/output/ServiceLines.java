package org.edgetwin.cli.output;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.edgetwin.cli.terminal.TextTable;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.reports.text.ServiceMetricText;
import org.edgetwin.sim.experiment.Estimate;
import org.edgetwin.sim.metrics.ServiceMetric;
import org.edgetwin.sim.metrics.ServiceResult;
import org.jspecify.annotations.Nullable;

/** What LLM services did; nothing if there are none. */
final class ServiceLines {
  private static final List<ServiceMetric> OF_A_RUN =
      List.of(
          ServiceMetric.REQUESTS,
          ServiceMetric.REJECTED,
          ServiceMetric.UNFINISHED,
          ServiceMetric.TTFT_P50_S,
          ServiceMetric.TTFT_P95_S,
          ServiceMetric.TPOT_P50_S,
          ServiceMetric.TPOT_P95_S,
          ServiceMetric.SLO_SHARE,
          ServiceMetric.REPLICAS_MEAN,
          ServiceMetric.RESTARTS,
          ServiceMetric.ITERATION_SLOWDOWN,
          ServiceMetric.MOVED_GB,
          ServiceMetric.COST_USD,
          ServiceMetric.EGRESS_USD,
          ServiceMetric.REVENUE_USD,
          ServiceMetric.MARGIN_USD,
          ServiceMetric.USD_PER_MILLION_OUTPUT_TOKENS);

  /** Not worth a line while they are zero. */
  private static final Set<ServiceMetric> IF_ANY =
      Set.of(ServiceMetric.REJECTED, ServiceMetric.UNFINISHED, ServiceMetric.RESTARTS);

  /** Figures by which schedulers are compared, and the titles of their columns. */
  private static final Map<ServiceMetric, String> TITLES = new EnumMap<>(ServiceMetric.class);

  static {
    TITLES.put(ServiceMetric.UNFINISHED, "unfinished");
    TITLES.put(ServiceMetric.TTFT_P95_S, "TTFT 95 %");
    TITLES.put(ServiceMetric.TPOT_P95_S, "TPOT 95 %");
    TITLES.put(ServiceMetric.SLO_SHARE, "in SLO");
    TITLES.put(ServiceMetric.REPLICAS_MEAN, "replicas");
    TITLES.put(ServiceMetric.MARGIN_USD, "margin");
    TITLES.put(ServiceMetric.USD_PER_MILLION_OUTPUT_TOKENS, "cost/Mtoken");
  }

  /** Services side by side that fit a terminal. */
  private static final int IN_A_ROW = 4;

  private static final int IN_A_ROW_WITH_INTERVALS = 2;

  private final ReportContent content;
  private final boolean replicated;
  private final List<String> lines = new ArrayList<>();

  private ServiceLines(ReportContent content) {
    this.content = content;
    replicated = content.schedulers().stream().anyMatch(s -> !s.services().isEmpty());
  }

  static List<String> of(ReportContent content) {
    if (content.schedulers().stream().allMatch(s -> s.firstRun().services().isEmpty())) {
      return List.of();
    }
    ServiceLines lines = new ServiceLines(content);
    if (content.comparison()) {
      lines.compare();
    } else {
      lines.show(content.schedulers().get(0));
    }
    return lines.lines;
  }

  private void show(SchedulerReport scheduler) {
    add(replicated ? "Services, means and 95 % intervals:" : "Services:");
    List<ServiceResult> services = scheduler.firstRun().services();
    int step = replicated ? IN_A_ROW_WITH_INTERVALS : IN_A_ROW;
    for (int from = 0; from < services.size(); from += step) {
      if (from > 0) {
        lines.add("");
      }
      show(scheduler, services.subList(from, Math.min(from + step, services.size())));
    }
  }

  private void add(String title) {
    lines.add("");
    lines.add(title);
  }

  private void show(SchedulerReport scheduler, List<ServiceResult> services) {
    TextTable table = new TextTable().text("");
    services.forEach(service -> table.number(service.terms().name()));
    List<Map<ServiceMetric, Estimate>> figures =
        services.stream().map(scheduler::estimates).toList();
    for (ServiceMetric metric : OF_A_RUN) {
      if (figures.stream().anyMatch(each -> isShown(metric, each.get(metric)))) {
        List<String> row = new ArrayList<>(List.of(ServiceMetricText.label(metric)));
        figures.forEach(each -> row.add(withInterval(metric, each.get(metric))));
        table.row(row);
      }
    }
    table.lines().forEach(line -> lines.add("  " + line));
  }

  private static boolean isShown(ServiceMetric metric, @Nullable Estimate estimate) {
    return estimate != null && !(IF_ANY.contains(metric) && estimate.mean() == 0);
  }

  private static String withInterval(ServiceMetric metric, @Nullable Estimate estimate) {
    return estimate == null || !ServiceMetricText.hasSpread(estimate)
        ? mean(metric, estimate)
        : mean(metric, estimate) + " (" + ServiceMetricText.interval(metric, estimate.ci95()) + ")";
  }

  private static String mean(ServiceMetric metric, @Nullable Estimate estimate) {
    return estimate == null
        ? Quantity.of(Double.NaN)
        : ServiceMetricText.value(metric, estimate.mean());
  }

  private void compare() {
    add(
        replicated
            ? "Services, means (intervals are in the report; verdicts are about jobs):"
            : "Services (verdicts are about jobs):");
    for (ServiceResult service : content.schedulers().get(0).firstRun().services()) {
      compare(service.terms().name());
    }
  }

  private void compare(String service) {
    List<List<Map<ServiceMetric, Estimate>>> figures = new ArrayList<>();
    for (SchedulerReport scheduler : content.schedulers()) {
      figures.add(
          scheduler.firstRun().services().stream()
              .filter(each -> each.terms().name().equals(service))
              .map(scheduler::estimates)
              .toList());
    }
    List<ServiceMetric> shown =
        TITLES.keySet().stream()
            .filter(
                metric ->
                    figures.stream()
                        .flatMap(List::stream)
                        .anyMatch(each -> each.containsKey(metric)))
            .toList();
    TextTable table = new TextTable().text(service);
    shown.forEach(metric -> table.number(TITLES.get(metric)));
    for (int i = 0; i < figures.size(); i++) {
      List<String> row = new ArrayList<>(List.of(content.schedulers().get(i).name()));
      for (Map<ServiceMetric, Estimate> each : figures.get(i)) {
        shown.forEach(metric -> row.add(mean(metric, each.get(metric))));
      }
      table.row(row);
    }
    table.lines().forEach(line -> lines.add("  " + line));
  }
}
