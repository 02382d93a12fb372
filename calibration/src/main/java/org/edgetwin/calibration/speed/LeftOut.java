package org.edgetwin.calibration.speed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.edgetwin.calibration.validation.Holdout;
import org.edgetwin.gpu.operators.GpuEffects;
import org.edgetwin.gpu.operators.OperatorTable;
import org.edgetwin.gpu.operators.PassTimes;
import org.edgetwin.gpu.operators.TransferLaw;

/** Every measured run, predicted by a fit that has not seen what it belongs to. */
final class LeftOut {
  /** Two sizes of memory on one chip. */
  private static final Set<String> A100 = Set.of("A100-PCIE-40", "A100-PCIE-80");

  private LeftOut() {}

  /** Each GPU left out; the law alone. */
  static List<Prediction> gpuByLaw(List<MeasuredPass> passes) {
    return eachGpu(passes, p -> p.gpu().id(), Map.of());
  }

  /** Each GPU left out; the law alone; the two A100 go together. */
  static List<Prediction> chipByLaw(List<MeasuredPass> passes) {
    return eachGpu(passes, p -> A100.contains(p.gpu().id()) ? "A100" : p.gpu().id(), Map.of());
  }

  /** Each GPU left out; a law that does not know how wide multiprocessors are. */
  static List<Prediction> gpuWithoutWideFactor(List<MeasuredPass> passes) {
    return eachGpu(passes, p -> p.gpu().id(), Map.of(), TransferFit::withoutWideFactor);
  }

  /** Each GPU left out but for its operators, where it has some. */
  static List<Prediction> gpuByOperators(
      List<MeasuredPass> passes, Map<String, OperatorTable> tables) {
    return eachGpu(passes, p -> p.gpu().id(), tables);
  }

  /** Each model left out on all GPUs; the GPUs are known. */
  static List<Prediction> model(List<MeasuredPass> passes) {
    return Holdout.each(passes, p -> p.pass().shape().name()).stream()
        .flatMap(
            holdout -> {
              TransferFit fit = TransferFit.to(holdout.fit());
              return holdout.test().stream()
                  .map(
                      p ->
                          new Prediction(
                              p,
                              fit.law()
                                  .seconds(
                                      p.work(),
                                      p.gpu(),
                                      fit.effectsById()
                                          .getOrDefault(p.gpu().id(), GpuEffects.NONE))));
            })
        .toList();
  }

  private static List<Prediction> eachGpu(
      List<MeasuredPass> passes,
      Function<MeasuredPass, String> entity,
      Map<String, OperatorTable> tables) {
    return eachGpu(passes, entity, tables, TransferFit::to);
  }

  private static List<Prediction> eachGpu(
      List<MeasuredPass> passes,
      Function<MeasuredPass, String> entity,
      Map<String, OperatorTable> tables,
      Function<List<MeasuredPass>, TransferFit> fit) {
    return Holdout.each(passes, entity).stream()
        .flatMap(
            holdout -> {
              TransferLaw law = fit.apply(holdout.fit()).law();
              return holdout.test().stream()
                  .map(p -> new Prediction(p, seconds(law, p, tables.get(p.gpu().id()))));
            })
        .toList();
  }

  private static double seconds(TransferLaw law, MeasuredPass pass, OperatorTable table) {
    return table == null
        ? law.seconds(pass.work(), pass.gpu(), GpuEffects.NONE)
        : PassTimes.withTable(law, pass.pass(), pass.gpu(), table);
  }

  /** Predictions by GPU, in the order of their first run. */
  static Map<String, List<Prediction>> byGpu(List<Prediction> predictions) {
    return predictions.stream()
        .collect(
            Collectors.groupingBy(
                p -> p.pass().gpu().id(), LinkedHashMap::new, Collectors.toList()));
  }
}
