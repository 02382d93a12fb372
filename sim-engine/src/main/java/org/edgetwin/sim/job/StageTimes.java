package org.edgetwin.sim.job;

/**
 * How long one iteration of a training job keeps each resource busy, one after the other, as a
 * profile of the job alone tells [muri].
 *
 * @param load seconds of reading and preparing data, or of simulating an environment: storage, CPU
 * @param compute seconds of computing: GPU
 * @param exchange seconds of exchanging gradients: network
 * @param iteration seconds of an iteration alone: less than the sum where stages overlap, more
 *     where the job waits for something else
 */
public record StageTimes(double load, double compute, double exchange, double iteration) {
  /** Number of resources that jobs take turns on. */
  public static final int RESOURCES = 3;

  public StageTimes {
    if (!(load >= 0 && compute >= 0 && exchange >= 0)
        || !(iteration > 0 && iteration < Double.POSITIVE_INFINITY)
        || !(load + compute + exchange < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Stages of %s, %s and %s s in an iteration of %s s. Maybe an iteration above 0."
              .formatted(load, compute, exchange, iteration));
    }
  }

  /** Busy seconds of a resource in the order above. */
  public double stage(int resource) {
    return switch (resource) {
      case 0 -> load;
      case 1 -> compute;
      case 2 -> exchange;
      default -> throw new IndexOutOfBoundsException("There is no resource " + resource + ".");
    };
  }

  /** Busy seconds of all resources. */
  public double busy() {
    return load + compute + exchange;
  }
}
