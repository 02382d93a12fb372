package org.edgetwin.gpu.goodput;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.table.ShippedTable;
import org.edgetwin.gpu.training.FittedJobs;

/**
 * The six training jobs of Pollux [pollux2021] with their step times ({@link FittedJobs}) and the
 * noise of their gradients as trained at several batch sizes.
 */
public final class FittedGoodputs {
  private static final class Holder {
    static final FittedGoodputs STANDARD = new FittedGoodputs();
  }

  private final Map<String, GoodputModel> models = new LinkedHashMap<>();

  private FittedGoodputs() {
    Map<String, Map<Double, Map<Integer, Double>>> tables = new LinkedHashMap<>();
    ShippedTable.forEach(
        "goodput/signal.csv",
        row ->
            tables
                .computeIfAbsent(row.getField("job"), job -> new TreeMap<>())
                .computeIfAbsent(ShippedTable.number(row, "until"), until -> new TreeMap<>())
                .put(ShippedTable.count(row, "batch"), ShippedTable.number(row, "signal_share")));
    ShippedTable.forEach(
        "goodput/jobs.csv",
        row ->
            models.put(row.getField("job"), model(row, signal(tables.get(row.getField("job"))))));
  }

  private static GradientSignal signal(Map<Double, Map<Integer, Double>> table) {
    double[] until = table.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    double[] batches =
        table.values().iterator().next().keySet().stream()
            .mapToDouble(Integer::doubleValue)
            .toArray();
    double[][] shares =
        table.values().stream()
            .map(row -> row.values().stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    return new GradientSignal(until, batches, shares);
  }

  private static GoodputModel model(NamedCsvRecord row, GradientSignal signal) {
    String name = row.getField("job");
    return new GoodputModel(
        name,
        GpuCatalog.standard().require(row.getField("gpu")),
        new MeasuredStep(FittedJobs.standard().require(name)),
        signal,
        ShippedTable.count(row, "initial_batch"),
        ShippedTable.count(row, "most_batch"),
        ShippedTable.count(row, "least_per_gpu"),
        ShippedTable.count(row, "most_per_gpu"),
        ShippedTable.number(row, "steps"));
  }

  /** The constants shipped with the program. */
  public static FittedGoodputs standard() {
    return Holder.STANDARD;
  }

  /** Names of the jobs. */
  public Set<String> names() {
    return Set.copyOf(models.keySet());
  }

  /** The model of a job, if it was measured. */
  public Optional<GoodputModel> find(String name) {
    return Optional.ofNullable(models.get(name));
  }

  /**
   * The model of a job.
   *
   * @throws IllegalArgumentException if it was not measured
   */
  public GoodputModel require(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The goodput of %s was not measured. Maybe one of %s is like it."
                        .formatted(name, List.copyOf(models.keySet()))));
  }
}
