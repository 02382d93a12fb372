package org.edgetwin.sim.distribution;

import umontreal.ssj.rng.RandomStream;

/**
 * A distribution of a non-negative quantity.
 *
 * <p>Every draw takes a fixed number of uniforms from its stream (one, unless an implementation
 * says otherwise), so that two runs with common random numbers stay in step.
 */
public interface Distribution {
  /** One draw. */
  double sample(RandomStream stream);

  /** The mean; positive infinity if it does not exist. */
  double mean();
}
