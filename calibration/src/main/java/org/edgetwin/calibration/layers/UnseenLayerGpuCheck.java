package org.edgetwin.calibration.layers;

import java.util.List;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.gpu.operators.MeasuredLayers;
import org.edgetwin.sim.validation.CheckCell;

/** Layers on a GPU of which only the data sheet is known. */
public final class UnseenLayerGpuCheck implements ModelCheck {

  @Override
  public String part() {
    return "layers";
  }

  @Override
  public String name() {
    return "unseen-layer-gpu";
  }

  @Override
  public String model() {
    return "roofline with one correction for all GPUs";
  }

  @Override
  public String data() {
    return "the layers of unseen-tokens, measured by [vidur2024]";
  }

  @Override
  public String split() {
    return "each of the 3 GPUs left out in turn";
  }

  @Override
  public List<CheckCell> run() {
    return LayerCells.of(LayerFit.unseenGpus(MeasuredLayers.rows()), Double.NaN, Double.NaN);
  }
}
