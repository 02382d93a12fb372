package org.edgetwin.reports.page;

import java.util.Arrays;
import java.util.List;
import org.edgetwin.reports.AttemptOrder;
import org.edgetwin.reports.NodeGroupBill;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.chart.GanttChart;
import org.edgetwin.reports.chart.HeatMap;
import org.edgetwin.reports.text.Duration;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.metrics.Attempt;

/** Who was where: every attempt on a small fleet, how full the nodes were on a large one. */
final class NodesSection {
  private static final int MOST_GANTT_ROWS = 40;
  private static final int MOST_GANTT_BARS = 200;
  private static final int BINS = 120;
  private static final int MOST_ROWS = 40;

  private final String prefix;
  private final RunRecords run;
  private final Figures figures;

  NodesSection(String prefix, RunRecords run, Figures figures) {
    this.prefix = prefix;
    this.run = run;
    this.figures = figures;
  }

  Html html() {
    boolean placed = !run.attempts().isEmpty() && run.endTime() > 0;
    if (placed && run.gpuCount() <= MOST_GANTT_ROWS && run.attempts().size() <= MOST_GANTT_BARS) {
      return gantt();
    }
    if (placed && run.groups().size() <= MOST_ROWS) {
      return nodes();
    }
    return run.groups().size() > 1 && run.series().size() > 0 ? groups() : Html.EMPTY;
  }

  private Html gantt() {
    GanttLayout layout = new GanttLayout(run);
    Chart chart =
        GanttChart.of(
            prefix + "gantt",
            "Who held which GPU when",
            "A row per GPU, a bar per attempt with the number of the job; the table lists all.",
            layout.names(),
            layout.bars(),
            run.endTime());
    Table table =
        new Table("Attempts")
            .text("Job")
            .text("Name")
            .text("GPU model")
            .text("Nodes")
            .number("Start")
            .number("End")
            .text("Outcome");
    run.attempts().stream().sorted(AttemptOrder.BY_START).forEach(attempt -> row(table, attempt));
    return Html.of(
        "{}<p class=\"note\">A colour and a number for each job. A dark edge: the job did not"
            + " finish with that attempt. {} of {} GPUs were ever used.</p>",
        figures.of(chart, table),
        layout.rows(),
        run.gpuCount());
  }

  private void row(Table table, Attempt attempt) {
    table.row(
        attempt.job(),
        name(attempt.job()),
        run.groups().get(attempt.group()).gpuModel(),
        Arrays.stream(attempt.nodes()).mapToObj(Integer::toString).toList(),
        Duration.of(attempt.startTime()),
        Duration.of(attempt.endTime()),
        attempt.outcome());
  }

  private String name(int job) {
    return job < run.jobs().size() ? run.jobs().get(job).name() : "";
  }

  private Html nodes() {
    NodeShares shares = new NodeShares(run, BINS, MOST_ROWS);
    Html figure =
        figures.of(
            new HeatMap(shares.names(), shares.shares(), shares.binSeconds())
                .chart(
                    prefix + "nodes",
                    "How full the nodes were",
                    "Heat map, time across, nodes down: share of the GPUs held, dark is full.",
                    "share of GPUs held",
                    run.endTime()),
            means("Nodes", shares.names(), shares.shares()));
    int nodes = run.groups().stream().mapToInt(NodeGroupBill::nodes).sum();
    return shares.nodes() == nodes
        ? figure
        : Html.of(
            "{}<p class=\"note\">{} of {} nodes ran no job and are not shown.</p>",
            figure,
            Quantity.count(nodes - shares.nodes()),
            Quantity.count(nodes));
  }

  private Html groups() {
    Bins bins = new Bins(run.series(), BINS);
    List<UsedGpus> parts = UsedGpus.by(run, bins, NodesSection::groupName, MOST_ROWS);
    List<String> names =
        parts.stream().map(p -> p.name() + " (" + Quantity.count(p.gpus()) + ")").toList();
    double[][] shares = parts.stream().map(UsedGpus::shares).toArray(double[][]::new);
    return figures.of(
        new HeatMap(names, shares, bins.seconds())
            .chart(
                prefix + "groups",
                "How full the node groups were (number of GPUs in brackets)",
                "Heat map, time across: share of the GPUs of each group that jobs held.",
                "share of GPUs held",
                run.endTime()),
        means("Node groups", names, shares));
  }

  private static String groupName(NodeGroupBill group) {
    return group.region() + ", " + group.gpuModel();
  }

  private static Table means(String caption, List<String> names, double[][] shares) {
    Table table = new Table(caption + ", share of GPUs held").text(caption).number("Mean");
    for (int row = 0; row < names.size(); row++) {
      double mean =
          Arrays.stream(shares[row]).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
      table.row(names.get(row), Quantity.percent(mean));
    }
    return table;
  }
}
