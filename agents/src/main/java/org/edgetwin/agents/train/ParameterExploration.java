package org.edgetwin.agents.train;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.agents.file.Checkpoint;
import umontreal.ssj.probdist.NormalDist;
import umontreal.ssj.rng.RandomStream;

/**
 * Policy gradients with parameter-based exploration [sehnke2010], with symmetric sampling and one
 * fixed standard deviation: the weights are drawn, once for a whole episode, and every choice is
 * the best one under them. So an episode says in which direction of the weights its cost falls,
 * where drawn choices would have to share one noisy cost among thousands of them.
 *
 * <p>An update draws pairs of weights {@code c + s e} and {@code c - s e} around the centre c, e
 * standard normal, s the spread. With d half the difference of their costs, divided by its root
 * mean square over the pairs and cut at 3, {@link Adam} moves c down the mean of {@code d e}. What
 * is learnt is a moving average of the centres: it does not tremble as they do [polyak1992].
 * Deterministic for equal weights, costs and stream.
 */
public final class ParameterExploration {
  private static final String NAME = "exploration";
  private static final double LARGEST = 3;

  /** What an average keeps of itself at each update: it spans some ten updates. */
  private static final double KEPT = 0.9;

  /**
   * How to explore.
   *
   * @param updates how many
   * @param pairs of weights in each
   * @param episodes that each pair meets, others for each pair
   * @param spread standard deviation of a weight
   * @param rate of Adam
   */
  public record Settings(int updates, int pairs, int episodes, double spread, Schedule rate) {}

  private final Settings settings;
  private final RandomStream stream;
  private final float[] center;
  private final float[] average;
  private final Adam adam;
  private long updates;

  /** The directions of the update that is under way. */
  private float[][] directions = new float[0][];

  /**
   * An exploration that has seen nothing.
   *
   * @param start weights to start from, copied
   */
  public ParameterExploration(Settings settings, float[] start, RandomStream stream) {
    this.settings = settings;
    this.stream = stream;
    center = start.clone();
    average = start.clone();
    adam = new Adam(start.length);
  }

  /** How many updates have been made. */
  public long updates() {
    return updates;
  }

  /** A copy of what is learnt so far. */
  public float[] learnt() {
    return average.clone();
  }

  /**
   * Draws the weights of the next update.
   *
   * @return two for each pair, the second on the other side of the centre
   */
  public List<float[]> draw() {
    directions = new float[settings.pairs()][center.length];
    List<float[]> drawn = new ArrayList<>();
    for (float[] direction : directions) {
      for (int i = 0; i < direction.length; i++) {
        direction[i] = (float) NormalDist.inverseF01(stream.nextDouble());
      }
      drawn.add(moved(direction, settings.spread()));
      drawn.add(moved(direction, -settings.spread()));
    }
    return drawn;
  }

  private float[] moved(float[] direction, double by) {
    float[] weights = center.clone();
    for (int i = 0; i < weights.length; i++) {
      weights[i] += (float) by * direction[i];
    }
    return weights;
  }

  /**
   * Learns from what was drawn last.
   *
   * @param costs of the weights in the order of {@link #draw}, lower is better
   * @return the root mean square of the differences of costs over the pairs, halved
   */
  public double update(double[] costs) {
    if (directions.length == 0 || costs.length != 2 * directions.length) {
      throw new IllegalStateException(
          costs.length + " costs for " + directions.length + " pairs. Maybe nothing was drawn.");
    }
    double[] halves = new double[directions.length];
    double squares = 0;
    for (int j = 0; j < halves.length; j++) {
      halves[j] = (costs[2 * j] - costs[2 * j + 1]) / 2;
      squares += halves[j] * halves[j];
    }
    double size = Math.sqrt(squares / halves.length);
    if (size > 0) {
      adam.step(center, gradient(halves, size), settings.rate().at(updates));
    }
    for (int i = 0; i < average.length; i++) {
      average[i] = (float) (KEPT * average[i] + (1 - KEPT) * center[i]);
    }
    directions = new float[0][];
    updates++;
    return size;
  }

  private float[] gradient(double[] halves, double size) {
    float[] gradient = new float[center.length];
    for (int j = 0; j < halves.length; j++) {
      float weight =
          (float) (Math.max(-LARGEST, Math.min(LARGEST, halves[j] / size)) / halves.length);
      float[] direction = directions[j];
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += weight * direction[i];
      }
    }
    return gradient;
  }

  /** Everything that the next update depends on, besides the costs. */
  public void save(Checkpoint checkpoint) {
    checkpoint.floats().put(NAME + ".center", center.clone());
    checkpoint.floats().put(NAME + ".average", average.clone());
    adam.save(checkpoint, NAME);
    checkpoint.longs().put(NAME + ".updates", new long[] {updates});
    checkpoint.longs().put(NAME + ".stream", StreamState.of(stream));
  }

  /**
   * Continues where an exploration of as many weights was saved.
   *
   * @throws IllegalArgumentException if the checkpoint is of another training
   */
  public void restore(Checkpoint checkpoint) {
    checkpoint.copyFloats(NAME + ".center", center);
    checkpoint.copyFloats(NAME + ".average", average);
    adam.restore(checkpoint, NAME);
    updates = checkpoint.longs(NAME + ".updates")[0];
    StreamState.restore(stream, checkpoint.longs(NAME + ".stream"));
  }
}
