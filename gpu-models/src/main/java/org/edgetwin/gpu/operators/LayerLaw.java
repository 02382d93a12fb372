package org.edgetwin.gpu.operators;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * Times of layer operators that were not measured: the {@link LayerRoof} times a correction. On a
 * GPU with tables the correction is the mean over the measured shapes, weighted by likeness
 * [watson1964]; on any other GPU one usual value.
 *
 * <p>Two matrix products are alike if they have the same rows (tokens) and similar columns, inner
 * length, and fill of the last wave of blocks; two other operators if they move the same bytes.
 * Libraries choose among kernels in ways no smooth law follows: a single product may be off by 20
 * %.
 *
 * <p>Cost: some 40 interpolations per operator and GPU with tables.
 *
 * @param roof what is corrected
 * @param sizeWidth how far the log of columns or of the inner length may differ
 * @param fillWidth how far the fill of the last wave may differ
 * @param trafficWidth how far the log of the bytes may differ
 * @param usualProduct log correction of products on a GPU without tables
 * @param usualStream log correction of other operators on a GPU without tables
 */
public record LayerLaw(
    LayerRoof roof,
    double sizeWidth,
    double fillWidth,
    double trafficWidth,
    double usualProduct,
    double usualStream) {
  /** Columns of the output tile of the usual half-precision kernels. */
  private static final long TILE_COLUMNS = 256;

  private static final class Holder {
    static final LayerLaw STANDARD = read();
  }

  /** The law with the constants shipped with the program. */
  public static LayerLaw standard() {
    return Holder.STANDARD;
  }

  private static LayerLaw read() {
    Map<String, Double> value =
        ShippedTable.rows("operators/layer-law.csv", row -> row).stream()
            .collect(
                Collectors.toMap(
                    row -> row.getField("name"), row -> ShippedTable.number(row, "value")));
    return new LayerLaw(
        new LayerRoof(
            value.get("product_share"),
            value.get("bandwidth_share"),
            value.get("ridge_sharpness"),
            value.get("product_floor_s"),
            value.get("stream_floor_s")),
        value.get("size_width"),
        value.get("fill_width"),
        value.get("traffic_width"),
        value.get("usual_product"),
        value.get("usual_stream"));
  }

  /** The same law with other usual corrections. */
  public LayerLaw withUsual(double product, double stream) {
    return new LayerLaw(roof, sizeWidth, fillWidth, trafficWidth, product, stream);
  }

  /** Log of a measured time over the roof. */
  public double logOverRoof(
      LayerOperator operator, LayerShape shape, int tokens, GpuTraits gpu, double seconds) {
    return Math.log(seconds / roofSeconds(operator, shape, tokens, gpu));
  }

  /** Time on a GPU without tables, s. */
  public double seconds(LayerOperator operator, LayerShape shape, int tokens, GpuTraits gpu) {
    return roofSeconds(operator, shape, tokens, gpu)
        * Math.exp(operator.isProduct() ? usualProduct : usualStream);
  }

  /**
   * Time on a GPU with tables of other shapes or other numbers of tokens, s.
   *
   * @param tables measured on this GPU, at least one
   */
  public double seconds(
      LayerOperator operator,
      LayerShape shape,
      int tokens,
      GpuTraits gpu,
      List<LayerTable> tables) {
    WeightedMean mean = new WeightedMean();
    for (LayerTable table : tables) {
      LayerOperator.of(table.shape())
          .filter(other -> operator.isProduct() ? other.isProduct() : other.runsAs(operator))
          .forEach(
              other -> {
                if (operator.isProduct()) {
                  addProduct(mean, operator.product(shape, tokens), gpu, table, other);
                } else {
                  addStream(mean, operator.bytesPerToken(shape) * tokens, gpu, table, other);
                }
              });
    }
    return mean.isEmpty()
        ? seconds(operator, shape, tokens, gpu)
        : roofSeconds(operator, shape, tokens, gpu) * Math.exp(mean.value());
  }

  private void addProduct(
      WeightedMean mean,
      MatrixProduct wanted,
      GpuTraits gpu,
      LayerTable table,
      LayerOperator other) {
    int rows = (int) table.clamp((double) wanted.rows());
    MatrixProduct known = other.product(table.shape(), rows);
    double distance =
        square(Math.log((double) known.columns() / wanted.columns()) / sizeWidth)
            + square(Math.log((double) known.inner() / wanted.inner()) / sizeWidth)
            + square((fill(known, gpu) - fill(wanted, gpu)) / fillWidth);
    mean.add(distance, Math.log(table.seconds(other, rows) / roof.seconds(known, gpu)));
  }

  private void addStream(
      WeightedMean mean, double bytes, GpuTraits gpu, LayerTable table, LayerOperator other) {
    double bytesPerToken = other.bytesPerToken(table.shape());
    double tokens = table.clamp(bytes / bytesPerToken);
    double known = tokens * bytesPerToken;
    mean.add(
        square(Math.log(known / bytes) / trafficWidth),
        Math.log(table.seconds(other, tokens) / roof.seconds(known, gpu)));
  }

  private double roofSeconds(LayerOperator operator, LayerShape shape, int tokens, GpuTraits gpu) {
    return operator.isProduct()
        ? roof.seconds(operator.product(shape, tokens), gpu)
        : roof.seconds(operator.bytesPerToken(shape) * tokens, gpu);
  }

  private static double fill(MatrixProduct product, GpuTraits gpu) {
    return product.waveFill(gpu.multiprocessors(), TILE_COLUMNS);
  }

  private static double square(double x) {
    return x * x;
  }
}
