package org.edgetwin.calibration.layers;

import java.util.List;
import org.edgetwin.calibration.validation.Holdout;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.gpu.operators.MeasuredLayers;
import org.edgetwin.sim.validation.CheckCell;

/** Layers at numbers of tokens that were not measured. */
public final class UnseenTokensCheck implements ModelCheck {
  private static final double SHARE = 0.3;
  private static final int TIMES = 3;

  @Override
  public String part() {
    return "layers";
  }

  @Override
  public String name() {
    return "unseen-tokens";
  }

  @Override
  public String model() {
    return "layer tables, linear in tokens; the law beyond their ends";
  }

  @Override
  public String data() {
    return "6,993 layers of Llama 2 7B and 70B (over 1-8 GPUs) and Phi-2 on A40, A100, H100, medians"
        + " of 9 operators, measured by [vidur2024]";
  }

  @Override
  public String split() {
    return "30 % of the 259 numbers of tokens left out everywhere, three times";
  }

  @Override
  public List<CheckCell> run() {
    return LayerCells.of(
        LayerFit.unseen(
            Holdout.repeated(
                MeasuredLayers.rows(), MeasuredLayers.Row::tokens, SHARE, TIMES, "layer-tokens")),
        0.025,
        Double.NaN);
  }
}
