package org.edgetwin.calibration.layers;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.calibration.validation.Holdout;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.gpu.operators.MeasuredLayers;
import org.edgetwin.sim.validation.CheckCell;

/** Layers of a language model that was not measured, on GPUs that others were measured on. */
public final class UnseenLayerModelCheck implements ModelCheck {

  @Override
  public String part() {
    return "layers";
  }

  @Override
  public String name() {
    return "unseen-language-model";
  }

  @Override
  public String model() {
    return "roofline corrected by measured products of like sizes and like filling of waves";
  }

  @Override
  public String data() {
    return "the layers of unseen-tokens, measured by [vidur2024]";
  }

  @Override
  public String split() {
    return "each of the 3 models left out in turn, on all GPUs and splits over GPUs; widths of likeness"
        + " are round values chosen with all three in sight";
  }

  @Override
  public List<CheckCell> run() {
    List<MeasuredLayers.Row> rows = MeasuredLayers.rows();
    List<CheckCell> cells =
        new ArrayList<>(
            LayerCells.of(
                LayerFit.unseen(Holdout.each(rows, MeasuredLayers.Row::model)), 0.055, 0.08));
    cells.add(LayerCells.reported("naive roofline", LayerFit.naive(rows)));
    return cells;
  }
}
