package org.edgetwin.reports.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.reports.Accounts;
import org.edgetwin.sim.experiment.Estimate;
import org.edgetwin.sim.experiment.Interval;
import org.edgetwin.sim.experiment.LowerBounds;
import org.edgetwin.sim.experiment.PairedDifference;
import org.edgetwin.sim.experiment.ServiceEstimates;
import org.edgetwin.sim.metrics.DemandCurve;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.metrics.ServiceMetric;
import org.jspecify.annotations.Nullable;

/** Reads {@code summary.json}, and says where it is wrong. */
final class SummaryReader {
  private static final String BOUNDS = "bounds";
  private static final String SLOWDOWN_BOUND = "bounded_slowdown_mean";

  private final Path path;
  private final JsonNode root;

  SummaryReader(Path path) {
    this.path = path;
    this.root = parse(path);
    int format = require(root, "format").asInt();
    if (format != SummaryJson.FORMAT) {
      throw wrong(
          "format",
          "is " + format + ", this version reads " + SummaryJson.FORMAT,
          "Maybe run the scenario again.");
    }
  }

  private static JsonNode parse(Path path) {
    if (!Files.exists(path)) {
      throw new BadRunFolderException(
          path + ": the file is missing. Maybe the folder is not a run folder.");
    }
    try {
      return Json.MAPPER.readTree(Files.readAllBytes(path));
    } catch (JsonProcessingException e) {
      throw new BadRunFolderException(
          String.format(
              "%s, line %d: it is not JSON: %s. Maybe the file was edited.",
              path, e.getLocation().getLineNr(), e.getOriginalMessage()));
    } catch (IOException e) {
      throw new BadRunFolderException(path + ": cannot be read: " + e.getMessage());
    }
  }

  String text(String key) {
    return require(root, key).asText();
  }

  long number(String key) {
    return require(root, key).asLong();
  }

  boolean flag(String key) {
    return require(root, key).asBoolean();
  }

  boolean has(String key) {
    return root.has(key);
  }

  /** A value that is bound to a record. */
  <T> T value(String key, Class<T> type) {
    return bind(key, require(root, key), type);
  }

  /** The lower bounds; folders of earlier versions have no bound of slow-downs. */
  LowerBounds bounds() {
    ObjectNode bounds = require(root, BOUNDS).deepCopy();
    if (!bounds.has(SLOWDOWN_BOUND)) {
      bounds.putNull(SLOWDOWN_BOUND);
    }
    return bind(BOUNDS, bounds, LowerBounds.class);
  }

  List<Metric> metrics(String key) {
    List<Metric> metricList = new ArrayList<>();
    require(root, key).forEach(name -> metricList.add(metric(key, name.asText())));
    return metricList;
  }

  /** A part of the file. */
  JsonNode node(String key) {
    return require(root, key);
  }

  Map<String, RecordsFields> records() {
    Map<String, RecordsFields> byScheduler = new LinkedHashMap<>();
    require(root, "records")
        .properties()
        .forEach(
            entry ->
                byScheduler.put(
                    entry.getKey(),
                    bind("records." + entry.getKey(), entry.getValue(), RecordsFields.class)));
    return byScheduler;
  }

  /** What operators earned under a scheduler; nothing unless the scenario asked for it. */
  Accounts accounts(String scheduler) {
    JsonNode accounts = root.path(SummaryJson.ACCOUNTS).path(scheduler);
    return accounts.isMissingNode()
        ? Accounts.NONE
        : bind(SummaryJson.ACCOUNTS + "." + scheduler, accounts, Accounts.class);
  }

  /** What a scheduler gave out over the demand; null unless the scenario asked for it. */
  @Nullable DemandCurve demandCurve(String scheduler) {
    JsonNode curve = root.path(SummaryJson.DEMAND).path(scheduler);
    return curve.isMissingNode()
        ? null
        : bind(SummaryJson.DEMAND + "." + scheduler, curve, DemandCurve.class);
  }

  /** All metrics of a scheduler, those of the wall clock too. */
  Map<Metric, Estimate> estimates(String scheduler) {
    JsonNode metrics =
        has("schedulers")
            ? require(require(root, "schedulers"), scheduler)
            : require(root, "metrics");
    Map<Metric, Estimate> estimates = new EnumMap<>(Metric.class);
    addEstimates(estimates, metrics, scheduler);
    addEstimates(estimates, require(root, "wall_clock").path(scheduler), scheduler);
    return estimates;
  }

  private void addEstimates(Map<Metric, Estimate> estimates, JsonNode metrics, String scheduler) {
    metrics
        .properties()
        .forEach(
            entry -> {
              String where = scheduler + "." + entry.getKey();
              JsonNode node = entry.getValue();
              estimates.put(metric(where, entry.getKey()), estimate(where, node));
            });
  }

  private Estimate estimate(String where, JsonNode node) {
    return new Estimate(
        real(where, node, "mean"),
        interval(where, node),
        require(node, "n").asInt(),
        node.path("why_no_interval").textValue());
  }

  /** Figures of a scheduler's services over replications; empty if there is one replication. */
  List<ServiceEstimates> services(String scheduler) {
    List<ServiceEstimates> services = new ArrayList<>();
    root.path(ServicesJson.KEY)
        .path(scheduler)
        .properties()
        .forEach(
            service -> {
              Map<ServiceMetric, Estimate> estimates = new EnumMap<>(ServiceMetric.class);
              JsonNode figures = service.getValue().path(ServicesJson.ESTIMATES);
              for (ServiceMetric metric : ServiceMetric.values()) {
                if (figures.has(metric.key())) {
                  String where = scheduler + "." + service.getKey() + "." + metric.key();
                  estimates.put(metric, estimate(where, figures.path(metric.key())));
                }
              }
              if (!figures.isMissingNode()) {
                services.add(new ServiceEstimates(service.getKey(), estimates));
              }
            });
    return services;
  }

  List<PairedDifference> pairs() {
    List<PairedDifference> pairList = new ArrayList<>();
    for (JsonNode node : root.path("pairs")) {
      String where = "pairs[" + pairList.size() + "]";
      pairList.add(
          new PairedDifference(
              require(node, "a").asText(),
              require(node, "b").asText(),
              metric(where, require(node, "metric").asText()),
              real(where, node, "diff"),
              interval(where, node),
              require(node, "n").asInt(),
              real(where, node, "p_value"),
              real(where, node, "adjusted_p_value"),
              real(where, node, "variance_ratio"),
              require(node, "better").textValue(),
              require(node, "verdict").asText()));
    }
    return pairList;
  }

  private double real(String where, JsonNode node, String key) {
    JsonNode value = require(node, key);
    if (!value.isNull() && !value.isNumber()) {
      throw wrong(where + "." + key, "is " + value + " and not a number", "");
    }
    return value.isNull() ? Double.NaN : value.doubleValue();
  }

  private @Nullable Interval interval(String where, JsonNode node) {
    JsonNode value = require(node, "ci95");
    if (value.isNull()) {
      return null;
    }
    if (value.size() != 2 || !value.get(0).isNumber() || !value.get(1).isNumber()) {
      throw wrong(where + ".ci95", "is " + value + " and not [low, high]", "");
    }
    return new Interval(value.get(0).doubleValue(), value.get(1).doubleValue());
  }

  private Metric metric(String where, String key) {
    return Metric.find(key)
        .orElseThrow(
            () ->
                wrong(
                    where,
                    "names the metric \"" + key + "\", which does not exist",
                    "Maybe another version wrote the file."));
  }

  private <T> T bind(String where, JsonNode node, Class<T> type) {
    try {
      return Json.MAPPER.treeToValue(node, type);
    } catch (JsonMappingException e) {
      StringBuilder field = new StringBuilder(where);
      e.getPath()
          .forEach(
              step ->
                  field.append(
                      step.getFieldName() == null
                          ? "[" + step.getIndex() + "]"
                          : "." + step.getFieldName()));
      throw wrong(field.toString(), "is wrong: " + e.getOriginalMessage(), "");
    } catch (JsonProcessingException e) {
      throw wrong(where, "is wrong: " + e.getOriginalMessage(), "");
    }
  }

  private JsonNode require(JsonNode parent, String key) {
    JsonNode node = parent.get(key);
    if (node == null) {
      throw wrong(key, "is missing", "Maybe the file is not of a run, or was edited.");
    }
    return node;
  }

  private BadRunFolderException wrong(String field, String what, String hint) {
    return new BadRunFolderException((path + ": " + field + " " + what + ". " + hint).strip());
  }
}
