package org.edgetwin.gpu.inference;

import org.edgetwin.gpu.table.ShippedTable;

/**
 * How alike the errors of the law are at two points: a sum of four parts,
 *
 * <pre>
 * model [same model] + modelOnGpus [same model] g + shape r g + cell r g [same model and hardware]
 * g = exp(-|octaves between the numbers of GPUs| / 2)     r = exp(-(distance / octaves)^2 / 2)
 * </pre>
 *
 * <p>The parts are relative to one another and to the noise; the scale of all comes from the data
 * ({@link ResidualField}).
 *
 * @param octaves over how many octaves of length or sequences an error persists
 * @param noise variance of a single measurement
 */
public record ResidualKernel(
    double model, double modelOnGpus, double shape, double cell, double octaves, double noise) {
  /** The weights with a high evidence on both data sets; see the README of the tables. */
  public static ResidualKernel standard() {
    return Holder.STANDARD;
  }

  private static final class Holder {
    static final ResidualKernel STANDARD =
        ShippedTable.rows(
                "inference/residual-kernel.csv",
                row ->
                    new ResidualKernel(
                        ShippedTable.number(row, "model"),
                        ShippedTable.number(row, "model_on_gpus"),
                        ShippedTable.number(row, "shape"),
                        ShippedTable.number(row, "cell"),
                        ShippedTable.number(row, "octaves"),
                        ShippedTable.number(row, "noise")))
            .get(0);
  }

  /** Variance of the error of the law where nothing was measured, without noise. */
  double prior() {
    return model + modelOnGpus + shape + cell;
  }

  /** Covariance of the errors at two points, without noise. */
  double between(ResidualPoint a, ResidualPoint b) {
    boolean sameModel = a.model().equals(b.model());
    double first = (a.firstOctaves() - b.firstOctaves()) / octaves;
    double second = (a.secondOctaves() - b.secondOctaves()) / octaves;
    double near = Math.exp(-(first * first + second * second) / 2);
    double alike =
        a.gpus() == b.gpus()
            ? 1
            : Math.exp(-Math.abs(Math.log((double) a.gpus() / b.gpus())) / (2 * Math.log(2)));
    double covariance = shape * near * alike;
    if (sameModel) {
      covariance += model + modelOnGpus * alike;
      if (a.hardware().equals(b.hardware())) {
        covariance += cell * near * alike;
      }
    }
    return covariance;
  }
}
