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

  /** Fails unless the value is 0 or more, and finite. */
  public static void notNegative(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "The " + name + " (" + value + ") must be a finite number of at least 0.");
    }
  }

  /** Fails unless the value lies between 0 and 1. */
  public static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "The "
              + name
              + " ("
              + value
              + ") must lie between 0 and 1. Maybe it was given in per cent.");
    }
  }
}
