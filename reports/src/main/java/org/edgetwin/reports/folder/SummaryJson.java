package org.edgetwin.reports.folder;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;
import org.edgetwin.reports.Accounts;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.sim.experiment.Estimate;
import org.edgetwin.sim.experiment.Interval;
import org.edgetwin.sim.experiment.PairedDifference;
import org.edgetwin.sim.metrics.DemandCurve;
import org.edgetwin.sim.metrics.Metric;
import org.jspecify.annotations.Nullable;

/**
 * The result as one JSON object. For a run: {@code scenario, scheduler, seed, replications, report,
 * metrics: name -> {mean, ci95: [low, high] or null, n}}; for a comparison {@code schedulers:
 * {name: metrics}} and {@code pairs: [{a, b, metric, diff, ci95, better, ...}]} instead of {@code
 * scheduler} and {@code metrics}; {@code accounts: {scheduler: ...}} and {@code demand: {scheduler:
 * {allocated, fragmented}}} where a scenario asks for them. More fields say the rest; {@code
 * docs/report.md} lists them.
 */
public final class SummaryJson {
  /** Version of the layout. */
  static final int FORMAT = 1;

  /** Key of what operators earned and when electricity was drawn, by scheduler. */
  static final String ACCOUNTS = "accounts";

  /** Key of what was given out over the demand, by scheduler. */
  static final String DEMAND = "demand";

  /** Key of what a comparison tells beyond schedulers side by side. */
  static final String STUDY = "study";

  private SummaryJson() {}

  /**
   * The object that the command line prints: all metrics together.
   *
   * @param reportPath where the report was written
   */
  public static ObjectNode tree(ReportContent content, String reportPath) {
    ObjectNode tree = head(content, reportPath);
    addFigures(tree, content, metric -> true);
    addAccounts(tree, content);
    addDemand(tree, content);
    return tree;
  }

  /**
   * The object in the file {@code summary.json}: the same, but with the metrics of the wall clock
   * apart, so that the rest is equal for equal seeds, and with what a report needs beside them.
   */
  static ObjectNode file(ReportContent content) {
    ObjectNode tree = head(content, RunFolder.REPORT);
    addFigures(tree, content, Metric::deterministic);
    addAccounts(tree, content);
    addDemand(tree, content);
    tree.set("bounds", Json.MAPPER.valueToTree(content.bounds()));
    tree.put("replication_method", content.replicationMethod());
    ArrayNode headlines = tree.putArray("headlines");
    content.headlines().forEach(metric -> headlines.add(metric.key()));
    tree.set("info", Json.MAPPER.valueToTree(InfoFields.of(content.info())));
    ObjectNode records = tree.putObject("records");
    for (SchedulerReport scheduler : content.schedulers()) {
      records.set(scheduler.name(), Json.MAPPER.valueToTree(RecordsFields.of(scheduler)));
    }
    tree.set("wall_clock", bySchedulers(content, metric -> !metric.deterministic()));
    return tree;
  }

  private static ObjectNode head(ReportContent content, String reportPath) {
    ObjectNode tree = Json.MAPPER.createObjectNode();
    tree.put("format", FORMAT);
    tree.put("scenario", content.scenario());
    if (!content.comparison() && !content.schedulers().isEmpty()) {
      tree.put("scheduler", content.schedulers().get(0).name());
    }
    tree.put("seed", content.seed());
    tree.put("replications", content.replications());
    tree.put("partial", content.partial());
    tree.put("report", reportPath);
    return tree;
  }

  private static void addFigures(ObjectNode tree, ReportContent content, Predicate<Metric> wanted) {
    if (content.comparison()) {
      tree.set("schedulers", bySchedulers(content, wanted));
      ArrayNode pairs = tree.putArray("pairs");
      content.pairs().forEach(pair -> pairs.add(pair(pair)));
      if (!content.study().tellsNothing()) {
        tree.set(STUDY, Json.MAPPER.valueToTree(content.study()));
      }
    } else {
      tree.set(
          "metrics",
          content.schedulers().isEmpty()
              ? Json.MAPPER.createObjectNode()
              : metrics(content.schedulers().get(0), wanted));
    }
    ServicesJson.addTo(tree, content);
  }

  private static void addAccounts(ObjectNode tree, ReportContent content) {
    for (SchedulerReport scheduler : content.schedulers()) {
      Accounts accounts = scheduler.firstRun().accounts();
      if (accounts.hasAny()) {
        tree.withObject("/" + ACCOUNTS).set(scheduler.name(), Json.MAPPER.valueToTree(accounts));
      }
    }
  }

  private static void addDemand(ObjectNode tree, ReportContent content) {
    for (SchedulerReport scheduler : content.schedulers()) {
      DemandCurve curve = scheduler.firstRun().demandCurve();
      if (curve != null) {
        tree.withObject("/" + DEMAND).set(scheduler.name(), Json.MAPPER.valueToTree(curve));
      }
    }
  }

  private static ObjectNode bySchedulers(ReportContent content, Predicate<Metric> wanted) {
    ObjectNode schedulers = Json.MAPPER.createObjectNode();
    for (SchedulerReport scheduler : content.schedulers()) {
      schedulers.set(scheduler.name(), metrics(scheduler, wanted));
    }
    return schedulers;
  }

  private static ObjectNode metrics(SchedulerReport scheduler, Predicate<Metric> wanted) {
    ObjectNode metrics = Json.MAPPER.createObjectNode();
    scheduler
        .estimates()
        .forEach(
            (metric, estimate) -> {
              boolean left = metric.optional() && estimate.n() == 0;
              if (wanted.test(metric) && !left) {
                metrics.set(metric.key(), estimate(estimate));
              }
            });
    return metrics;
  }

  static ObjectNode estimate(Estimate estimate) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    putNumber(node, "mean", estimate.mean());
    putInterval(node, estimate.ci95());
    node.put("n", estimate.n());
    if (estimate.whyNoInterval() != null) {
      node.put("why_no_interval", estimate.whyNoInterval());
    }
    return node;
  }

  private static ObjectNode pair(PairedDifference pair) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put("a", pair.a());
    node.put("b", pair.b());
    node.put("metric", pair.metric().key());
    putNumber(node, "diff", pair.diff());
    putInterval(node, pair.ci95());
    node.put("better", pair.better());
    node.put("n", pair.n());
    putNumber(node, "p_value", pair.pValue());
    putNumber(node, "adjusted_p_value", pair.adjustedPValue());
    putNumber(node, "variance_ratio", pair.varianceRatio());
    node.put("verdict", pair.verdict());
    return node;
  }

  private static void putInterval(ObjectNode node, @Nullable Interval interval) {
    if (interval == null) {
      node.putNull("ci95");
    } else {
      node.putArray("ci95").add(interval.low()).add(interval.high());
    }
  }

  private static void putNumber(ObjectNode node, String key, double value) {
    if (Double.isNaN(value)) {
      node.putNull(key);
    } else {
      node.put(key, value);
    }
  }
}
