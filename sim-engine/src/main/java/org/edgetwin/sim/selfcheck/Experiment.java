package org.edgetwin.sim.selfcheck;

import org.edgetwin.sim.kernel.Streams;

/** A simulation that can be repeated with other random numbers. Immutable. */
interface Experiment {
  /** One replication. */
  Observation replicate(Streams streams, Mode mode);
}
