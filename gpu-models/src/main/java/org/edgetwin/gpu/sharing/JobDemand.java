package org.edgetwin.gpu.sharing;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.edgetwin.gpu.MeasuredGpu;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * What one job takes of a GPU at full speed, and how much it suffers from others.
 *
 * <p>Demands are shares in [0, 1] of each resource. A sensitivity of 1 means that others that take
 * all of a resource, on top of leaving enough of it, double the job's step. Immutable.
 */
public final class JobDemand {
  /** Resources of the shipped demands. */
  public static final int RESOURCES = 3;

  private static final class Holder {
    static final Map<MeasuredGpu, Map<String, JobDemand>> SHIPPED = load();
  }

  private final double[] demands;
  private final double[] sensitivities;
  private final double weight;
  private final double memoryGb;

  private JobDemand(double[] demands, double[] sensitivities, double weight, double memoryGb) {
    this.demands = demands;
    this.sensitivities = sensitivities;
    this.weight = weight;
    this.memoryGb = memoryGb;
  }

  /**
   * A job of weight 1 whose need of memory is not checked.
   *
   * @param demands {@code [resources]}, each in [0, 1]
   * @param sensitivities {@code [resources]}, at least 0
   */
  public static JobDemand of(double[] demands, double[] sensitivities) {
    boolean shares = Arrays.stream(demands).allMatch(u -> u >= 0 && u <= 1);
    boolean slowdowns = Arrays.stream(sensitivities).allMatch(s -> s >= 0 && s < 1 / 0.0);
    if (demands.length != sensitivities.length || !shares || !slowdowns) {
      throw new IllegalArgumentException(
          "The demands %s must be shares in [0, 1], with as many sensitivities of at least 0, not %s."
              .formatted(Arrays.toString(demands), Arrays.toString(sensitivities)));
    }
    return new JobDemand(demands.clone(), sensitivities.clone(), 1, 0);
  }

  /** What Gavel's pairs say about this kind of job on this GPU; empty if it was not measured. */
  public static Optional<JobDemand> shipped(MeasuredGpu gpu, JobKind kind) {
    return Optional.ofNullable(Holder.SHIPPED.get(gpu).get(kind.id()));
  }

  /** The same job, served in proportion to this positive weight. */
  public JobDemand weighing(double newWeight) {
    if (!(newWeight > 0)) {
      throw new IllegalArgumentException("The weight (" + newWeight + ") must be positive.");
    }
    return new JobDemand(demands, sensitivities, newWeight, memoryGb);
  }

  /** The same job with this need of device memory, GB, at least 0. */
  public JobDemand needing(double newMemoryGb) {
    if (!(newMemoryGb >= 0)) {
      throw new IllegalArgumentException(
          "The memory need (" + newMemoryGb + " GB) must be at least 0. Maybe use 0 if unknown.");
    }
    return new JobDemand(demands, sensitivities, weight, newMemoryGb);
  }

  public int resources() {
    return demands.length;
  }

  public double demand(int resource) {
    return demands[resource];
  }

  public double sensitivity(int resource) {
    return sensitivities[resource];
  }

  public double weight() {
    return weight;
  }

  public double memoryGb() {
    return memoryGb;
  }

  /** The largest of its demands. */
  double peak() {
    double peak = 0;
    for (double demand : demands) {
      peak = Math.max(peak, demand);
    }
    return peak;
  }

  /**
   * Its rate alone if it may take at most this share of the resource it uses most: {@code min(1,
   * share / largest demand)}.
   */
  double limitedTo(double share) {
    return Math.min(1, share / Math.max(share, peak()));
  }

  private static Map<MeasuredGpu, Map<String, JobDemand>> load() {
    Map<MeasuredGpu, Map<String, JobDemand>> shipped = new EnumMap<>(MeasuredGpu.class);
    ShippedTable.forEach(
        "sharing/demands.csv",
        row ->
            shipped
                .computeIfAbsent(MeasuredGpu.ofColumn(row.getField("gpu")), gpu -> new HashMap<>())
                .put(row.getField("id"), of(numbers(row, "u"), numbers(row, "s"))));
    return shipped;
  }

  private static double[] numbers(NamedCsvRecord row, String prefix) {
    double[] numbers = new double[RESOURCES];
    for (int r = 0; r < RESOURCES; r++) {
      numbers[r] = ShippedTable.number(row, prefix + (r + 1));
    }
    return numbers;
  }
}
