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

  /** A law of which what is left of a life is known too, so that nodes start in equilibrium. */
  static void lifetime(String key, TimeLaw law) {
    check(
        law instanceof TimeLaw.Exponential
            || law instanceof TimeLaw.LogNormal
            || law instanceof TimeLaw.Weibull
            || (law instanceof TimeLaw.Constant constant && constant.valueSeconds() > 0)
            || (law instanceof TimeLaw.Uniform uniform
                && uniform.highSeconds() > uniform.lowSeconds()),
        "The law of "
            + key
            + " must be constant, uniform, exponential, lognormal or weibull, and above 0. Maybe"
            + " {type: exponential, mean: 1 h}.");
  }
}
