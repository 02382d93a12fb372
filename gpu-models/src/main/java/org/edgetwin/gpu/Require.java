package org.edgetwin.gpu;

/** Checks of record components: each failure names the component and the value. */
final class Require {
  private Require() {}

  static void text(String name, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("The " + name + " is missing.");
    }
  }

  static void positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "The " + name + " (" + value + ") must be a positive, finite number.");
    }
  }

  static void positiveOrUnknown(String name, double value) {
    if (!Double.isNaN(value)) {
      positive(name, value);
    }
  }

  static void within(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "The " + name + " (" + value + ") must lie between " + low + " and " + high + ".");
    }
  }

  static void atLeast(String name, int value, int low) {
    if (value < low) {
      throw new IllegalArgumentException(
          "The " + name + " (" + value + ") must be at least " + low + ".");
    }
  }
}
