package org.edgetwin.calibration.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.edgetwin.calibration.inference.BenchMeasurements.Measured;
import org.edgetwin.calibration.validation.Holdout;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.gpu.inference.Estimate;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.Errors;
import org.edgetwin.sim.validation.Figure;

/** Latency of whole batches in configurations that were not measured. */
public final class InferenceBenchCheck implements ModelCheck {
  private static final double BAR = 0.08;
  private static final double SHARE = 0.3;
  private static final int SPLITS = 4;
  private static final int MODEL_SPLITS = 2;

  @Override
  public String part() {
    return "inference";
  }

  @Override
  public String name() {
    return "llm-batches";
  }

  @Override
  public String model() {
    return "prefill and decode iterations by the roofline law, constants per GPU and engine, waves"
        + " where the cache is full; corrected by a Gaussian process of its errors";
  }

  @Override
  public String data() {
    return "latency (not throughput) of 15 models on A100-40, H100 and GH200 under vLLM and"
        + " TensorRT-LLM [chitty2024], 128 to 2048 tokens in and out; without 33 of 1,376"
        + " configurations that are faster than the data sheet allows: stopped early";
  }

  @Override
  public String split() {
    return SPLITS
        + " times 30 % of the configurations left out (hardware, GPUs, engine, model, length,"
        + " batch); reported beside: whole models, whole GPU models, times to the first token";
  }

  @Override
  public List<CheckCell> run() {
    List<Measured> batches = new BenchMeasurements().batches();
    return List.of(
        configurations(unseenConfigurations(batches)),
        models(unseenModels(batches)),
        byLaw("GPU left out", unseenGpus(batches)),
        byLaw("first token", firstTokens(batches)));
  }

  private static CheckCell configurations(List<Prediction> predictions) {
    Errors errors = Prediction.errors(predictions);
    Errors law = Prediction.lawErrors(predictions);
    return cell(
        "configuration left out",
        predictions,
        Figure.percentAtMost("median error", errors.median(), BAR),
        Figure.percent("mean error", errors.mean()),
        Figure.percent("p90 error", errors.p90()),
        Figure.percent("median error of the law alone", law.median()),
        Figure.percent("p90 error of the law alone", law.p90()),
        Figure.percent("in the 90 % interval", Prediction.covered(predictions)),
        Figure.percent("answered by measurements", Prediction.answeredNearby(predictions)));
  }

  private static CheckCell models(List<Prediction> predictions) {
    Errors errors = Prediction.errors(predictions);
    return cell(
        "model left out",
        predictions,
        Figure.percent("median error", errors.median()),
        Figure.percent("p90 error", errors.p90()),
        Figure.percent("median error of the law alone", Prediction.lawErrors(predictions).median()),
        Figure.percent("in the 90 % interval", Prediction.covered(predictions)),
        Figure.percent("answered by measurements", Prediction.answeredNearby(predictions)));
  }

  private static CheckCell byLaw(String name, List<Prediction> predictions) {
    Errors errors = Prediction.errors(predictions);
    return cell(
        name,
        predictions,
        Figure.percent("median error of the law alone", errors.median()),
        Figure.percent("p90 error of the law alone", errors.p90()));
  }

  private static CheckCell cell(String name, List<Prediction> predictions, Figure... figures) {
    return new CheckCell(
        name,
        "s",
        true,
        predictions.stream().map(Prediction::inSeconds).toList(),
        Arrays.asList(figures));
  }

  /** Left-out configurations, each GPU and engine with constants of its own. */
  static List<Prediction> unseenConfigurations(List<Measured> batches) {
    return predictions(
        Holdout.repeated(
            batches, m -> m.configuration().entity(), SHARE, SPLITS, "llm-configurations"),
        InferenceBenchCheck::onGpu,
        InferenceBenchCheck::corrected);
  }

  private static List<Prediction> unseenModels(List<Measured> batches) {
    return predictions(
        Holdout.repeated(
            batches, m -> m.configuration().model().name(), SHARE, MODEL_SPLITS, "llm-models"),
        InferenceBenchCheck::onGpu,
        InferenceBenchCheck::corrected);
  }

  /** Left-out GPU models, each engine with the constants of its other GPUs. */
  static List<Prediction> unseenGpus(List<Measured> batches) {
    return predictions(
        Holdout.each(batches, m -> m.configuration().group().gpu().id()),
        m -> m.configuration().engine(),
        InferenceBenchCheck::law);
  }

  /** The prefill within a law that was fitted to whole batches only. */
  private static List<Prediction> firstTokens(List<Measured> batches) {
    return predictions(
        List.of(new Holdout<>(batches, BenchMeasurements.firstTokens())),
        InferenceBenchCheck::onGpu,
        InferenceBenchCheck::law);
  }

  /** Engine and GPU model. */
  static String onGpu(Measured measured) {
    return measured.configuration().engine() + " on " + measured.observation().hardware();
  }

  private static Function<Observation, Estimate> corrected(List<Observation> fit) {
    return CorrectedLaw.fit(LawPrior.Kind.BATCH, fit)::estimate;
  }

  private static Function<Observation, Estimate> law(List<Observation> fit) {
    FittedLaw law = FittedLaw.fit(LawPrior.Kind.BATCH, fit);
    return left -> {
      double seconds = law.seconds(left);
      return new Estimate(seconds, Double.NaN, Estimate.Source.LAW, seconds);
    };
  }

  /** Fits each group by itself; groups are kept in the order of their names. */
  private static List<Prediction> predictions(
      List<Holdout<Measured>> holdouts,
      Function<Measured, String> group,
      Function<List<Observation>, Function<Observation, Estimate>> fit) {
    List<Prediction> predictions = new ArrayList<>();
    for (Holdout<Measured> holdout : holdouts) {
      Map<String, List<Observation>> seen = grouped(holdout.fit(), group);
      grouped(holdout.test(), group)
          .forEach(
              (name, test) -> {
                Function<Observation, Estimate> model = fit.apply(seen.get(name));
                test.forEach(
                    left -> predictions.add(new Prediction(name, left, model.apply(left))));
              });
    }
    return predictions;
  }

  private static Map<String, List<Observation>> grouped(
      List<Measured> measured, Function<Measured, String> group) {
    return measured.stream()
        .collect(
            Collectors.groupingBy(
                group,
                TreeMap::new,
                Collectors.mapping(Measured::observation, Collectors.toList())));
  }
}
