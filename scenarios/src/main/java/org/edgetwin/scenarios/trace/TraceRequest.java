package org.edgetwin.scenarios.trace;

/**
 * A recorded request to a language model.
 *
 * @param arrivalTime seconds since the first one
 * @param promptTokens at least 1
 * @param outputTokens at least 1
 */
public record TraceRequest(double arrivalTime, int promptTokens, int outputTokens) {}
