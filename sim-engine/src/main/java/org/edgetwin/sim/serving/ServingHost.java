package org.edgetwin.sim.serving;

import org.edgetwin.sim.kernel.EventHost;

/** A simulation that services are part of. */
public interface ServingHost extends EventHost {
  /** Its services. */
  Services services();
}
