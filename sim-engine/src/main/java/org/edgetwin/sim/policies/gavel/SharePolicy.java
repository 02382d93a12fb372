package org.edgetwin.sim.policies.gavel;

import org.edgetwin.sim.scheduling.Knowledge;

/** Computes which share of its time each job should spend on each GPU type. */
interface SharePolicy {
  /** The shares of a problem as it is now. */
  Shares shares(ShareProblem problem);

  /** Whether a job runs only on types of which it has a share, even if others stand free. */
  default boolean isStrict() {
    return false;
  }

  /** Without knowledge of speeds, all types look alike. */
  Knowledge knowledge();

  /** An independent copy in the same state. */
  SharePolicy copy();
}
