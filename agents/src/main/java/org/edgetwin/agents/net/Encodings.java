package org.edgetwin.agents.net;

import java.util.Arrays;

/**
 * The encodings of a set's members, one row each, kept between decisions: after a change only the
 * changed members need {@link #encode}. Not thread-safe.
 */
public final class Encodings {
  private final int features;
  private final int width;
  private final float[] parameters;
  private final int firstWeight;
  private final int firstBias;
  private final int secondWeight;
  private final int secondBias;
  private final float[] hidden;
  private float[] rows = new float[0];
  private int size;

  Encodings(ParameterLayout layout, String encoder, int features, int width, float[] parameters) {
    this.features = features;
    this.width = width;
    this.parameters = parameters;
    this.firstWeight = layout.offset(encoder + ".1.weight");
    this.firstBias = layout.offset(encoder + ".1.bias");
    this.secondWeight = layout.offset(encoder + ".2.weight");
    this.secondBias = layout.offset(encoder + ".2.bias");
    this.hidden = new float[width];
  }

  /** Number of members. */
  public int size() {
    return size;
  }

  /** Changes the number of members; the rows of those that stay are kept, new ones are unset. */
  public void resize(int newSize) {
    if (newSize * width > rows.length) {
      rows = Arrays.copyOf(rows, Math.max(newSize * width, rows.length * 2));
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
    Dense.affine(values, at, features, parameters, firstWeight, firstBias, hidden, 0, width);
    Dense.relu(hidden, 0, width);
    Dense.affine(hidden, 0, width, parameters, secondWeight, secondBias, rows, row * width, width);
    Dense.relu(rows, row * width, width);
  }

  /** Encodes all members of {@code float[n][features]}, row-major. */
  public void encodeAll(float[] values, int n) {
    resize(n);
    for (int row = 0; row < n; row++) {
      encode(row, values, row * features);
    }
  }

  /** Gives one member the encoding of another, as when the last takes a leaver's place. */
  public void move(int from, int to) {
    System.arraycopy(rows, from * width, rows, to * width, width);
  }

  float[] rows() {
    return rows;
  }

  /**
   * Writes {@code [mean; max; log(1 + size)]}; zeros for an empty set. Encodings are never
   * negative, so zero is below every maximum.
   */
  void pool(float[] out, int at) {
    Arrays.fill(out, at, at + 2 * width, 0);
    for (int row = 0; row < size; row++) {
      for (int i = 0; i < width; i++) {
        float value = rows[row * width + i];
        out[at + i] += value;
        out[at + width + i] = Math.max(out[at + width + i], value);
      }
    }
    float share = size == 0 ? 0 : 1f / size;
    for (int i = 0; i < width; i++) {
      out[at + i] *= share;
    }
    out[at + 2 * width] = (float) Math.log1p(size);
  }
}
