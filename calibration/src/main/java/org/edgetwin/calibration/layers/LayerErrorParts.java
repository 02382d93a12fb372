package org.edgetwin.calibration.layers;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.StatUtils;
import org.edgetwin.gpu.operators.LayerErrors;
import org.edgetwin.sim.validation.Comparison;

/** The log errors of layers, split into what those of one model on one GPU share and the rest. */
final class LayerErrorParts {
  private LayerErrorParts() {}

  static LayerErrors.Parts ofLayers(List<UnseenLayer> layers) {
    return of(layers, layer -> Stream.of(layer.layer()));
  }

  static LayerErrors.Parts ofProducts(List<UnseenLayer> layers) {
    return of(layers, layer -> layer.products().stream());
  }

  private static LayerErrors.Parts of(
      List<UnseenLayer> layers, Function<UnseenLayer, Stream<Comparison>> comparisons) {
    Map<List<String>, List<UnseenLayer>> groups =
        layers.stream()
            .collect(
                Collectors.groupingBy(layer -> List.of(layer.row().gpuId(), layer.row().model())));
    double shared = 0;
    double own = 0;
    for (List<UnseenLayer> group : groups.values()) {
      double[] errors =
          group.stream()
              .flatMap(comparisons)
              .mapToDouble(c -> Math.log(c.predicted() / c.measured()))
              .toArray();
      double mean = StatUtils.mean(errors);
      shared += mean * mean;
      own += StatUtils.populationVariance(errors, mean);
    }
    return new LayerErrors.Parts(Math.sqrt(shared / groups.size()), Math.sqrt(own / groups.size()));
  }
}
