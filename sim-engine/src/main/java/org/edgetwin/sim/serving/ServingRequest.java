package org.edgetwin.sim.serving;

/**
 * A request to a service.
 *
 * @param arrivalTime seconds since the start of the run
 * @param service index of the service
 * @param promptTokens at least 1
 * @param outputTokens at least 1
 * @param prefixGroup requests of one group begin with the same tokens; dense from 0, or {@link
 *     #NO_GROUP}
 * @param prefixTokens how many leading tokens of the prompt belong to what the group shares
 */
public record ServingRequest(
    double arrivalTime,
    int service,
    int promptTokens,
    int outputTokens,
    int prefixGroup,
    int prefixTokens) {
  /** The group of a request that shares nothing. */
  public static final int NO_GROUP = -1;

  public ServingRequest {
    if (!(arrivalTime >= 0 && arrivalTime < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The arrival time (" + arrivalTime + " s) must be a finite time from 0 on.");
    }
    if (promptTokens < 1 || outputTokens < 1) {
      throw new IllegalArgumentException(
          "A request needs at least one token of prompt ("
              + promptTokens
              + ") and of output ("
              + outputTokens
              + ").");
    }
    if (prefixGroup < NO_GROUP || prefixTokens < 0 || prefixTokens > promptTokens) {
      throw new IllegalArgumentException(
          "A prefix of "
              + prefixTokens
              + " tokens in group "
              + prefixGroup
              + " does not fit a prompt of "
              + promptTokens
              + ". Maybe the prefix is longer than the prompt.");
    }
  }

  /** A request to the first service that shares no prefix. */
  public static ServingRequest of(double arrivalTime, int promptTokens, int outputTokens) {
    return new ServingRequest(arrivalTime, 0, promptTokens, outputTokens, NO_GROUP, 0);
  }
}
