package org.edgetwin.reports.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.chart.Distribution;
import org.edgetwin.reports.chart.DistributionChart;
import org.edgetwin.reports.chart.Series;
import org.edgetwin.reports.chart.TimeChart;
import org.edgetwin.reports.text.Duration;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.metrics.ReplicaRecord;
import org.edgetwin.sim.metrics.RequestRecord;
import org.edgetwin.sim.metrics.ServiceFigures;
import org.edgetwin.sim.metrics.ServiceResult;

/** What LLM services did in one run: latencies, load, replicas, cost. */
final class ServicesSection {
  private static final int BINS = 300;
  private static final double SECONDS_PER_HOUR = 3600;

  private final String prefix;
  private final SchedulerReport scheduler;
  private final RunRecords run;
  private final Figures figures;

  /**
   * @param prefix of the ids of its charts, unique on the page
   */
  ServicesSection(String prefix, SchedulerReport scheduler, Figures figures) {
    this.prefix = prefix;
    this.scheduler = scheduler;
    run = scheduler.firstRun();
    this.figures = figures;
  }

  Html html() {
    if (run.services().isEmpty()) {
      return Html.EMPTY;
    }
    return Html.of(
        """
        <p>Requests are no jobs: a scheduler sees the replicas only. {} Latencies are those of \
        finished requests; requests that lost their replica count from their arrival all the \
        same.</p>
        {}
        {}
        {}
        {}
        {}
        {}
        {}\
        """,
        scheduler.services().isEmpty()
            ? "Records of the first replication."
            : "The first table has means over the replications with 95 % intervals, the rest"
                + " records of the first one.",
        ServiceFiguresTable.of(scheduler),
        hardwareTable(),
        latency("ttft", "Time to first token (TTFT)", RequestRecord::firstTokenSeconds),
        latency("tpot", "Time per output token (TPOT)", RequestRecord::secondsPerToken),
        latency("e2e", "End to end (E2E): arrival to last token", RequestRecord::endToEndSeconds),
        overTime("requests", "Requests waiting or running", "requests", this::requests),
        overTime("replicas", "Replicas that were ready", "replicas", this::replicas));
  }

  private Html hardwareTable() {
    Table table =
        new Table("What replicas stood on")
            .text("Service")
            .text("GPU model")
            .text("Iteration times")
            .number("Stays")
            .number("Lost")
            .number("GPU-hours held")
            .number("of these ready");
    for (ServiceResult service : run.services()) {
      Map<String, List<ReplicaRecord>> staysByModel = new TreeMap<>();
      for (ReplicaRecord stay : service.replicas()) {
        String model = run.groups().get(stay.nodeGroup()).gpuModel();
        staysByModel.computeIfAbsent(model, unseen -> new ArrayList<>()).add(stay);
      }
      staysByModel.forEach((model, stays) -> hardwareRow(table, service, model, stays));
    }
    return table.html();
  }

  private static void hardwareRow(
      Table table, ServiceResult service, String model, List<ReplicaRecord> stays) {
    table.row(
        service.terms().name(),
        model,
        service.terms().basisByGpu().getOrDefault(model, ""),
        Quantity.count(stays.size()),
        Quantity.count(stays.stream().filter(s -> s.outcome().equals(ReplicaRecord.LOST)).count()),
        Quantity.of(gpuHours(service, stays, ReplicaRecord::heldSeconds)),
        Quantity.of(gpuHours(service, stays, ReplicaRecord::readySeconds)));
  }

  private static double gpuHours(
      ServiceResult service, List<ReplicaRecord> stays, ToDoubleFunction<ReplicaRecord> seconds) {
    return service.terms().gpusPerReplica()
        * stays.stream().mapToDouble(seconds).sum()
        / SECONDS_PER_HOUR;
  }

  private Html latency(String id, String title, ToDoubleFunction<RequestRecord> seconds) {
    List<Distribution> distributions = new ArrayList<>();
    Table table = new Table(title).text("Service").number("Mean");
    table.number("50 %").number("95 %").number("99 %");
    for (ServiceResult service : run.services()) {
      distributions.add(
          Distribution.of(
              service.terms().name(),
              service.requests().stream()
                  .filter(request -> request.outputTokens() > 1 || !id.equals("tpot"))
                  .mapToDouble(seconds)));
      ServiceFigures of = run.figures(service);
      ServiceFigures.Latency latency =
          switch (id) {
            case "ttft" -> of.firstToken();
            case "tpot" -> of.perToken();
            default -> of.endToEnd();
          };
      table.row(
          service.terms().name(),
          Duration.of(latency.mean()),
          Duration.of(latency.p50()),
          Duration.of(latency.p95()),
          Duration.of(latency.p99()));
    }
    if (distributions.stream().allMatch(d -> d.happened() == 0)) {
      return Html.of("<p class=\"note\">{}: no request got that far.</p>", title);
    }
    Chart chart =
        DistributionChart.ofLatencies(
            prefix + "services-" + id,
            title,
            "Cumulative distribution on a logarithmic time axis, one line for each service.",
            "time",
            distributions);
    return figures.of(chart, table);
  }

  private Html overTime(
      String id, String title, String label, Function<ServiceResult, Occupancy> occupancy) {
    List<Series> seriesList = new ArrayList<>();
    Table table = new Table(title).text("Service").number("Mean").number("Largest");
    for (ServiceResult service : run.services()) {
      Occupancy there = occupancy.apply(service);
      double[] values = there.averages();
      seriesList.add(new Series(service.terms().name(), there.middles(), values));
      table.row(
          service.terms().name(),
          Quantity.of(Arrays.stream(values).average().orElse(Double.NaN)),
          Quantity.of(Arrays.stream(values).max().orElse(Double.NaN)));
    }
    Chart chart =
        TimeChart.quantities(
            prefix + "services-" + id.toLowerCase(Locale.ROOT),
            title,
            "Lines over time, one for each service.",
            label,
            run.endTime(),
            seriesList.subList(0, Math.min(seriesList.size(), DistributionChart.MOST_LINES)));
    return figures.of(chart, table);
  }

  private Occupancy requests(ServiceResult service) {
    Occupancy occupancy = new Occupancy(run.endTime(), BINS);
    for (RequestRecord request : service.requests()) {
      if (!request.rejected()) {
        occupancy.add(request.arrivalTime(), request.finishTime());
      }
    }
    return occupancy;
  }

  private Occupancy replicas(ServiceResult service) {
    Occupancy occupancy = new Occupancy(run.endTime(), BINS);
    for (ReplicaRecord stay : service.replicas()) {
      if (!Double.isNaN(stay.readyTime())) {
        occupancy.add(stay.readyTime(), stay.endTime());
      }
    }
    return occupancy;
  }
}
