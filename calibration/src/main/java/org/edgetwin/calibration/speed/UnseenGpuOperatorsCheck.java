package org.edgetwin.calibration.speed;

import java.util.List;
import java.util.Map;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.gpu.operators.OperatorTable;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.Comparison;
import org.edgetwin.sim.validation.Errors;
import org.edgetwin.sim.validation.Figure;

/** Passes of transformers on a GPU of which single matrix products were measured, but no pass. */
public final class UnseenGpuOperatorsCheck implements ModelCheck {

  @Override
  public String part() {
    return "speed";
  }

  @Override
  public String name() {
    return "unseen-gpu-operators";
  }

  @Override
  public String model() {
    return "transfer law, its arithmetic efficiency moved half-way to the GPU's operator table";
  }

  @Override
  public String data() {
    return "the passes of unseen-gpu; 18,583 matrix products on 7 of the GPUs (none on AMD),"
        + " measured by [neusight2025]";
  }

  @Override
  public String split() {
    return "each GPU left out in turn with all its passes; its matrix products are known";
  }

  @Override
  public List<CheckCell> run() {
    List<MeasuredPass> passes = NeuSight.passes();
    Map<String, OperatorTable> tables = NeuSight.tables();
    List<Prediction> predictions = LeftOut.gpuByOperators(passes, tables);
    return List.of(
        cell(
            "GPUs with operator tables",
            predictions.stream().filter(p -> tables.containsKey(p.pass().gpu().id())).toList()),
        cell("all GPUs, AMD by the law alone", predictions));
  }

  private static CheckCell cell(String name, List<Prediction> predictions) {
    List<Comparison> comparisons = predictions.stream().map(Prediction::comparison).toList();
    Errors errors = Errors.relative(comparisons);
    return new CheckCell(
        name,
        "ms",
        true,
        comparisons,
        List.of(
            Figure.percentAtMost("mean error", errors.mean(), 0.09),
            Figure.percent("median error", errors.median()),
            Figure.percent("p90 error", errors.p90()),
            Figure.percent("pairs of GPUs in order", PairOrder.rightShare(predictions))));
  }
}
