package org.edgetwin.agents.pair;

import java.util.Arrays;

/**
 * A scheduler that scores jobs and nodes by weighted features and takes the highest: what the
 * networks start from, and a scheduler of its own.
 *
 * @param order weight of each {@link JobFeature}
 * @param place weight of each {@link PairFeature}
 * @param hold what a waiting job's "nowhere" is worth, against an end after its best duration
 * @param stay what a running job's "stay" is worth, against moving to an end at the same time
 */
@SuppressWarnings("ArrayRecordComponent") // Small, private to policies, never changed.
public record LinearRule(float[] order, float[] place, float hold, float stay) {
  /** Number of parameters of a rule. */
  public static final int PARAMETERS = JobFeature.COUNT + PairFeature.COUNT + 2;

  public LinearRule {
    if (order.length != JobFeature.COUNT || place.length != PairFeature.COUNT) {
      throw new IllegalArgumentException(
          "A rule of "
              + order.length
              + " and "
              + place.length
              + " weights instead of "
              + JobFeature.COUNT
              + " and "
              + PairFeature.COUNT
              + ".");
    }
  }

  /**
   * Shortest remaining service first, and the node on which the job is predicted to end first; what
   * others on the same GPU lose counts as the job's own time.
   *
   * @param hysteresis share of its key that a job with GPUs is forgiven, 0 to below 1
   */
  public static LinearRule shortestService(double hysteresis) {
    float[] order = new float[JobFeature.COUNT];
    order[JobFeature.LOG_REMAINING.column()] = -1;
    order[JobFeature.LOG_GPUS.column()] = -1;
    order[JobFeature.RUNNING.column()] = (float) -Math.log1p(-hysteresis);
    float[] place = new float[PairFeature.COUNT];
    place[PairFeature.LOG_FINISH.column()] = -1;
    place[PairFeature.LOG_COST.column()] = -1;
    return new LinearRule(order, place, -4, 1e6f);
  }

  /**
   * A rule with the same preferences whose scores lie further apart, so that agents that draw their
   * choices from it draw its own more often.
   *
   * @param orders factor on the scores of jobs
   * @param places factor on the scores of nodes, hold and stay
   */
  public LinearRule sharpened(double orders, double places) {
    double[] parameters = parameters();
    for (int i = 0; i < PARAMETERS; i++) {
      parameters[i] *= isOfOrder(i) ? orders : places;
    }
    return of(parameters);
  }

  /** The parameters in one array: order, place, hold, stay. */
  public double[] parameters() {
    double[] parameters = new double[PARAMETERS];
    for (int i = 0; i < order.length; i++) {
      parameters[i] = order[i];
    }
    for (int i = 0; i < place.length; i++) {
      parameters[order.length + i] = place[i];
    }
    parameters[PARAMETERS - 2] = hold;
    parameters[PARAMETERS - 1] = stay;
    return parameters;
  }

  /** Whether a parameter weighs jobs; the others weigh nodes, hold and stay. */
  public static boolean isOfOrder(int parameter) {
    return parameter < JobFeature.COUNT;
  }

  /** The rule of an array as {@link #parameters} makes it. */
  public static LinearRule of(double[] parameters) {
    float[] floats = new float[PARAMETERS];
    for (int i = 0; i < PARAMETERS; i++) {
      floats[i] = (float) parameters[i];
    }
    return new LinearRule(
        Arrays.copyOf(floats, JobFeature.COUNT),
        Arrays.copyOfRange(floats, JobFeature.COUNT, PARAMETERS - 2),
        floats[PARAMETERS - 2],
        floats[PARAMETERS - 1]);
  }

  /** Weighted sum of {@code features[at ..]}. */
  static float score(float[] weights, float[] features, int at) {
    float sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * features[at + i];
    }
    return sum;
  }
}
