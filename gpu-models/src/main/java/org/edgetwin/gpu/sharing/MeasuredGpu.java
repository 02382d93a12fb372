package org.edgetwin.gpu.sharing;

import java.util.Locale;
import java.util.Optional;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.GpuModel;

/** The GPUs on which Gavel [gavel] measured pairs of jobs. */
public enum MeasuredGpu {
  K80("K80-DIE"),
  P100("P100-PCIE-16"),
  V100(GpuCatalog.REFERENCE_ID);

  private static final MeasuredGpu[] ALL = values();

  private final String id;

  MeasuredGpu(String id) {
    this.id = id;
  }

  /** The model that was measured. */
  public GpuModel model() {
    return GpuCatalog.standard().require(id);
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

  static MeasuredGpu ofColumn(String column) {
    return valueOf(column.toUpperCase(Locale.ROOT));
  }
}
