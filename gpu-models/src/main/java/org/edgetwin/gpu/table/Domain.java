package org.edgetwin.gpu.table;

/** Checks of record components: each failure names the component and the value. */
public final class Domain {
  private Domain() {}

  /** Fails unless the value is positive and finite. */
  public static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The " + name + " (" + value + ") must be a positive, finite number.");
    }
  }

  /** Fails unless the value lies in [low, high]. */
  public static void within(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "The " + name + " (" + value + ") must lie between " + low + " and " + high + ".");
    }
  }
}
