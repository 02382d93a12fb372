package org.edgetwin.calibration.inference;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.calibration.validation.Holdout;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.Comparison;
import org.edgetwin.sim.validation.Errors;
import org.edgetwin.sim.validation.Figure;

/** Prefill and decode of a model on a group of GPUs on which it was never measured. */
public final class SplitwiseCheck implements ModelCheck {
  private static final double BAR = 0.11;

  @Override
  public String part() {
    return "inference";
  }

  @Override
  public String name() {
    return "llm-unseen-group";
  }

  @Override
  public String model() {
    return "roofline law with floors and collectives, corrected by a Gaussian process of its"
        + " errors";
  }

  @Override
  public String data() {
    return "Llama-2-70B and BLOOM-176B on 2, 4 and 8 A100 and H100 [patel2024], medians of"
        + " repetitions, each prefill once; without the power-capped H100 (the H100's rows over"
        + " again) and without 64 x 512 tokens on 2 GPUs (faster than the data sheet allows: not"
        + " run whole)";
  }

  @Override
  public String split() {
    return "each of the 8 combinations of model, GPU and number of GPUs left out whole, in turn";
  }

  @Override
  public List<CheckCell> run() {
    var measurements = new SplitwiseMeasurements();
    return List.of(
        cell("prefill", LawPrior.Kind.PREFILL, measurements.prefills()),
        cell("decode", LawPrior.Kind.DECODE, measurements.decodes()));
  }

  private static CheckCell cell(String name, LawPrior.Kind kind, List<Observation> observations) {
    List<Prediction> predictions = unseenGroups(kind, observations);
    List<Comparison> comparisons = predictions.stream().map(Prediction::inMilliseconds).toList();
    Errors errors = Errors.relative(comparisons);
    return new CheckCell(
        name,
        "ms",
        true,
        comparisons,
        List.of(
            Figure.percentAtMost("mean error", errors.mean(), BAR),
            Figure.percent("median error", errors.median()),
            Figure.percent("p90 error", errors.p90()),
            Figure.percent("mean error of the law alone", Prediction.lawErrors(predictions).mean()),
            Figure.percent("in the 90 % interval", Prediction.covered(predictions))));
  }

  /** Each model on each group of GPUs, predicted from the others. */
  static List<Prediction> unseenGroups(LawPrior.Kind kind, List<Observation> observations) {
    List<Prediction> predictions = new ArrayList<>();
    for (Holdout<Observation> holdout : Holdout.each(observations, Observation::entity)) {
      CorrectedLaw law = CorrectedLaw.fit(kind, holdout.fit());
      holdout
          .test()
          .forEach(
              left -> predictions.add(new Prediction(left.entity(), left, law.estimate(left))));
    }
    return predictions;
  }
}
