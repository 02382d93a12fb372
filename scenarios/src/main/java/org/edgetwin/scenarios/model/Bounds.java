package org.edgetwin.scenarios.model;

/** Checks that records make of their own components. */
final class Bounds {
  private Bounds() {}

  static void positive(String key, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException("The " + key + " must be above 0.");
    }
  }

  static void check(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
