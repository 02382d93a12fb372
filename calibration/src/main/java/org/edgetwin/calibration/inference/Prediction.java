package org.edgetwin.calibration.inference;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.edgetwin.gpu.inference.Estimate;
import org.edgetwin.sim.validation.Comparison;
import org.edgetwin.sim.validation.Errors;

/**
 * A measurement that was left out, with the estimate for it.
 *
 * @param group whose fit it was
 */
record Prediction(String group, Observation measured, Estimate estimate) {
  private static final double NORMAL_95 = 1.6449;

  Comparison inSeconds() {
    return new Comparison(measured.entity(), estimate.seconds(), measured.seconds());
  }

  Comparison inMilliseconds() {
    return new Comparison(measured.entity(), 1e3 * estimate.seconds(), 1e3 * measured.seconds());
  }

  private boolean covered() {
    return measured.seconds() >= estimate.secondsAt(-NORMAL_95)
        && measured.seconds() <= estimate.secondsAt(NORMAL_95);
  }

  /** Share of the measurements inside the interval that should hold 90 % of them. */
  static double covered(List<Prediction> predictions) {
    return predictions.stream().filter(Prediction::covered).count() / (double) predictions.size();
  }

  /** Relative errors of the corrected law. */
  static Errors errors(List<Prediction> predictions) {
    return Errors.relative(predictions.stream().map(Prediction::inSeconds).toList());
  }

  /** Relative errors of the law without its correction. */
  static Errors lawErrors(List<Prediction> predictions) {
    return Errors.relative(
        predictions.stream()
            .map(
                p ->
                    new Comparison(
                        p.measured.entity(), p.estimate.lawSeconds(), p.measured.seconds()))
            .toList());
  }

  /** Standard deviation of log(measured / law). */
  static double lawLogStd(List<Prediction> predictions) {
    return Math.sqrt(
        predictions.stream()
            .mapToDouble(p -> Math.log(p.measured.seconds() / p.estimate.lawSeconds()))
            .map(x -> x * x)
            .average()
            .orElseThrow());
  }

  /** {@link #lawLogStd} of each group. */
  static Map<String, Double> lawLogStds(List<Prediction> predictions) {
    Map<String, List<Prediction>> groups =
        predictions.stream()
            .collect(Collectors.groupingBy(Prediction::group, TreeMap::new, Collectors.toList()));
    Map<String, Double> logStds = new TreeMap<>();
    groups.forEach((group, members) -> logStds.put(group, lawLogStd(members)));
    return logStds;
  }

  /** Share of the estimates that rest on measurements near by. */
  static double answeredNearby(List<Prediction> predictions) {
    return predictions.stream()
            .filter(p -> p.estimate.source() == Estimate.Source.MEASURED_NEARBY)
            .count()
        / (double) predictions.size();
  }
}
