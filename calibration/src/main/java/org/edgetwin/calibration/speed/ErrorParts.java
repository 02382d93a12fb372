package org.edgetwin.calibration.speed;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The log errors of predictions, split into what those for one GPU share and the rest. GPUs count
 * alike, whatever their number of runs.
 *
 * @param shared root mean square of the mean log error of a GPU
 * @param own root mean square of the log error around it
 */
record ErrorParts(double shared, double own) {

  static ErrorParts of(List<Prediction> predictions) {
    Map<String, List<Prediction>> byGpu =
        predictions.stream().collect(Collectors.groupingBy(p -> p.pass().gpu().id()));
    double shared = 0;
    double own = 0;
    for (List<Prediction> ofGpu : byGpu.values()) {
      double mean = ofGpu.stream().mapToDouble(Prediction::logError).average().orElseThrow();
      shared += mean * mean;
      own +=
          ofGpu.stream()
              .mapToDouble(p -> (p.logError() - mean) * (p.logError() - mean))
              .average()
              .orElseThrow();
    }
    return new ErrorParts(Math.sqrt(shared / byGpu.size()), Math.sqrt(own / byGpu.size()));
  }
}
