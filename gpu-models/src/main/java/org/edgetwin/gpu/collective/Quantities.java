package org.edgetwin.gpu.collective;

/** Checks of arguments: each failure names the argument, its value and what may be wrong. */
public final class Quantities {
  private Quantities() {}

  /** A finite number above 0. */
  public static void positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "The %s (%s) must be a positive, finite number. Maybe its unit is not the base unit."
              .formatted(name, value));
    }
  }

  /** A finite number of 0 or more. */
  public static void notNegative(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "The %s (%s) must be 0 or more, and finite. Maybe a difference was taken the wrong way."
              .formatted(name, value));
    }
  }

  /** A number between 0 and 1. */
  public static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "The %s (%s) must lie between 0 and 1. Maybe it was given in per cent."
              .formatted(name, value));
    }
  }

  /** A count of at least {@code low}. */
  public static void atLeast(String name, int value, int low) {
    if (value < low) {
      throw new IllegalArgumentException(
          "The %s (%d) must be at least %d. Maybe an axis that is not split was given as 0."
              .formatted(name, value, low));
    }
  }
}
