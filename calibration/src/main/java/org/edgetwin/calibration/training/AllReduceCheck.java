package org.edgetwin.calibration.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.edgetwin.calibration.validation.Holdout;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.gpu.collective.AllReduce;
import org.edgetwin.gpu.collective.BusBandwidthLaw;
import org.edgetwin.gpu.collective.Group;
import org.edgetwin.gpu.collective.MeasuredAllReduce;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.Comparison;

/** All-reduce inside a DGX node, message sizes left out. */
public final class AllReduceCheck implements ModelCheck {
  private static final double MEAN_BAR = 0.07;
  private static final double MEDIAN_BAR = 0.015;
  private static final double SHARE_LEFT_OUT = 0.3;
  private static final int TIMES = 3;
  private static final double MS_PER_SECOND = 1e3;

  /** Larger messages are left out where the law beyond the measured range is held up. */
  private static final double SMALL_BYTES = 16 * 1024 * 1024;

  /** Fits a model to the rows of one group. */
  private interface Fit extends Function<List<CollectiveRow>, AllReduce> {}

  @Override
  public String part() {
    return "training";
  }

  @Override
  public String name() {
    return "all-reduce";
  }

  @Override
  public String model() {
    return "curve of medians per eighth of an octave; start-up and bandwidth beyond its ends";
  }

  @Override
  public String data() {
    return "Vidur's all-reduce of 2, 4 and 8 GPUs in DGX nodes of A100 and H100, 2 kB to 64 MB"
        + " [vidur2024]";
  }

  @Override
  public String split() {
    return "30 % of the message sizes left out, three times; in the cell of sizes beyond the range"
        + " all above 16 MB";
  }

  @Override
  public List<CheckCell> run() {
    List<CollectiveRow> rows = CollectiveRow.all();
    List<CollectiveRow> inDgx = rows.stream().filter(CollectiveRow::isAllReduceInDgx).toList();
    List<CollectiveRow> across = rows.stream().filter(CollectiveRow::isAllReduceOverDgx).toList();
    return List.of(
        ErrorCell.atMost(
            "sizes inside the range",
            compare(sizesLeftOut(inDgx), AllReduceCheck::curve),
            MEAN_BAR,
            MEDIAN_BAR),
        ErrorCell.reported("the law alone", compare(sizesLeftOut(inDgx), AllReduceCheck::law)),
        ErrorCell.reported(
            "sizes beyond the range", compare(List.of(largeLeftOut(inDgx)), AllReduceCheck::curve)),
        ErrorCell.reported(
            "groups over two nodes", compare(sizesLeftOut(across), AllReduceCheck::curve)));
  }

  private static List<Holdout<CollectiveRow>> sizesLeftOut(List<CollectiveRow> rows) {
    return Holdout.repeated(rows, CollectiveRow::bytes, SHARE_LEFT_OUT, TIMES, "all-reduce sizes");
  }

  private static Holdout<CollectiveRow> largeLeftOut(List<CollectiveRow> rows) {
    return new Holdout<>(
        rows.stream().filter(row -> row.bytes() <= SMALL_BYTES).toList(),
        rows.stream().filter(row -> row.bytes() > SMALL_BYTES).toList());
  }

  private static AllReduce curve(List<CollectiveRow> rows) {
    return new MeasuredAllReduce(CollectiveFit.curve(rows), rows.get(0).group().workers());
  }

  private static AllReduce law(List<CollectiveRow> rows) {
    return new BusBandwidthLaw(CollectiveFit.law(rows), rows.get(0).group().workers());
  }

  private static List<Comparison> compare(List<Holdout<CollectiveRow>> holdouts, Fit fit) {
    List<Comparison> comparisons = new ArrayList<>();
    for (Holdout<CollectiveRow> holdout : holdouts) {
      Map<Group, AllReduce> fitted =
          holdout.fit().stream()
              .collect(
                  Collectors.groupingBy(
                      CollectiveRow::group,
                      LinkedHashMap::new,
                      Collectors.collectingAndThen(Collectors.toList(), fit)));
      for (CollectiveRow row : holdout.test()) {
        comparisons.add(
            new Comparison(
                "%s, %d GPUs, %.0f bytes"
                    .formatted(row.group().system(), row.group().workers(), row.bytes()),
                MS_PER_SECOND * fitted.get(row.group()).seconds(row.bytes()),
                MS_PER_SECOND * row.seconds()));
      }
    }
    return comparisons;
  }
}
