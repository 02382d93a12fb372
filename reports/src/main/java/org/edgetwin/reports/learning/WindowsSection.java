package org.edgetwin.reports.learning;

import java.util.Comparator;
import java.util.List;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.chart.ScatterChart;
import org.edgetwin.reports.page.Figures;
import org.edgetwin.reports.page.Section;
import org.edgetwin.reports.page.Table;
import org.edgetwin.reports.text.Quantity;

/** Every window: cost of the policy against that of the first baseline. */
final class WindowsSection {
  private final Evaluation content;
  private final CostText costs;

  WindowsSection(Evaluation content) {
    this.content = content;
    this.costs = new CostText(content);
  }

  Section section(Figures figures) {
    String baseline = content.baselines().get(0).baseline();
    List<ScatterChart.Point> points =
        content.windowList().stream()
            .map(w -> new ScatterChart.Point("load " + w.load(), w.baselineCost(), w.policyCost()))
            .toList();
    Chart chart =
        ScatterChart.of(
            "windows",
            costs.title() + " in each window",
            "A point for each window; the table has the numbers.",
            content.cost() + " of " + baseline + " (logarithmic)",
            content.cost() + " of " + content.policy() + " (logarithmic)",
            content.costInSeconds()
                ? ScatterChart.Axes.LOGARITHMIC_TIMES
                : ScatterChart.Axes.LOGARITHMIC,
            points);
    String reading =
        "Below the dashed line the policy is better. Costs of the policy are means over the"
            + " training seeds.";
    return new Section("windows", "Window by window", figures.of(chart, reading, table(baseline)));
  }

  private Table table(String baseline) {
    Table table =
        new Table("Windows, worst ratio first")
            .text("Window")
            .text("Load")
            .number("Ratio")
            .number(content.policy())
            .number(baseline);
    content.windowList().stream()
        .sorted(Comparator.comparingDouble(WindowComparison::ratio).reversed())
        .forEach(
            w ->
                table.row(
                    w.window(),
                    w.load(),
                    Quantity.of(w.ratio()),
                    costs.of(w.policyCost()),
                    costs.of(w.baselineCost())));
    return table;
  }
}
