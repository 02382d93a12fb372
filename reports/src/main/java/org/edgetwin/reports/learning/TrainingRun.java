package org.edgetwin.reports.learning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One training.
 *
 * @param label what was trained; trainings that differ in the seed alone have one label
 * @param curveByTag what was logged, in the order of first appearance
 */
public record TrainingRun(String label, Map<String, ScalarCurve> curveByTag) {
  public TrainingRun {
    curveByTag = Collections.unmodifiableMap(new LinkedHashMap<>(curveByTag));
  }

  /** When the first value was logged, seconds since 1970; NaN if there is none. */
  double startTime() {
    return curveByTag.values().stream()
        .filter(curve -> curve.size() > 0)
        .mapToDouble(curve -> curve.wallTime(0))
        .min()
        .orElse(Double.NaN);
  }

  /** When the last value was logged, seconds since 1970; NaN if there is none. */
  double endTime() {
    return curveByTag.values().stream()
        .filter(curve -> curve.size() > 0)
        .mapToDouble(curve -> curve.wallTime(curve.size() - 1))
        .max()
        .orElse(Double.NaN);
  }
}
