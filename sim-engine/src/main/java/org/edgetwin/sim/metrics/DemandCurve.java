package org.edgetwin.sim.metrics;

/**
 * How much of a fleet is given out, and how fragmented the rest is, while more and more is asked
 * for. Element p of each array is for the state once jobs had asked for p % of the fleet's GPUs,
 * jobs that can never run included: as it is when the next job comes at a later instant, or the run
 * ends.
 *
 * @param allocated GPUs that jobs hold, a share of a GPU as that share / GPUs of the fleet
 * @param fragmented fragmentation [fgd], the mean over typical jobs of the idle GPU share that such
 *     a job cannot use / GPUs of the fleet. Typical are the most frequent demands, up to 95 %, of
 *     the jobs submitted over the whole run. A node that is not up has no idle share.
 */
@SuppressWarnings("ArrayRecordComponent") // compact, and never compared by value
public record DemandCurve(double[] allocated, double[] fragmented) {
  /** All GPUs of the fleet have been asked for. */
  public static final int FULL = 100;

  /** Number of points: 0 % and those that were reached; 0 for a fleet without GPUs. */
  public int size() {
    return allocated.length;
  }

  /** Whether all GPUs of the fleet have been asked for. */
  public boolean reachesFull() {
    return size() > FULL;
  }
}
