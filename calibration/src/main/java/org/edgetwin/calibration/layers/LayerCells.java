package org.edgetwin.calibration.layers;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.Comparison;
import org.edgetwin.sim.validation.Errors;
import org.edgetwin.sim.validation.Figure;

/** Lines of the checks of layers. */
final class LayerCells {
  private LayerCells() {}

  /** One line for all, without points, and one for each GPU with its layers as points. */
  static List<CheckCell> of(List<UnseenLayer> layers, double layerBar, double productBar) {
    List<CheckCell> cells = new ArrayList<>();
    cells.add(
        new CheckCell("all GPUs", "ms", true, List.of(), figures(layers, layerBar, productBar)));
    UnseenLayer.byGpu(layers)
        .forEach(
            (gpu, ofGpu) ->
                cells.add(
                    new CheckCell(
                        gpu,
                        "ms",
                        true,
                        ofGpu.stream().map(UnseenLayer::layer).toList(),
                        figures(ofGpu, Double.NaN, Double.NaN))));
    return cells;
  }

  /** A line without points and bars. */
  static CheckCell reported(String name, List<UnseenLayer> layers) {
    return withoutPoints(name, layers, Double.NaN, Double.NaN);
  }

  private static CheckCell withoutPoints(
      String name, List<UnseenLayer> layers, double layerBar, double productBar) {
    return new CheckCell(name, "ms", true, List.of(), figures(layers, layerBar, productBar));
  }

  private static List<Figure> figures(
      List<UnseenLayer> layers, double layerBar, double productBar) {
    Errors ofLayers = errors(layers.stream().map(UnseenLayer::layer).toList());
    Errors ofProducts =
        errors(layers.stream().flatMap(layer -> layer.products().stream()).toList());
    return List.of(
        mean("mean error of a layer", ofLayers, layerBar),
        Figure.percent("median error of a layer", ofLayers.median()),
        Figure.percent("p90 error of a layer", ofLayers.p90()),
        mean("mean error of a matrix product", ofProducts, productBar),
        Figure.percent("median error of a matrix product", ofProducts.median()),
        Figure.percent("p90 error of a matrix product", ofProducts.p90()));
  }

  private static Errors errors(List<Comparison> comparisons) {
    return Errors.relative(comparisons);
  }

  private static Figure mean(String name, Errors errors, double bar) {
    return Double.isNaN(bar)
        ? Figure.percent(name, errors.mean())
        : Figure.percentAtMost(name, errors.mean(), bar);
  }
}
