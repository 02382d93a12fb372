package org.edgetwin.calibration;

import java.util.List;
import org.edgetwin.calibration.validation.ModelCheck;

/** All checks of models against measurements, in the order of their table. */
public final class ModelChecks {
  private ModelChecks() {}

  public static List<ModelCheck> all() {
    return List.of();
  }
}
