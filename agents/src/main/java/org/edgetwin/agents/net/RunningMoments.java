package org.edgetwin.agents.net;

/** Mean and variance of each feature over all rows seen so far [welford1962]. */
public final class RunningMoments {
  /** A deviation beside which any feature is 0, but no subnormal number, which are slow. */
  private static final float SILENT = 1e30f;

  private final double[] mean;
  private final double[] squares;
  private double count;

  public RunningMoments(int features) {
    mean = new double[features];
    squares = new double[features];
  }

  /** Takes in rows: {@code float[n][features]}, row-major. */
  public void update(float[] rows) {
    int features = mean.length;
    for (int at = 0; at + features <= rows.length && features > 0; at += features) {
      count++;
      for (int i = 0; i < features; i++) {
        double distance = rows[at + i] - mean[i];
        mean[i] += distance / count;
        squares[i] += distance * (rows[at + i] - mean[i]);
      }
    }
  }

  /**
   * What has been learnt so far, frozen. A feature that never varied is 0 from now on, whatever it
   * is: no weight has learnt what to make of it. Before the first row nothing is changed.
   */
  public Standardiser freeze() {
    float[] centre = new float[mean.length];
    float[] deviation = new float[mean.length];
    for (int i = 0; i < mean.length; i++) {
      centre[i] = (float) mean[i];
      deviation[i] = count == 0 ? 1 : deviation(squares[i] / count);
    }
    return new Standardiser(centre, deviation);
  }

  private static float deviation(double variance) {
    return variance > 0 ? (float) Math.sqrt(variance) : SILENT;
  }

  /** The standard deviation of a feature so far; 0 before the first row. */
  public double deviation(int feature) {
    return count == 0 ? 0 : Math.sqrt(squares[feature] / count);
  }

  /** Everything, as {@code [count, means, sums of squared distances]}. */
  public double[] state() {
    double[] state = new double[1 + 2 * mean.length];
    state[0] = count;
    System.arraycopy(mean, 0, state, 1, mean.length);
    System.arraycopy(squares, 0, state, 1 + mean.length, mean.length);
    return state;
  }

  /** Goes back to a {@link #state}. */
  public void restore(double[] state) {
    if (state.length != 1 + 2 * mean.length) {
      throw new IllegalArgumentException(
          "A state of " + state.length + " numbers for " + mean.length + " features.");
    }
    count = state[0];
    System.arraycopy(state, 1, mean, 0, mean.length);
    System.arraycopy(state, 1 + mean.length, squares, 0, mean.length);
  }
}
