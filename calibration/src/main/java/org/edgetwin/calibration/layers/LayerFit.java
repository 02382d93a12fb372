package org.edgetwin.calibration.layers;

import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.StatUtils;
import org.edgetwin.calibration.validation.Holdout;
import org.edgetwin.gpu.operators.GpuTraits;
import org.edgetwin.gpu.operators.GpuTraitsTable;
import org.edgetwin.gpu.operators.LayerErrors;
import org.edgetwin.gpu.operators.LayerLaw;
import org.edgetwin.gpu.operators.LayerOperator;
import org.edgetwin.gpu.operators.LayerRoof;
import org.edgetwin.gpu.operators.LayerTimes;
import org.edgetwin.gpu.operators.MeasuredLayers;

/** Times from some of the measured rows, held against the others. */
final class LayerFit {
  /** Three quarters of the data sheet for every operator, no floor, a sharp ridge. */
  private static final LayerLaw NAIVE =
      new LayerLaw(new LayerRoof(0.75, 0.75, 1000, 0, 0), 1, 1, 1, 0, 0);

  private LayerFit() {}

  /** Times of layers that rest on these rows alone. */
  static LayerTimes to(List<MeasuredLayers.Row> rows) {
    return new LayerTimes(MeasuredLayers.tables(rows), law(rows), LayerErrors.standard());
  }

  /** The law with the usual corrections of these rows: the median per kind of operator. */
  static LayerLaw law(List<MeasuredLayers.Row> rows) {
    return LayerLaw.standard().withUsual(usual(rows, true), usual(rows, false));
  }

  private static double usual(List<MeasuredLayers.Row> rows, boolean products) {
    return StatUtils.percentile(
        rows.stream()
            .flatMapToDouble(
                row -> {
                  GpuTraits gpu = GpuTraitsTable.standard().require(row.gpuId());
                  return LayerOperator.of(row.shape())
                      .filter(operator -> operator.isProduct() == products)
                      .mapToDouble(
                          operator ->
                              LayerLaw.standard()
                                  .logOverRoof(
                                      operator,
                                      row.shape(),
                                      row.tokens(),
                                      gpu,
                                      row.seconds(operator)));
                })
            .toArray(),
        50);
  }

  /** What each split leaves out, predicted from what it keeps. */
  static List<UnseenLayer> unseen(List<Holdout<MeasuredLayers.Row>> holdouts) {
    return holdouts.stream()
        .flatMap(
            holdout -> {
              LayerTimes times = to(holdout.fit());
              return holdout.test().stream().map(row -> UnseenLayer.of(row, times));
            })
        .toList();
  }

  /** Every layer of one GPU, predicted from the rows of the others by its data sheet. */
  static List<UnseenLayer> unseenGpus(List<MeasuredLayers.Row> rows) {
    return Holdout.each(rows, MeasuredLayers.Row::gpuId).stream()
        .flatMap(
            holdout -> {
              LayerTimes times =
                  new LayerTimes(Map.of(), law(holdout.fit()), LayerErrors.standard());
              return holdout.test().stream().map(row -> UnseenLayer.of(row, times));
            })
        .toList();
  }

  /** Every layer, predicted by three quarters of the data sheet: what a law has to beat. */
  static List<UnseenLayer> naive(List<MeasuredLayers.Row> rows) {
    LayerTimes times = new LayerTimes(Map.of(), NAIVE, LayerErrors.standard());
    return rows.stream().map(row -> UnseenLayer.of(row, times)).toList();
  }
}
