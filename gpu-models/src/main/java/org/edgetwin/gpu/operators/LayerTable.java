package org.edgetwin.gpu.operators;

import java.util.EnumMap;
import java.util.Map;

/**
 * Times of the operators of one layer shape measured on one GPU at some numbers of tokens; linear
 * in tokens between them. O(log tokens measured) per look-up, allocates nothing.
 */
public final class LayerTable {
  private final LayerShape shape;
  private final int[] tokens;
  private final Map<LayerOperator, double[]> secondsByOperator = new EnumMap<>(LayerOperator.class);

  /**
   * A table.
   *
   * @param tokens measured, strictly ascending
   * @param secondsByOperator {@code double[tokens]}, s, for each operator of the shape
   */
  public LayerTable(
      LayerShape shape, int[] tokens, Map<LayerOperator, double[]> secondsByOperator) {
    if (tokens.length == 0) {
      throw new IllegalArgumentException("A layer table is empty. Maybe a row was lost?");
    }
    for (int i = 1; i < tokens.length; i++) {
      if (tokens[i] <= tokens[i - 1]) {
        throw new IllegalArgumentException(
            "The tokens of a layer table do not ascend at " + tokens[i] + ".");
      }
    }
    this.shape = shape;
    this.tokens = tokens.clone();
    LayerOperator.of(shape)
        .forEach(
            operator -> {
              double[] seconds = secondsByOperator.get(operator);
              if (seconds == null || seconds.length != tokens.length) {
                throw new IllegalArgumentException(
                    "A layer table has "
                        + tokens.length
                        + " numbers of tokens, and not as many times of "
                        + operator
                        + ". Maybe a column was lost?");
              }
              this.secondsByOperator.put(operator, seconds.clone());
            });
  }

  public LayerShape shape() {
    return shape;
  }

  /** Whether so many tokens lie within what was measured. */
  public boolean covers(double count) {
    return count >= tokens[0] && count <= tokens[tokens.length - 1];
  }

  /** The nearest number of tokens that it covers. */
  double clamp(double count) {
    return Math.max(tokens[0], Math.min(count, tokens[tokens.length - 1]));
  }

  /**
   * Time of an operator, s.
   *
   * @param operator one that the shape has
   * @param count tokens, covered; may lie between two whole numbers
   */
  public double seconds(LayerOperator operator, double count) {
    int low = floor(count);
    double[] seconds = secondsByOperator.get(operator);
    double below = seconds[low];
    if (low == tokens.length - 1) {
      return below;
    }
    double above = seconds[low + 1];
    double share = (count - tokens[low]) / (tokens[low + 1] - tokens[low]);
    return below + share * (above - below);
  }

  /** Position of the greatest measured number of tokens that is not above this one. */
  private int floor(double count) {
    int low = 0;
    int high = tokens.length;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (tokens[middle] <= count) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
