package org.edgetwin.gpu;

import java.util.Arrays;
import java.util.List;

/**
 * The three GPUs of the measured tables, as columns 0 to 2, and which catalogue models count as one
 * of them. The 32 GB V100 is the 16 GB one with more memory.
 */
final class MeasuredGpus {
  /** Names of the columns in the tables. */
  static final List<String> COLUMNS = List.of("k80", "p100", "v100");

  static final int K80 = 0;
  static final int P100 = 1;
  static final int V100 = 2;
  static final int NONE = -1;

  private static final class Holder {
    static final MeasuredGpus STANDARD = new MeasuredGpus(GpuCatalog.standard());
  }

  private final GpuCatalog catalog;
  private final int[] columnByIndex;
  private final double[] memoryGb = new double[COLUMNS.size()];

  private MeasuredGpus(GpuCatalog catalog) {
    this.catalog = catalog;
    columnByIndex = new int[catalog.all().size()];
    Arrays.fill(columnByIndex, NONE);
    measured("K80-DIE", K80);
    measured("P100-PCIE-16", P100);
    measured(GpuCatalog.REFERENCE_ID, V100);
    assign(catalog.require("V100-SXM2-32"), V100);
  }

  static MeasuredGpus standard() {
    return Holder.STANDARD;
  }

  /** Column of this model, or {@link #NONE}. */
  int column(GpuModel gpu) {
    int index = catalog.indexOf(gpu);
    return index == GpuModel.NOT_CATALOGUED ? NONE : columnByIndex[index];
  }

  /** Memory of the GPU that was measured, GB. */
  double memoryGb(int column) {
    return memoryGb[column];
  }

  private void measured(String id, int column) {
    GpuModel gpu = catalog.require(id);
    assign(gpu, column);
    memoryGb[column] = gpu.memoryGb();
  }

  private void assign(GpuModel gpu, int column) {
    columnByIndex[gpu.index()] = column;
  }
}
