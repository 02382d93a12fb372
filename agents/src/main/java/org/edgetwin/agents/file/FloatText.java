package org.edgetwin.agents.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** Float arrays as base64 of their little-endian bytes. */
final class FloatText {
  private FloatText() {}

  static String encode(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /**
   * The array of a text.
   *
   * @throws IllegalArgumentException if the text is no such array, or a number is not finite
   */
  static float[] decode(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (bytes.length % 4 != 0) {
      throw new IllegalArgumentException(bytes.length + " bytes are not a number of floats.");
    }
    float[] values = new float[bytes.length / 4];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException("Number " + i + " is " + values[i] + ".");
      }
    }
    return values;
  }
}
