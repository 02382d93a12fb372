package org.edgetwin.gpu.training;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.edgetwin.gpu.collective.MeasuredCurve;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * The six training jobs that Pollux [pollux2021] measured on nodes of four T4 (AWS g4dn.12xlarge),
 * fitted.
 *
 * <p>Limits: gangs over two nodes were measured on another day and are slower than those over three
 * and four; the constants keep that. Measured up to 64 GPUs in 16 nodes.
 */
public final class FittedJobs {
  private static final class Holder {
    static final FittedJobs STANDARD = new FittedJobs();
  }

  private final Map<String, DataParallelStep> jobs = new LinkedHashMap<>();

  private FittedJobs() {
    Map<String, List<MeasuredCurve.Point>> points = new LinkedHashMap<>();
    ShippedTable.rows(
            "training/compute.csv",
            row ->
                Map.entry(
                    row.getField("job"),
                    new MeasuredCurve.Point(
                        ShippedTable.number(row, "batch"), ShippedTable.number(row, "seconds"))))
        .forEach(
            row ->
                points.computeIfAbsent(row.getKey(), job -> new ArrayList<>()).add(row.getValue()));
    ShippedTable.rows("training/jobs.csv", row -> Map.entry(row.getField("job"), row))
        .forEach(
            row ->
                jobs.put(
                    row.getKey(),
                    step(new MeasuredCurve(points.get(row.getKey())), row.getValue())));
  }

  /** The constants shipped with the program. */
  public static FittedJobs standard() {
    return Holder.STANDARD;
  }

  /** Names of the jobs. */
  public Set<String> names() {
    return Set.copyOf(jobs.keySet());
  }

  /**
   * The step of a job.
   *
   * @param name such as {@code imagenet}
   * @throws IllegalArgumentException if it was not measured
   */
  public DataParallelStep require(String name) {
    DataParallelStep step = jobs.get(name);
    if (step == null) {
      throw new IllegalArgumentException(
          "The job %s was not measured. Maybe one of %s is like it."
              .formatted(name, jobs.keySet()));
    }
    return step;
  }

  private static DataParallelStep step(MeasuredCurve compute, NamedCsvRecord row) {
    return new DataParallelStep(
        compute,
        new GradientExchange(
            ShippedTable.number(row, "one_node_seconds"),
            ShippedTable.number(row, "two_nodes_seconds"),
            ShippedTable.number(row, "more_nodes_seconds"),
            ShippedTable.number(row, "growth_per_doubling")),
        new Overlap(
            ShippedTable.number(row, "hidden_per_compute_second"),
            ShippedTable.number(row, "always_exposed_share")),
        new WaitForOthers(
            ShippedTable.number(row, "wait_one_node"),
            ShippedTable.number(row, "wait_many_nodes")));
  }
}
