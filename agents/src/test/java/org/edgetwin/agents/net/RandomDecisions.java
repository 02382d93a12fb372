package org.edgetwin.agents.net;

import java.util.List;
import java.util.stream.IntStream;
import umontreal.ssj.rng.RandomStream;

/** Random networks and decisions for tests. */
public final class RandomDecisions {
  private RandomDecisions() {}

  /** A decision with at least one legal choice; a third of the choices is illegal. */
  public static Decision decision(SetScorerConfig config, int n, int m, RandomStream stream) {
    boolean[] legal = new boolean[n + 1];
    for (int i = 0; i <= n; i++) {
      legal[i] = stream.nextDouble() < 2 / 3.0;
    }
    legal[stream.nextInt(0, n)] = true;
    return new Decision(
        values(n * config.itemFeatures(), stream),
        values(m * config.otherFeatures(), stream),
        values(config.globalFeatures(), stream),
        values(n * config.pairFeatures(), stream),
        values(n + 1, stream),
        legal);
  }

  /** A network whose last layers are not zero, as after training. */
  public static ScorerNetwork trained(SetScorerConfig config, RandomStream stream) {
    float[] weights = config.layout().initialise(stream);
    for (int i = 0; i < weights.length; i++) {
      weights[i] += (float) (0.2 * stream.nextDouble() - 0.1);
    }
    return new ScorerNetwork(config, weights);
  }

  /** A policy of trained networks and standardisers that do something. */
  public static Policy policy(
      int job, int node, int global, int pair, int width, RandomStream stream) {
    SetScorerConfig orderer = SetScorerConfig.orderer(job, node, global, width, true);
    return new Policy(
        new FeatureSchema(1, names(job), names(node), names(global), names(pair)),
        trained(orderer, stream),
        trained(SetScorerConfig.placer(orderer, pair, true), stream),
        standardiser(job, stream),
        standardiser(node, stream),
        standardiser(global, stream),
        standardiser(pair, stream));
  }

  private static List<String> names(int n) {
    return IntStream.range(0, n).mapToObj(i -> "feature-" + i).toList();
  }

  private static Standardiser standardiser(int features, RandomStream stream) {
    RunningMoments moments = new RunningMoments(features);
    moments.update(values(9 * features, stream));
    return moments.freeze();
  }

  /** Uniform on [-1, 1]. */
  public static float[] values(int n, RandomStream stream) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) (2 * stream.nextDouble() - 1);
    }
    return values;
  }
}
