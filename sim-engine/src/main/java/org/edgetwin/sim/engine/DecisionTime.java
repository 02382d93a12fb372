package org.edgetwin.sim.engine;

/**
 * How long a scheduler thinks, on the simulated clock: a declared law, never a measured time. A
 * decision is made on the state of its instant and carried out that much later; see {@link
 * Deliberation}.
 *
 * @param fixedSeconds of every decision, seconds
 * @param perJobSeconds for each job of the virtual cluster, queued or with GPUs, seconds
 * @param perNodeSeconds for each node open to the virtual cluster, seconds
 */
public record DecisionTime(double fixedSeconds, double perJobSeconds, double perNodeSeconds) {
  /** Decisions are carried out at once. */
  public static final DecisionTime NONE = new DecisionTime(0, 0, 0);

  public DecisionTime {
    if (!(fixedSeconds >= 0 && perJobSeconds >= 0 && perNodeSeconds >= 0)
        || !Double.isFinite(fixedSeconds + perJobSeconds + perNodeSeconds)) {
      throw new IllegalArgumentException(
          "A decision cannot take "
              + fixedSeconds
              + " s + "
              + perJobSeconds
              + " s per job + "
              + perNodeSeconds
              + " s per node.");
    }
  }

  /** Whether no decision takes any time. */
  public boolean isNone() {
    return fixedSeconds == 0 && perJobSeconds == 0 && perNodeSeconds == 0;
  }

  /** Time of a decision, seconds. */
  double seconds(int jobs, int nodes) {
    return fixedSeconds + perJobSeconds * jobs + perNodeSeconds * nodes;
  }
}
