package org.edgetwin.calibration.speed;

import java.util.List;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.sim.validation.CheckCell;

/** Passes of a transformer that the fit has not seen, on GPUs that it has. */
public final class UnseenTransformerCheck implements ModelCheck {

  @Override
  public String part() {
    return "speed";
  }

  @Override
  public String name() {
    return "unseen-transformer";
  }

  @Override
  public String model() {
    return "transfer law with the fitted effects of each GPU";
  }

  @Override
  public String data() {
    return "the passes of unseen-gpu, measured by [neusight2025]";
  }

  @Override
  public String split() {
    return "each of the 5 models left out in turn, on all GPUs";
  }

  @Override
  public List<CheckCell> run() {
    return List.of(UnseenGpuCheck.reported("all GPUs", LeftOut.model(NeuSight.passes())));
  }
}
