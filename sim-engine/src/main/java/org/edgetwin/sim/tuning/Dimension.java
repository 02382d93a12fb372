package org.edgetwin.sim.tuning;

import org.edgetwin.sim.scheduling.PolicyDescription.Parameter;
import org.edgetwin.sim.scheduling.SchedulerParts;

/**
 * A parameter as the search sees it: a place from 0 to 1.
 *
 * <p>A range as wide as "0 to 1e12" says only what is legal. Where it reaches a hundred times
 * beyond a positive default, the search looks from a thirtieth of the default to thirty times of
 * it, by factors; elsewhere over the whole range, evenly.
 *
 * @param name of the parameter
 * @param meaning in words
 * @param defaultValue its default
 * @param low least value searched
 * @param high largest value searched
 * @param logarithmic whether equal steps are equal factors
 */
public record Dimension(
    String name,
    String meaning,
    double defaultValue,
    double low,
    double high,
    boolean logarithmic) {
  private static final double WIDE = 100;
  private static final double FACTOR = 30;

  /** Of a declared parameter. */
  public static Dimension of(Parameter parameter) {
    double usual = parameter.defaultValue();
    boolean wide = usual > 0 && parameter.maximum() > WIDE * usual;
    return new Dimension(
        parameter.name(),
        parameter.meaning(),
        usual,
        wide ? Math.max(parameter.minimum(), usual / FACTOR) : parameter.minimum(),
        wide ? Math.min(parameter.maximum(), usual * FACTOR) : parameter.maximum(),
        wide);
  }

  /** The value at a place, to three digits. */
  double value(double place) {
    double exact = logarithmic ? low * Math.pow(high / low, place) : low + place * (high - low);
    return Math.max(low, Math.min(high, SchedulerParts.rounded(exact)));
  }

  /** The place of a value; of one outside the range, the nearest end. */
  double place(double value) {
    double inside = Math.max(low, Math.min(high, value));
    return logarithmic
        ? Math.log(inside / low) / Math.log(high / low)
        : high > low ? (inside - low) / (high - low) : 0;
  }
}
