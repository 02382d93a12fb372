package org.edgetwin.sim.metrics;

/**
 * What a job moved over the network; all NaN if the run has none. Bytes that several jobs waited
 * for are counted with the one that asked first, an upload in full when it begins.
 *
 * @param stagingSeconds time with its GPUs held while it waited for data
 * @param movedBytes what came to its machines and what it saved elsewhere
 * @param egressUsd what clouds charged for that
 */
public record JobTraffic(double stagingSeconds, double movedBytes, double egressUsd) {
  /** Of a run without a network. */
  public static final JobTraffic NONE = new JobTraffic(Double.NaN, Double.NaN, Double.NaN);

  /** Of a job that moved nothing. */
  public static final JobTraffic NOTHING = new JobTraffic(0, 0, 0);

  /** Of two jobs together. */
  public JobTraffic plus(JobTraffic other) {
    return new JobTraffic(
        stagingSeconds + other.stagingSeconds,
        movedBytes + other.movedBytes,
        egressUsd + other.egressUsd);
  }

  /** Whether the run has a network. */
  public boolean isKnown() {
    return !Double.isNaN(movedBytes);
  }
}
