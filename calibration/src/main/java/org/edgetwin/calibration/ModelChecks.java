package org.edgetwin.calibration;

import java.util.List;
import org.edgetwin.calibration.churn.BambooLifetimesCheck;
import org.edgetwin.calibration.churn.GcpLifetimesCheck;
import org.edgetwin.calibration.inference.InferenceBenchCheck;
import org.edgetwin.calibration.inference.SplitwiseCheck;
import org.edgetwin.calibration.serving.VllmRunsCheck;
import org.edgetwin.calibration.validation.ModelCheck;

/** All checks of models against measurements, in the order of their table. */
public final class ModelChecks {
  private ModelChecks() {}

  public static List<ModelCheck> all() {
    return List.of(
        new SplitwiseCheck(),
        new InferenceBenchCheck(),
        new VllmRunsCheck(),
        new GcpLifetimesCheck(),
        new BambooLifetimesCheck());
  }
}
