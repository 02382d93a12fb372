package org.edgetwin.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.edgetwin.reports.NodeGroupBill;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.RunInfo;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.reports.text.Duration;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.Quantity;

/** Scenario, fleet, workload, schedulers and what they were told, seed, versions, command. */
final class WhatWasRun {
  private final ReportContent content;

  WhatWasRun(ReportContent content) {
    this.content = content;
  }

  Section section() {
    RunInfo info = content.info();
    Table facts = new Table("The run").text("What").text("Value");
    facts.row("Scenario", content.scenario());
    if (!info.description().isEmpty()) {
      facts.row("About", info.description());
    }
    facts.row("Workload", info.workload());
    if (!content.schedulers().isEmpty()) {
      RunRecords run = content.schedulers().get(0).firstRun();
      facts.row("Submitted", Quantity.count(run.jobs().size(), "job") + " in replication 1");
      facts.row("Simulated time", Duration.of(run.endTime()));
      facts.row("Fleet", fleetInWords(run));
    }
    facts.row("Measured", info.warmUp());
    facts.row("Seed", content.seed());
    facts.row("Replications", content.replications() + ". " + content.replicationMethod());
    info.versionByName().forEach(facts::row);
    Html body =
        Html.of(
            "{}\n{}\n{}\n{}",
            facts.html(),
            schedulers(),
            content.schedulers().isEmpty()
                ? Html.EMPTY
                : fleet(content.schedulers().get(0).firstRun()),
            reproduce());
    return new Section("run", "What was run", body);
  }

  private static String fleetInWords(RunRecords run) {
    int nodes = run.groups().stream().mapToInt(NodeGroupBill::nodes).sum();
    long models = run.groups().stream().map(NodeGroupBill::gpuModel).distinct().count();
    long regions = run.groups().stream().map(NodeGroupBill::region).distinct().count();
    return Quantity.count(run.gpuCount(), "GPU")
        + " of "
        + Quantity.count(models, "model")
        + " on "
        + Quantity.count(nodes, "node")
        + " in "
        + Quantity.count(regions, "region");
  }

  private Html schedulers() {
    Table table =
        new Table("Schedulers and what they were told").text("Scheduler").text("Knowledge");
    for (SchedulerReport scheduler : content.schedulers()) {
      table.row(scheduler.name(), scheduler.knowledge());
    }
    return table.html();
  }

  private static Html fleet(RunRecords run) {
    TreeSet<String> regions = new TreeSet<>();
    Map<String, Map<String, Integer>> gpusByModel = new TreeMap<>();
    for (NodeGroupBill group : run.groups()) {
      regions.add(group.region());
      gpusByModel
          .computeIfAbsent(group.gpuModel(), model -> new TreeMap<>())
          .merge(group.region(), group.gpus(), Integer::sum);
    }
    Table table = new Table("Fleet: GPUs by model and region").text("GPU model");
    regions.forEach(table::number);
    table.number("All");
    gpusByModel.forEach(
        (model, gpusByRegion) -> {
          List<Object> row = new ArrayList<>(List.of(model));
          regions.forEach(region -> row.add(count(gpusByRegion.getOrDefault(region, 0))));
          row.add(count(gpusByRegion.values().stream().mapToInt(Integer::intValue).sum()));
          table.row(row.toArray());
        });
    return table.html();
  }

  private static String count(int gpus) {
    return gpus == 0 ? "" : Quantity.count(gpus);
  }

  private Html reproduce() {
    RunInfo info = content.info();
    Html scenario =
        info.resolvedScenario().isEmpty()
            ? Html.EMPTY
            : Fold.of(
                "The scenario, imports and overrides carried out",
                Html.of("<pre tabindex=\"0\">{}</pre>", info.resolvedScenario()));
    return Html.of(
        "<p>The same result, byte for byte:</p><pre tabindex=\"0\"><code>{}</code></pre>\n{}",
        info.command(),
        scenario);
  }
}
