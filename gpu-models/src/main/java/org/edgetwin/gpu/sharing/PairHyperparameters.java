package org.edgetwin.gpu.sharing;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.EnumMap;
import java.util.Map;
import org.edgetwin.gpu.MeasuredGpu;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * Hyper-parameters of the statistical model on one GPU.
 *
 * @param mean of the process of means
 * @param difference of the process of differences
 */
public record PairHyperparameters(PairVariances mean, PairVariances difference) {
  private static final class Holder {
    static final Map<MeasuredGpu, PairHyperparameters> SHIPPED = load();
  }

  /** Fitted to all of Gavel's pairs on one GPU by marginal likelihood; ship with the program. */
  public static PairHyperparameters shipped(MeasuredGpu gpu) {
    return Holder.SHIPPED.get(gpu);
  }

  /** Of one of the two processes. */
  public PairVariances of(Symmetry symmetry) {
    return symmetry == Symmetry.MEAN ? mean : difference;
  }

  private static Map<MeasuredGpu, PairHyperparameters> load() {
    Map<MeasuredGpu, Map<Symmetry, PairVariances>> read = new EnumMap<>(MeasuredGpu.class);
    ShippedTable.forEach(
        "sharing/pair-variances.csv",
        row ->
            read.computeIfAbsent(
                    MeasuredGpu.ofColumn(row.getField("gpu")), gpu -> new EnumMap<>(Symmetry.class))
                .put(Symmetry.valueOf(row.getField("process")), variances(row)));
    Map<MeasuredGpu, PairHyperparameters> shipped = new EnumMap<>(MeasuredGpu.class);
    read.forEach(
        (gpu, processes) ->
            shipped.put(
                gpu,
                new PairHyperparameters(
                    processes.get(Symmetry.MEAN), processes.get(Symmetry.DIFFERENCE))));
    return shipped;
  }

  private static PairVariances variances(NamedCsvRecord row) {
    double[] parts = new double[PairKernel.PARTS];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = ShippedTable.number(row, "part_" + (i + 1));
    }
    return new PairVariances(parts, ShippedTable.number(row, "noise"));
  }
}
