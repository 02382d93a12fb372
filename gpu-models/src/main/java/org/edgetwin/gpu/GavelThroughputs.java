package org.edgetwin.gpu;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * Gavel's measured training rates, steps per second, by class, GPU, spread and gang of 1, 2, 4 or
 * 8. 0 = does not fit in memory, NaN = not measured.
 */
final class GavelThroughputs {
  /** Gang sizes that were measured; a gang is addressed by its position here. */
  private static final int[] GANGS = {1, 2, 4, 8};

  static final int GANG_COUNT = GANGS.length;

  private static final int GPUS = MeasuredGpu.COUNT;

  private final int classCount;
  private final double[] rates;

  private GavelThroughputs(int classCount) {
    this.classCount = classCount;
    rates = new double[classCount * GPUS * Spread.COUNT * GANG_COUNT];
    Arrays.fill(rates, Double.NaN);
  }

  static GavelThroughputs load(WorkloadCatalog workloads) {
    int measured = (int) workloads.all().stream().filter(WorkloadClass::isMeasured).count();
    GavelThroughputs table = new GavelThroughputs(measured);
    ShippedTable.forEach("gavel/throughputs.csv", row -> table.add(workloads, row));
    return table;
  }

  int classCount() {
    return classCount;
  }

  /**
   * Steps per second of the gang at position {@code gang}; 0 = does not fit, NaN = not measured.
   */
  double rate(int workload, int column, Spread spread, int gang) {
    return rates[position(workload, column, spread, gang)];
  }

  /** Position of a gang that was measured; negative for any other. */
  static int gangPosition(int gpus) {
    return Arrays.binarySearch(GANGS, gpus);
  }

  /** Whether gangs of more than one GPU were measured for this class. */
  boolean hasGangs(int workload) {
    return !Double.isNaN(rate(workload, MeasuredGpu.V100.position(), Spread.ONE_NODE, 1));
  }

  private void add(WorkloadCatalog workloads, NamedCsvRecord row) {
    int workload = workloads.find(row.getField("workload")).orElseThrow().index();
    int gang = gangPosition(Integer.parseInt(row.getField("gpus")));
    for (MeasuredGpu gpu : MeasuredGpu.values()) {
      int column = gpu.position();
      rates[position(workload, column, Spread.ONE_NODE, gang)] =
          ShippedTable.number(row, gpu.column());
      rates[position(workload, column, Spread.MANY_NODES, gang)] =
          ShippedTable.number(row, gpu.column() + "_unconsolidated");
    }
  }

  private static int position(int workload, int column, Spread spread, int gang) {
    return ((workload * GPUS + column) * Spread.COUNT + spread.position()) * GANG_COUNT + gang;
  }
}
