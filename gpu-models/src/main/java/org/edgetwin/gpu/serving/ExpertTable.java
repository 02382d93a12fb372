package org.edgetwin.gpu.serving;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Measured time of the expert layer of a mixture-of-experts model by tokens and by the number of
 * different experts that they reach.
 */
public final class ExpertTable {
  private final NavigableMap<Integer, PiecewiseLinear> byTokens;

  private ExpertTable(NavigableMap<Integer, PiecewiseLinear> byTokens) {
    this.byTokens = byTokens;
  }

  /**
   * The table of measured points.
   *
   * @param seconds by tokens, then by experts
   */
  public static ExpertTable of(Map<Integer, ? extends NavigableMap<Integer, Double>> seconds) {
    if (seconds.isEmpty()) {
      throw new IllegalArgumentException("The profile of the experts has no rows.");
    }
    NavigableMap<Integer, PiecewiseLinear> byTokens = new TreeMap<>();
    seconds.forEach(
        (tokens, byExperts) ->
            byTokens.put(
                tokens,
                new PiecewiseLinear(
                    byExperts.keySet().stream().mapToDouble(Integer::doubleValue).toArray(),
                    byExperts.values().stream().mapToDouble(Double::doubleValue).toArray())));
    return new ExpertTable(byTokens);
  }

  /**
   * The layer's time by tokens under uniform routing: of {@code local} experts, each of {@code
   * tokens * ranks} tokens misses one with chance {@code 1 - chosen / experts}.
   *
   * @param experts of the layer
   * @param chosen experts for each token
   * @param local experts on this GPU; fewer than {@code experts} under expert parallelism
   * @param ranks engines that share the experts; each brings as many tokens as this one
   */
  public PiecewiseLinear uniformlyRouted(int experts, int chosen, int local, int ranks) {
    double[] tokens = byTokens.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
    double[] seconds = new double[tokens.length];
    for (int i = 0; i < tokens.length; i++) {
      double missed = Math.pow(1 - (double) chosen / experts, tokens[i] * ranks);
      seconds[i] = seconds((int) tokens[i], local * (1 - missed));
    }
    return new PiecewiseLinear(tokens, seconds);
  }

  /** Seconds of one layer at a measured number of tokens; held between the measured experts. */
  double seconds(int tokens, double experts) {
    PiecewiseLinear row = byTokens.get(tokens);
    return row.at(Math.min(experts, row.end()));
  }
}
