package org.edgetwin.sim.metrics;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a reader of a service's figures must know of it.
 *
 * @param name of the service
 * @param model that it serves
 * @param gpusPerReplica GPUs of each replica
 * @param firstTokenLimitSeconds time to first token that is promised; infinite for no promise
 * @param perTokenLimitSeconds time per output token that is promised; infinite for no promise
 * @param basisByGpu what iteration times rest on, by GPU model
 * @param prices what users pay
 */
public record ServiceTerms(
    String name,
    String model,
    int gpusPerReplica,
    double firstTokenLimitSeconds,
    double perTokenLimitSeconds,
    Map<String, String> basisByGpu,
    TokenPrices prices) {
  public ServiceTerms {
    basisByGpu = Collections.unmodifiableMap(new TreeMap<>(basisByGpu));
  }

  /** Terms of a service that promises nothing. */
  public static ServiceTerms of(String name, int gpusPerReplica) {
    return new ServiceTerms(
        name,
        "",
        gpusPerReplica,
        Double.POSITIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        Map.of(),
        TokenPrices.NONE);
  }

  /** Whether anything is promised. */
  public boolean promises() {
    return Math.min(firstTokenLimitSeconds, perTokenLimitSeconds) < Double.POSITIVE_INFINITY;
  }

  /** Whether a request ended within what is promised. */
  public boolean keptFor(RequestRecord request) {
    return request.isFinished()
        && request.firstTokenSeconds() <= firstTokenLimitSeconds
        && !(request.secondsPerToken() > perTokenLimitSeconds);
  }
}
