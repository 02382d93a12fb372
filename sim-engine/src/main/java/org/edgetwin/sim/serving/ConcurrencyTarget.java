package org.edgetwin.sim.serving;

/**
 * So many replicas that each has a given number of requests: up at once, down only after the load
 * has been lower for a while.
 */
public final class ConcurrencyTarget implements Autoscaler {
  private final double requestsPerReplica;
  private final double periodSeconds;
  private final double patienceSeconds;

  /** Since when fewer replicas would do; NaN if they would not. */
  private double lowSince = Double.NaN;

  /**
   * A target.
   *
   * @param requestsPerReplica outstanding requests that one replica should have; positive
   * @param periodSeconds from one decision to the next; positive
   * @param patienceSeconds for which fewer replicas must do before one goes
   */
  public ConcurrencyTarget(
      double requestsPerReplica, double periodSeconds, double patienceSeconds) {
    if (!(requestsPerReplica > 0 && periodSeconds > 0 && patienceSeconds >= 0)) {
      throw new IllegalArgumentException(
          "The target of "
              + requestsPerReplica
              + " requests per replica, looked at every "
              + periodSeconds
              + " s with a patience of "
              + patienceSeconds
              + " s, must be positive.");
    }
    this.requestsPerReplica = requestsPerReplica;
    this.periodSeconds = periodSeconds;
    this.patienceSeconds = patienceSeconds;
  }

  @Override
  public double periodSeconds() {
    return periodSeconds;
  }

  @Override
  public int target(ServiceView view) {
    int wanted = (int) Math.ceil(view.outstandingRequests() / requestsPerReplica);
    int present = view.readyReplicas() + view.startingReplicas();
    if (wanted >= present) {
      lowSince = Double.NaN;
      return wanted;
    }
    if (Double.isNaN(lowSince)) {
      lowSince = view.time();
    }
    return view.time() - lowSince >= patienceSeconds ? wanted : present;
  }

  @Override
  public ConcurrencyTarget copy() {
    ConcurrencyTarget copy =
        new ConcurrencyTarget(requestsPerReplica, periodSeconds, patienceSeconds);
    copy.lowSince = lowSince;
    return copy;
  }
}
