package org.edgetwin.reports.page;

import java.util.List;
import java.util.function.Function;
import org.edgetwin.reports.NodeGroupBill;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.Quantity;

/** What the run cost, by GPU model and region. */
final class CostSection {
  private final RunRecords run;

  CostSection(RunRecords run) {
    this.run = run;
  }

  Html html() {
    Html byModel = table("By GPU model", "GPU model", NodeGroupBill::gpuModel).html();
    Html byRegion = table("By region", "Region", NodeGroupBill::region).html();
    boolean crossed = regions() > 1 && models() > 1;
    return Html.of(
        """
        <p>What jobs paid for the GPUs they held; electricity and carbon of all nodes that were \
        up, idle ones and cooling included.</p>
        {}
        {}
        {}
        {}""",
        byModel,
        byRegion,
        crossed
            ? table("By region and GPU model", "Region, GPU model", CostSection::both)
                .folded("By region and GPU model")
            : Html.EMPTY,
        unknownCarbon());
  }

  private Html unknownCarbon() {
    List<String> regions =
        run.groups().stream()
            .filter(group -> Double.isNaN(group.carbonKg()))
            .map(NodeGroupBill::region)
            .distinct()
            .toList();
    return regions.isEmpty()
        ? Html.EMPTY
        : Html.of(
            "<p class=\"note\">The carbon is unknown, because the grid of {} is.</p>",
            String.join(", ", regions));
  }

  private long regions() {
    return run.groups().stream().map(NodeGroupBill::region).distinct().count();
  }

  private long models() {
    return run.groups().stream().map(NodeGroupBill::gpuModel).distinct().count();
  }

  private static String both(NodeGroupBill group) {
    return group.region() + ", " + group.gpuModel();
  }

  private Table table(String caption, String first, Function<NodeGroupBill, String> key) {
    Table table =
        new Table("Cost, energy and carbon. " + caption)
            .text(first)
            .number("GPUs")
            .number("GPU-hours held")
            .number("Held of up")
            .number("Cost, USD")
            .number("Energy, kWh")
            .number("Carbon, kg CO₂e");
    List<Bill> bills = Bill.by(run.groups(), key);
    bills.forEach(bill -> row(table, bill));
    if (bills.size() > 1) {
      row(table, Bill.sum("All", run.groups()));
    }
    return table;
  }

  private static void row(Table table, Bill bill) {
    table.row(
        bill.name(),
        Quantity.count(bill.gpus()),
        Quantity.of(bill.heldGpuHours()),
        ShareBar.of(bill.heldShare()),
        Quantity.of(bill.costUsd()),
        Quantity.of(bill.energyKwh()),
        Quantity.of(bill.carbonKg()));
  }
}
