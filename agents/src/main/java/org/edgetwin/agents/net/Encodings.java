package org.edgetwin.agents.net;

import java.util.Arrays;

/**
 * The encodings of a set's members, one row each, kept between decisions: after a change only the
 * changed members need {@link #encode}. Not thread-safe.
 */
public final class Encodings {
  private final int features;
  private final int width;
  private final DenseLayer first;
  private final DenseLayer second;

  /** What a member's features add to its score directly; empty for sets that are not scored. */
  private final float[] skip;

  private final float[] hidden;
  private final float[] sum;
  private final float[] greatest;
  private float[][] rows = new float[0][];
  private float[] direct = new float[0];
  private int size;

  Encodings(
      ParameterLayout layout, String encoder, int features, float[] skip, float[] parameters) {
    this.features = features;
    this.skip = skip;
    this.first = new DenseLayer(layout, encoder + ".1", parameters);
    this.second = new DenseLayer(layout, encoder + ".2", parameters);
    this.width = second.weight().length;
    this.hidden = new float[width];
    this.sum = new float[width];
    this.greatest = new float[width];
  }

  /** Number of members. */
  public int size() {
    return size;
  }

  /** Changes the number of members; the rows of those that stay are kept, new ones are unset. */
  public void resize(int newSize) {
    if (newSize > rows.length) {
      int old = rows.length;
      rows = Arrays.copyOf(rows, Math.max(newSize, old * 2));
      for (int row = old; row < rows.length; row++) {
        rows[row] = new float[width];
      }
      direct = Arrays.copyOf(direct, rows.length);
    }
    size = newSize;
  }

  /**
   * Encodes one member: two dense layers, each followed by {@code max(0, x)}.
   *
   * @param row which member, from 0 to {@link #size} - 1
   * @param values its features start at index {@code at}
   */
  public void encode(int row, float[] values, int at) {
    first.apply(values, at, hidden);
    Dense.relu(hidden);
    second.apply(hidden, 0, rows[row]);
    Dense.relu(rows[row]);
    direct[row] = Dense.dot(values, at, skip);
  }

  /** Encodes all members of {@code float[n][features]}, row-major. */
  public void encodeAll(float[] values, int n) {
    resize(n);
    for (int row = 0; row < n; row++) {
      encode(row, values, row * features);
    }
  }

  float[] row(int member) {
    return rows[member];
  }

  /** What a member's features add to its score directly. */
  float direct(int member) {
    return direct[member];
  }

  /**
   * Writes {@code [mean; max; log(1 + size)]}; zeros for an empty set. Encodings are never
   * negative, so zero is below every maximum.
   */
  void pool(float[] out, int at) {
    Arrays.fill(sum, 0);
    Arrays.fill(greatest, 0);
    for (int member = 0; member < size; member++) {
      float[] row = rows[member];
      for (int i = 0; i < sum.length; i++) {
        sum[i] += row[i];
      }
      for (int i = 0; i < greatest.length; i++) {
        greatest[i] = Math.max(greatest[i], row[i]);
      }
    }
    float share = size == 0 ? 0 : 1f / size;
    for (int i = 0; i < width; i++) {
      out[at + i] = sum[i] * share;
    }
    System.arraycopy(greatest, 0, out, at + width, width);
    out[at + 2 * width] = (float) Math.log1p(size);
  }
}
