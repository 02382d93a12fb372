package org.edgetwin.calibration.sharing;

import java.util.List;
import org.edgetwin.calibration.validation.ModelCheck;

/** The checks of how jobs share one GPU, in the order of their table. */
public final class SharingChecks {
  static final String PART = "sharing";
  static final String STATISTICAL =
      "Gaussian process on the logarithm of kept speed, jobs alike by family and batch";
  static final String DATA =
      "speed beside another job over speed alone, pairs of 26 training jobs that fit in memory"
          + " [gavel]";

  private SharingChecks() {}

  public static List<ModelCheck> all() {
    return List.of(
        PairsCheck.statistical(),
        PairsCheck.physical(),
        ConfigurationCheck.standard(),
        NewFamilyCheck.standard());
  }
}
