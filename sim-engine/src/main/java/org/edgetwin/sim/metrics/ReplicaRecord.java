package org.edgetwin.sim.metrics;

/**
 * One stay of a replica on its GPUs. Times in seconds since the start of the run.
 *
 * @param replica its place among the replicas of its service
 * @param nodeGroup where its GPUs are
 * @param requestTime when it was asked for
 * @param startTime when it got its GPUs
 * @param readyTime when it could take requests; NaN if it did not get that far
 * @param endTime when it gave its GPUs back, or when the run stopped
 * @param busySeconds in iterations that have ended
 * @param nominalSeconds what these would have taken on machines as promised, without neighbours
 * @param outcome {@code released} by its service, {@code lost} with its machine or to another job,
 *     {@code unfinished} if it stood when the run stopped
 */
public record ReplicaRecord(
    int replica,
    int nodeGroup,
    double requestTime,
    double startTime,
    double readyTime,
    double endTime,
    double busySeconds,
    double nominalSeconds,
    String outcome) {
  public static final String RELEASED = "released";
  public static final String LOST = "lost";
  public static final String UNFINISHED = "unfinished";

  /** Seconds with its GPUs held. */
  public double heldSeconds() {
    return endTime - startTime;
  }

  /** Seconds in which it could take requests or ended those it had. */
  public double readySeconds() {
    return Double.isNaN(readyTime) ? 0 : endTime - readyTime;
  }
}
