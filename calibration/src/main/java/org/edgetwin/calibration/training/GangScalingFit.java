package org.edgetwin.calibration.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.edgetwin.gpu.training.FittedGangScaling;
import org.edgetwin.gpu.training.GangScaling;

/**
 * Fits {@link GangScaling} to the batches of a family on one kind of gang: least squared relative
 * error, the stretch held weakly to 1, because three or four batches hardly tell it from the
 * exchange.
 */
final class GangScalingFit {
  /** Of a logarithm of the stretch against a relative error of 1. */
  private static final double PULL = 0.3;

  private static final double START_SHARE = 0.3;

  private GangScalingFit() {}

  /** The scalings of all gangs in the rows. */
  static Map<FittedGangScaling.Key, GangScaling> fit(List<GavelGang> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                GavelGang::key,
                LinkedHashMap::new,
                Collectors.collectingAndThen(Collectors.toList(), GangScalingFit::gang)));
  }

  private static GangScaling gang(List<GavelGang> rows) {
    double shortest = rows.stream().mapToDouble(GavelGang::stepSeconds).min().orElseThrow();
    double[] start = {0, Math.log(START_SHARE * shortest)};
    return scaling(LeastSquares.minimise(point -> residuals(rows, point), start));
  }

  private static double[] residuals(List<GavelGang> rows, double[] point) {
    GangScaling scaling = scaling(point);
    double[] residuals = new double[rows.size() + 1];
    for (int i = 0; i < rows.size(); i++) {
      GavelGang row = rows.get(i);
      residuals[i] = Math.log(scaling.stepSeconds(row.soloSeconds()) / row.stepSeconds());
    }
    residuals[rows.size()] = PULL * point[0];
    return residuals;
  }

  private static GangScaling scaling(double[] point) {
    return new GangScaling(Math.exp(point[0]), Math.exp(point[1]));
  }
}
