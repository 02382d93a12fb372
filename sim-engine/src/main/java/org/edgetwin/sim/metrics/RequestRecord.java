package org.edgetwin.sim.metrics;

/**
 * What became of a request. Times are seconds since the start of the run, NaN if it did not get
 * that far.
 *
 * @param index in the list of requests
 * @param service index of the service
 * @param replica index of the replica that served it; -1 if none did
 * @param promptTokens as asked
 * @param outputTokens as asked
 * @param arrivalTime at the service
 * @param scheduledTime when an iteration was first planned with it
 * @param firstTokenTime end of the iteration that brought its first token
 * @param finishTime end of the iteration that brought its last token
 * @param preemptions how often its blocks were taken from it
 * @param restarts how often it lost its replica and began anew at another; the times are then those
 *     of the last one
 * @param rejected whether it was larger than the engine can serve
 */
public record RequestRecord(
    int index,
    int service,
    int replica,
    int promptTokens,
    int outputTokens,
    double arrivalTime,
    double scheduledTime,
    double firstTokenTime,
    double finishTime,
    int preemptions,
    int restarts,
    boolean rejected) {
  /** Seconds from arrival to the first plan with it. */
  public double queueSeconds() {
    return scheduledTime - arrivalTime;
  }

  /** Seconds from arrival to the first token (TTFT), queue included. */
  public double firstTokenSeconds() {
    return firstTokenTime - arrivalTime;
  }

  /** Mean seconds from one output token to the next (TPOT); NaN for a single token. */
  public double secondsPerToken() {
    return outputTokens == 1 ? Double.NaN : (finishTime - firstTokenTime) / (outputTokens - 1);
  }

  /** Seconds from arrival to the last token (E2E). */
  public double endToEndSeconds() {
    return finishTime - arrivalTime;
  }

  public boolean isFinished() {
    return !Double.isNaN(finishTime);
  }
}
