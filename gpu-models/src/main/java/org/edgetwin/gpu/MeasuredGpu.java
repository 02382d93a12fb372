package org.edgetwin.gpu;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The GPUs on which Gavel [gavel] measured jobs, alone, in gangs and in pairs. */
public enum MeasuredGpu {
  K80("K80-DIE"),
  P100("P100-PCIE-16"),
  V100(GpuCatalog.REFERENCE_ID);

  /** How many they are. */
  public static final int COUNT = 3;

  private static final MeasuredGpu[] ALL = values();
  private static final @Nullable MeasuredGpu[] BY_INDEX = byIndex();
  private static final double[] MEMORY_GB =
      Arrays.stream(ALL).mapToDouble(gpu -> gpu.model().memoryGb()).toArray();

  private final String id;

  MeasuredGpu(String id) {
    this.id = id;
  }

  /** The model that was measured. */
  public GpuModel model() {
    return GpuCatalog.standard().require(id);
  }

  /** Its place in tables of all. */
  @SuppressWarnings("EnumOrdinal")
  public int position() {
    return ordinal();
  }

  /** Memory of the GPU that was measured, GB. */
  public double memoryGb() {
    return MEMORY_GB[position()];
  }

  /** Its name in the tables, such as {@code v100}. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The measured GPU that is this model. */
  public static Optional<MeasuredGpu> of(GpuModel gpu) {
    for (MeasuredGpu measured : ALL) {
      if (measured.id.equals(gpu.id()) && measured.model().equals(gpu)) {
        return Optional.of(measured);
      }
    }
    return Optional.empty();
  }

  /** Whether this model was measured; the V100 of 32 GB is the one of 16 GB with more memory. */
  public static boolean is(GpuModel gpu) {
    int index = GpuCatalog.standard().indexOf(gpu);
    return index != GpuModel.NOT_CATALOGUED && BY_INDEX[index] != null;
  }

  /** The measured GPU that this model is; for all others the V100, the fastest of them. */
  public static MeasuredGpu closest(GpuModel gpu) {
    int index = GpuCatalog.standard().indexOf(gpu);
    MeasuredGpu measured = index == GpuModel.NOT_CATALOGUED ? null : BY_INDEX[index];
    return measured == null ? V100 : measured;
  }

  private static @Nullable MeasuredGpu[] byIndex() {
    MeasuredGpu[] byIndex = new MeasuredGpu[GpuCatalog.standard().all().size()];
    for (MeasuredGpu measured : ALL) {
      byIndex[measured.model().index()] = measured;
    }
    byIndex[GpuCatalog.standard().require("V100-SXM2-32").index()] = V100;
    return byIndex;
  }

  /** The GPU of that name in the tables. */
  public static MeasuredGpu ofColumn(String column) {
    return valueOf(column.toUpperCase(Locale.ROOT));
  }
}
