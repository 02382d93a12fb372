package org.edgetwin.scenarios.generate;

import org.edgetwin.sim.distribution.Distribution;
import umontreal.ssj.rng.RandomStream;

/**
 * Geometric on 1, 2, 3 ...: the number of trials up to the first success. By inversion, one uniform
 * a draw.
 *
 * @param mean at least 1
 */
record GeometricCount(double mean) implements Distribution {
  @Override
  public double sample(RandomStream stream) {
    double uniform = stream.nextDouble();
    return mean == 1 ? 1 : 1 + Math.floor(Math.log1p(-uniform) / Math.log1p(-1 / mean));
  }
}
