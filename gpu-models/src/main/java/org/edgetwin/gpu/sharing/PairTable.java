package org.edgetwin.gpu.sharing;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import org.edgetwin.gpu.MeasuredGpu;
import org.edgetwin.gpu.WorkloadCatalog;
import org.edgetwin.gpu.WorkloadClass;
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
    kept = new double[MeasuredGpu.COUNT * classCount * classCount];
    Arrays.fill(kept, Double.NaN);
    pressures = new double[MeasuredGpu.COUNT * classCount];
    for (MeasuredGpu gpu : MeasuredGpu.values()) {
      GavelPairs.all(gpu).stream()
          .filter(pair -> !pair.screened())
          .forEach(pair -> add(workloads, gpu, pair));
    }
    ShippedTable.forEach("gavel/classes.csv", row -> addPressures(workloads, row));
  }

  int classCount() {
    return classCount;
  }

  /** Fraction of its speed that {@code self} keeps beside {@code other}. */
  double kept(MeasuredGpu gpu, int self, int other) {
    return kept[position(gpu, self, other)];
  }

  /** Share of the GPU that the class keeps busy alone, fitted to the pairs of this GPU. */
  double pressure(MeasuredGpu gpu, int workload) {
    return pressures[gpu.position() * classCount + workload];
  }

  private int position(MeasuredGpu gpu, int self, int other) {
    return (gpu.position() * classCount + self) * classCount + other;
  }

  private void add(WorkloadCatalog workloads, MeasuredGpu gpu, MeasuredPair pair) {
    int a = index(workloads, pair.jobs().a().id());
    int b = index(workloads, pair.jobs().b().id());
    kept[position(gpu, a, b)] = pair.keptA();
    kept[position(gpu, b, a)] = pair.keptB();
  }

  private void addPressures(WorkloadCatalog workloads, NamedCsvRecord row) {
    int workload = index(workloads, row.getField("id"));
    for (MeasuredGpu gpu : MeasuredGpu.values()) {
      pressures[gpu.position() * classCount + workload] =
          ShippedTable.number(row, "pressure_" + gpu.column());
    }
  }

  private static int index(WorkloadCatalog workloads, String id) {
    return workloads.find(id).orElseThrow().index();
  }
}
