package org.edgetwin.calibration.speed;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.Comparison;
import org.edgetwin.sim.validation.Errors;
import org.edgetwin.sim.validation.Figure;

/** Passes of transformers on a GPU that the fit knows by its data sheet alone. */
public final class UnseenGpuCheck implements ModelCheck {
  /** Of a normal distribution: 90 % lie within. */
  private static final double NINETY_PERCENT = 1.6449;

  @Override
  public String part() {
    return "speed";
  }

  @Override
  public String name() {
    return "unseen-gpu";
  }

  @Override
  public String model() {
    return "transfer law: a roofline per kind of operator, efficiency by power headroom";
  }

  @Override
  public String data() {
    return "87 dense FP32 passes of 5 transformers on 9 GPUs (NVIDIA, AMD), measured by"
        + " [neusight2025]; 28 runs on several GPUs, compiled or of a mixture of experts not used";
  }

  @Override
  public String split() {
    return "each GPU left out in turn, with all its runs; the form of the law and its priors were"
        + " chosen with all nine in sight";
  }

  @Override
  public List<CheckCell> run() {
    List<MeasuredPass> passes = NeuSight.passes();
    List<Prediction> predictions = LeftOut.gpuByLaw(passes);
    List<CheckCell> cells = new ArrayList<>();
    cells.add(all(predictions));
    LeftOut.byGpu(predictions).forEach((gpu, ofGpu) -> cells.add(reported(gpu, ofGpu)));
    cells.add(reported("both A100 left out together", LeftOut.chipByLaw(passes)));
    cells.add(reported("no factor for wide multiprocessors", LeftOut.gpuWithoutWideFactor(passes)));
    cells.add(reported("naive roofline", NaiveRoofline.gpuLeftOut(passes)));
    return cells;
  }

  private static CheckCell all(List<Prediction> predictions) {
    List<Comparison> comparisons = predictions.stream().map(Prediction::comparison).toList();
    Errors errors = Errors.relative(comparisons);
    return new CheckCell(
        "all GPUs",
        "ms",
        true,
        comparisons,
        List.of(
            Figure.percentAtMost("mean error", errors.mean(), 0.11),
            Figure.percentAtMost("median error", errors.median(), 0.08),
            Figure.percent("p90 error", errors.p90()),
            Figure.percentAtLeast(
                "pairs of GPUs in order", PairOrder.rightShare(predictions), 0.98),
            Figure.percent("in the 90 % interval", coverage(predictions))));
  }

  static CheckCell reported(String name, List<Prediction> predictions) {
    List<Comparison> comparisons = predictions.stream().map(Prediction::comparison).toList();
    Errors errors = Errors.relative(comparisons);
    return new CheckCell(
        name,
        "ms",
        true,
        comparisons,
        List.of(
            Figure.percent("mean error", errors.mean()),
            Figure.percent("median error", errors.median()),
            Figure.percent("p90 error", errors.p90())));
  }

  /** Share of the runs inside the interval whose width comes from the errors on other GPUs. */
  private static double coverage(List<Prediction> predictions) {
    double inside = 0;
    for (Prediction p : predictions) {
      ErrorParts others =
          ErrorParts.of(
              predictions.stream().filter(o -> !o.pass().gpu().equals(p.pass().gpu())).toList());
      double width = NINETY_PERCENT * Math.hypot(others.shared(), others.own());
      inside += Math.abs(p.logError()) <= width ? 1 : 0;
    }
    return inside / predictions.size();
  }
}
