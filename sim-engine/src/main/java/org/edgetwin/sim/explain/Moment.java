package org.edgetwin.sim.explain;

/**
 * A decision about a job, as a first run through the simulation saw it.
 *
 * @param step number of the decision in the run, over all virtual clusters
 * @param fitBefore whether the queued job could have started before it
 * @param fitAfter whether it still could after it
 */
record Moment(int step, Deed deed, boolean fitBefore, boolean fitAfter) {
  /** Whether it tells nothing that the one before it did not. */
  boolean repeats(Moment earlier) {
    return deed == Deed.WAITED
        && earlier.deed == Deed.WAITED
        && fitBefore == earlier.fitBefore
        && fitAfter == earlier.fitAfter;
  }
}
