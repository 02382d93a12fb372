package org.edgetwin.reports.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.sim.metrics.ServiceResult;

/** The files of a run with LLM services; a run without has none of them. */
final class ServiceFiles {
  static final String REQUESTS = "requests.csv";
  static final String REPLICAS = "replicas.csv";

  private ServiceFiles() {}

  static void write(Path folder, List<SchedulerReport> schedulers) throws IOException {
    if (schedulers.stream().anyMatch(s -> !s.firstRun().services().isEmpty())) {
      RequestsCsv.write(folder.resolve(REQUESTS), schedulers);
      ReplicasCsv.write(folder.resolve(REPLICAS), schedulers);
    }
  }

  /** The services of each scheduler. */
  static Map<String, List<ServiceResult>> read(
      Path folder, SummaryReader summary, Map<String, RecordsFields> records) {
    if (!summary.has(ServicesJson.KEY)) {
      return Map.of();
    }
    Map<String, List<ServiceResult>> services = ServicesJson.read(summary.node(ServicesJson.KEY));
    Map<String, List<RequestsCsv.Row>> requests =
        RequestsCsv.read(folder.resolve(REQUESTS), records);
    Map<String, List<ReplicasCsv.Row>> replicas =
        ReplicasCsv.read(folder.resolve(REPLICAS), records);
    services.replaceAll(
        (scheduler, list) ->
            filled(
                list,
                requests.getOrDefault(scheduler, List.of()),
                replicas.getOrDefault(scheduler, List.of())));
    return services;
  }

  private static List<ServiceResult> filled(
      List<ServiceResult> services,
      List<RequestsCsv.Row> requests,
      List<ReplicasCsv.Row> replicas) {
    List<ServiceResult> filled = new ArrayList<>();
    for (ServiceResult service : services) {
      String name = service.terms().name();
      filled.add(
          new ServiceResult(
              service.terms(),
              requests.stream()
                  .filter(row -> row.service().equals(name))
                  .map(RequestsCsv.Row::request)
                  .toList(),
              replicas.stream()
                  .filter(row -> row.service().equals(name))
                  .map(ReplicasCsv.Row::replica)
                  .toList(),
              service.costUsd(),
              service.traffic()));
    }
    return filled;
  }
}
