package org.edgetwin.calibration.layers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.edgetwin.gpu.operators.GpuTraits;
import org.edgetwin.gpu.operators.GpuTraitsTable;
import org.edgetwin.gpu.operators.LayerOperator;
import org.edgetwin.gpu.operators.LayerShape;
import org.edgetwin.gpu.operators.LayerTimes;
import org.edgetwin.gpu.operators.MeasuredLayers;
import org.edgetwin.sim.validation.Comparison;

/**
 * A measured layer beside its prediction by times that have not seen it, ms.
 *
 * @param row what was measured
 * @param layer the sum over the operators
 * @param products each matrix product
 */
record UnseenLayer(MeasuredLayers.Row row, Comparison layer, List<Comparison> products) {
  private static final double MILLI = 1e-3;

  static UnseenLayer of(MeasuredLayers.Row row, LayerTimes times) {
    GpuTraits gpu = GpuTraitsTable.standard().require(row.gpuId());
    LayerShape shape = row.shape();
    String label =
        "%s, %s on %d GPU, %d tokens"
            .formatted(row.gpuId(), row.model(), shape.tensorParallel(), row.tokens());
    double measured = LayerOperator.of(shape).mapToDouble(row::seconds).sum();
    return new UnseenLayer(
        row,
        new Comparison(
            label, times.layer(shape, row.tokens(), gpu).seconds() / MILLI, measured / MILLI),
        LayerOperator.of(shape)
            .filter(LayerOperator::isProduct)
            .map(
                operator ->
                    new Comparison(
                        label + ", " + operator,
                        times.operator(operator, shape, row.tokens(), gpu).seconds() / MILLI,
                        row.seconds(operator) / MILLI))
            .toList());
  }

  /** By GPU, in the order of their first row. */
  static Map<String, List<UnseenLayer>> byGpu(List<UnseenLayer> layers) {
    return layers.stream()
        .collect(
            Collectors.groupingBy(
                layer -> layer.row().gpuId(), LinkedHashMap::new, Collectors.toList()));
  }
}
