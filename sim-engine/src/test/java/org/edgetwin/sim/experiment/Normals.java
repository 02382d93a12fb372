package org.edgetwin.sim.experiment;

import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/** Standard normal values from a named stream (Box and Muller). */
final class Normals {
  private final RandomStream stream;

  Normals(long seed) {
    stream = new Streams(seed, 1).stream("test/normals");
  }

  double next() {
    return Math.sqrt(-2 * Math.log(stream.nextDouble()))
        * Math.cos(2 * Math.PI * stream.nextDouble());
  }

  double[] next(int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = next();
    }
    return values;
  }
}
