package org.edgetwin.gpu.table;

/** Checks of record components: each failure names the component and the value. */
public final class Require {
  private Require() {}

  /** Fails unless there is some text. */
  public static void text(String name, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("The " + name + " is missing.");
    }
  }

  /** Fails unless the value is positive and finite. */
  public static void positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "The " + name + " (" + value + ") must be a positive, finite number.");
    }
  }

  /** Fails unless the value is positive and finite, or NaN. */
  public static void positiveOrUnknown(String name, double value) {
    if (!Double.isNaN(value)) {
      positive(name, value);
    }
  }

  /** Fails unless the value lies in [low, high]. */
  public static void within(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "The " + name + " (" + value + ") must lie between " + low + " and " + high + ".");
    }
  }

  /** Fails unless the value is at least that. */
  public static void atLeast(String name, int value, int low) {
    if (value < low) {
      throw new IllegalArgumentException(
          "The " + name + " (" + value + ") must be at least " + low + ".");
    }
  }
}
