package org.edgetwin.sim.selfcheck;

/** Whether a cell holds. */
public enum Verdict {
  PASS,
  FAIL
}
