package org.edgetwin.sim.policies.sharing;

import org.edgetwin.sim.job.Terms;

/** Terms of jobs that belong to somebody. */
final class Users {
  private Users() {}

  static Terms terms(String user, int priority) {
    return new Terms(
        Double.POSITIVE_INFINITY, false, Double.NaN, Double.POSITIVE_INFINITY, priority, user);
  }
}
