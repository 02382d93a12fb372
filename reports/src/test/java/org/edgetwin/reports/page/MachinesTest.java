package org.edgetwin.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.edgetwin.reports.Accounts;
import org.edgetwin.reports.NodeGroupBill;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.reports.chart.GanttChart.Bar;
import org.edgetwin.sim.metrics.Attempt;
import org.edgetwin.sim.metrics.SeriesColumns;
import org.edgetwin.sim.metrics.TimeSeries;
import org.junit.jupiter.api.Test;

class MachinesTest {
  @Test
  void jobsThatShareAGpuStandSideBySide() {
    List<Bar> bars =
        new GanttLayout(
                run(
                    List.of(
                        attempt(0, 400, 0, 10, "done"),
                        attempt(1, 300, 2, 4, "done"),
                        attempt(2, 300, 3, 9, "failed"),
                        attempt(3, 300, 5, 8, "done"))))
            .bars();

    assertThat(bars).extracting(Bar::offset).containsExactly(0.0, 0.4, 0.7, 0.4);
    assertThat(bars).extracting(Bar::cut).containsExactly(false, false, true, false);
    assertThat(bars).extracting(Bar::row).containsOnly(0);
  }

  @Test
  void gangHasABarOnEachOfItsGpus() {
    GanttLayout layout =
        new GanttLayout(
            run(
                List.of(
                    new Attempt(
                        7, 0, new int[] {1, 0}, new long[] {0b101, 0b10}, 1000, 0, 5, "done"))));

    assertThat(layout.names())
        .containsExactly("x, node 0, GPU 1", "x, node 1, GPU 0", "x, node 1, GPU 2");
    assertThat(layout.bars()).extracting(Bar::job).containsOnly(7);
  }

  @Test
  void nodeSharesAreTheTimeGpusWereHeld() {
    // 4 GPUs in each of 2 nodes; 100 s in 4 bins of 25 s.
    NodeShares shares =
        new NodeShares(
            run(
                List.of(
                    new Attempt(0, 0, new int[] {0}, new long[] {0b11}, 1000, 0, 50, "done"),
                    new Attempt(1, 0, new int[] {1}, new long[] {1}, 500, 60, 75, "done"))),
            4,
            10);

    assertThat(shares.shares()[0]).containsExactly(0.5, 0.5, 0, 0);
    assertThat(shares.shares()[1]).containsExactly(0, 0, 0.5 * 15 / (4 * 25), 0);
  }

  @Test
  void neighboursAreJoinedUntilFewEnoughRowsAreLeft() {
    NodeShares shares =
        new NodeShares(
            run(
                List.of(
                    new Attempt(0, 0, new int[] {0}, new long[] {0b11}, 1000, 0, 100, "done"),
                    new Attempt(1, 0, new int[] {1}, new long[] {0b1111}, 1000, 0, 100, "done"))),
            2,
            1);

    assertThat(shares.names()).containsExactly("x, nodes 0–1");
    assertThat(shares.shares()[0]).containsExactly(0.75, 0.75);
  }

  @Test
  void binsAreExactAveragesAndTheLastMayBeShort() {
    TimeSeries series = new TimeSeries(SeriesColumns.count(1), 16, 10);
    for (int i = 0; i < 5; i++) {
      double[] row = new double[SeriesColumns.count(1)];
      row[SeriesColumns.QUEUED_JOBS] = i;
      series.append(row);
    }
    Bins bins = new Bins(series, 3);

    assertThat(bins.averages(SeriesColumns.QUEUED_JOBS)).containsExactly(0.5, 2.5, 4);
    assertThat(bins.middles()).containsExactly(10, 30, 45);
  }

  private static Attempt attempt(int job, int milli, double start, double end, String outcome) {
    return new Attempt(job, 0, new int[] {0}, new long[] {1}, milli, start, end, outcome);
  }

  private static RunRecords run(List<Attempt> attempts) {
    return new RunRecords(
        List.of(),
        attempts,
        List.of(new NodeGroupBill(0, "x", "r", "s", false, 1, 2, 8, 800, 400, 1, 1)),
        new TimeSeries(SeriesColumns.count(1), 4, 60),
        List.of("vc"),
        100,
        Accounts.NONE);
  }
}
