package org.edgetwin.gpu;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * What each of two single-GPU training jobs keeps of its solo speed when both share a GPU, measured
 * by Gavel. 0 = the pair does not fit in memory, NaN = not measured, or screened out as
 * implausible.
 */
final class PairTable {
  private final int classCount;
  private final double[] kept;
  private final double[] pressures;

  PairTable(WorkloadCatalog workloads) {
    classCount = (int) workloads.all().stream().filter(WorkloadClass::isMeasured).count();
    int columns = MeasuredGpus.COLUMNS.size();
    kept = new double[columns * classCount * classCount];
    Arrays.fill(kept, Double.NaN);
    pressures = new double[columns * classCount];
    ShippedTable.forEach("gavel/pairs.csv", row -> addPair(workloads, row));
    ShippedTable.forEach("gavel/classes.csv", row -> addPressures(workloads, row));
  }

  int classCount() {
    return classCount;
  }

  /** Fraction of its speed that {@code self} keeps beside {@code other}. */
  double kept(int column, int self, int other) {
    return kept[(column * classCount + self) * classCount + other];
  }

  /** Share of the GPU that the class keeps busy alone, fitted to the pairs of this GPU. */
  double pressure(int column, int workload) {
    return pressures[column * classCount + workload];
  }

  private void addPair(WorkloadCatalog workloads, NamedCsvRecord row) {
    if (row.getField("screened").equals("1")) {
      return;
    }
    int column = MeasuredGpus.COLUMNS.indexOf(row.getField("gpu"));
    int a = index(workloads, row.getField("a"));
    int b = index(workloads, row.getField("b"));
    kept[(column * classCount + a) * classCount + b] = ShippedTable.number(row, "kept_a");
    kept[(column * classCount + b) * classCount + a] = ShippedTable.number(row, "kept_b");
  }

  private void addPressures(WorkloadCatalog workloads, NamedCsvRecord row) {
    int workload = index(workloads, row.getField("id"));
    for (int column = 0; column < MeasuredGpus.COLUMNS.size(); column++) {
      pressures[column * classCount + workload] =
          ShippedTable.number(row, "pressure_" + MeasuredGpus.COLUMNS.get(column));
    }
  }

  private static int index(WorkloadCatalog workloads, String id) {
    return workloads.find(id).orElseThrow().index();
  }
}
