package org.edgetwin.reports.folder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.sim.experiment.ServiceEstimates;
import org.edgetwin.sim.metrics.JobTraffic;
import org.edgetwin.sim.metrics.ServiceFigures;
import org.edgetwin.sim.metrics.ServiceResult;
import org.edgetwin.sim.metrics.ServiceTerms;
import org.edgetwin.sim.metrics.TokenPrices;

/**
 * The object {@code services} of {@code summary.json}: scheduler -> service -> figures of the first
 * run, and in {@code over_replications} means and intervals where there are several. There is none
 * if there are no services.
 */
final class ServicesJson {
  static final String KEY = "services";

  /** Key of a service's figures over several replications. */
  static final String ESTIMATES = "over_replications";

  private static final String INPUT_PRICE = "input_usd_per_million_tokens";
  private static final String OUTPUT_PRICE = "output_usd_per_million_tokens";

  private ServicesJson() {}

  static void addTo(ObjectNode tree, ReportContent content) {
    if (content.schedulers().stream().allMatch(s -> s.firstRun().services().isEmpty())) {
      return;
    }
    ObjectNode services = tree.putObject(KEY);
    for (SchedulerReport scheduler : content.schedulers()) {
      ObjectNode byName = services.putObject(scheduler.name());
      RunRecords run = scheduler.firstRun();
      run.services().forEach(s -> byName.set(s.terms().name(), figures(s, run.figures(s))));
      for (ServiceEstimates service : scheduler.services()) {
        ObjectNode estimates = ((ObjectNode) byName.path(service.service())).putObject(ESTIMATES);
        service
            .estimates()
            .forEach((metric, value) -> estimates.set(metric.key(), SummaryJson.estimate(value)));
      }
    }
  }

  private static ObjectNode figures(ServiceResult service, ServiceFigures figures) {
    ServiceTerms terms = service.terms();
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put("model", terms.model());
    node.put("gpus_per_replica", terms.gpusPerReplica());
    put(node, "slo_ttft_s", terms.firstTokenLimitSeconds());
    put(node, "slo_tpot_s", terms.perTokenLimitSeconds());
    node.set("iteration_times", Json.MAPPER.valueToTree(terms.basisByGpu()));
    node.put("requests", figures.requests());
    node.put("finished", figures.finished());
    node.put("rejected", figures.rejected());
    node.put("unfinished", figures.unfinished());
    node.set("ttft_s", Json.MAPPER.valueToTree(figures.firstToken()));
    node.set("tpot_s", Json.MAPPER.valueToTree(figures.perToken()));
    node.set("e2e_s", Json.MAPPER.valueToTree(figures.endToEnd()));
    put(node, "slo_share", figures.keptShare());
    put(node, "output_tokens_per_s", figures.outputTokensPerSecond());
    put(node, "replicas_mean", figures.meanReplicas());
    node.put("replicas_most", figures.mostReplicas());
    put(node, "gpu_hours", figures.gpuHours());
    put(node, "cost_usd", figures.costUsd());
    put(node, "usd_per_million_output_tokens", figures.usdPerMillionOutputTokens());
    if (terms.prices().areKnown()) {
      node.put(INPUT_PRICE, terms.prices().inputUsdPerMillion());
      node.put(OUTPUT_PRICE, terms.prices().outputUsdPerMillion());
      node.put("revenue_usd", figures.revenueUsd());
      node.put("margin_usd", figures.marginUsd());
    }
    addTraffic(node, service.traffic());
    if (figures.isPaced()) {
      put(node, "iteration_slowdown", figures.slowdown());
    }
    node.put("preemptions", figures.preemptions());
    node.put("restarts", figures.restarts());
    return node;
  }

  private static void put(ObjectNode node, String key, double value) {
    if (Double.isFinite(value)) {
      node.put(key, value);
    } else {
      node.putNull(key);
    }
  }

  /**
   * The services of each scheduler, still without their requests and replicas.
   *
   * @param services the object; missing if there are none
   */
  static Map<String, List<ServiceResult>> read(JsonNode services) {
    Map<String, List<ServiceResult>> byScheduler = new LinkedHashMap<>();
    services
        .properties()
        .forEach(
            scheduler -> {
              List<ServiceResult> list = new ArrayList<>();
              scheduler
                  .getValue()
                  .properties()
                  .forEach(service -> list.add(service(service.getKey(), service.getValue())));
              byScheduler.put(scheduler.getKey(), list);
            });
    return byScheduler;
  }

  private static void addTraffic(ObjectNode node, JobTraffic traffic) {
    if (traffic.movedBytes() > 0) {
      node.put("staging_s", traffic.stagingSeconds());
      node.put("moved_bytes", traffic.movedBytes());
      node.put("egress_usd", traffic.egressUsd());
    }
  }

  private static JobTraffic traffic(JsonNode node) {
    return node.has("moved_bytes")
        ? new JobTraffic(
            node.path("staging_s").asDouble(),
            node.path("moved_bytes").asDouble(),
            node.path("egress_usd").asDouble())
        : JobTraffic.NONE;
  }

  private static ServiceResult service(String name, JsonNode node) {
    Map<String, String> basis = new LinkedHashMap<>();
    node.path("iteration_times")
        .properties()
        .forEach(entry -> basis.put(entry.getKey(), entry.getValue().asText()));
    ServiceTerms terms =
        new ServiceTerms(
            name,
            node.path("model").asText(),
            node.path("gpus_per_replica").asInt(1),
            node.path("slo_ttft_s").asDouble(Double.POSITIVE_INFINITY),
            node.path("slo_tpot_s").asDouble(Double.POSITIVE_INFINITY),
            basis,
            node.has(INPUT_PRICE)
                ? new TokenPrices(
                    node.path(INPUT_PRICE).asDouble(), node.path(OUTPUT_PRICE).asDouble())
                : TokenPrices.NONE);
    return new ServiceResult(
        terms, List.of(), List.of(), node.path("cost_usd").asDouble(), traffic(node));
  }
}
