package org.edgetwin.reports.chart;

import static org.edgetwin.reports.text.Duration.DAY;
import static org.edgetwin.reports.text.Duration.HOUR;
import static org.edgetwin.reports.text.Duration.MINUTE;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.reports.text.Quantity;

/** The scales that charts use, with ticks where people expect them. */
final class Scales {
  private static final int MAX_TICKS = 10;
  private static final double SHORT = 10;
  private static final double LEAST_RANGE = 15;
  private static final double LOG_MARGIN = 1.15;
  private static final double ZERO_SHOWN_BELOW = 0.6;
  private static final double TINY_STEP = 1e-300;

  private static final List<Tick> LOG_TIMES =
      List.of(
          new Tick(1e-3, "1 ms"),
          new Tick(1e-2, "10 ms"),
          new Tick(1e-1, "0.1 s"),
          new Tick(1, "1 s"),
          new Tick(10, "10 s"),
          new Tick(MINUTE, "1 min"),
          new Tick(10 * MINUTE, "10 min"),
          new Tick(HOUR, "1 h"),
          new Tick(6 * HOUR, "6 h"),
          new Tick(DAY, "1 d"),
          new Tick(10 * DAY, "10 d"),
          new Tick(100 * DAY, "100 d"),
          new Tick(1000 * DAY, "1,000 d"));

  private static final double[] STEPS_IN_DAY = {
    1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400
  };

  private Scales() {}

  /** Shares from 0 to 100 %. */
  static Scale shares() {
    List<Tick> ticks = new ArrayList<>();
    for (int percent = 0; percent <= 100; percent += 20) {
      ticks.add(new Tick(percent / 100.0, percent + " %"));
    }
    return new Scale(0, 1, false, "", ticks);
  }

  /**
   * Durations on a logarithmic axis. It begins at a round one that is not above the shortest, but
   * at a second at the least, or less if all are short; shorter ones are drawn at its start.
   */
  static Scale logDurations(double shortest, double longest) {
    return logTimes(Math.max(shortest, longest < SHORT ? LOG_TIMES.get(0).position() : 1), longest);
  }

  /** Positive times on a logarithmic axis, down to the shortest that has a tick. */
  static Scale logLatencies(double shortest, double longest) {
    return logTimes(Math.max(shortest, LOG_TIMES.get(0).position()), longest);
  }

  private static Scale logTimes(double least, double longest) {
    List<Tick> ticks = new ArrayList<>(LOG_TIMES);
    for (double days = 10_000; days * DAY <= longest; days *= 10) {
      ticks.add(new Tick(days * DAY, Quantity.of(days) + " d"));
    }
    double lower =
        ticks.stream().mapToDouble(Tick::position).filter(t -> t <= least).max().orElse(least);
    double upper = Math.max(LEAST_RANGE * lower, longest * LOG_MARGIN);
    return new Scale(lower, upper, true, "", everyNth(ticks, lower, upper));
  }

  /** Positive quantities on a logarithmic axis. */
  static Scale logQuantities(double least, double largest) {
    double first = Math.floor(Math.log10(least));
    List<Tick> ticks = new ArrayList<>();
    for (double power = first; power <= Math.log10(largest) + 1; power++) {
      double position = Math.pow(10, power);
      ticks.add(new Tick(position, Quantity.tick(position)));
    }
    double lower = ticks.get(0).position();
    double upper = Math.max(LEAST_RANGE * lower, largest * LOG_MARGIN);
    return new Scale(lower, upper, true, "", everyNth(ticks, lower, upper));
  }

  private static List<Tick> everyNth(List<Tick> ticks, double lower, double upper) {
    List<Tick> shown =
        ticks.stream().filter(t -> t.position() >= lower && t.position() <= upper).toList();
    int n = (shown.size() + MAX_TICKS) / (MAX_TICKS + 1);
    List<Tick> kept = new ArrayList<>();
    for (int i = 0; i < shown.size(); i += n) {
      kept.add(shown.get(i));
    }
    return kept;
  }

  /** Times on a linear axis, in the unit that fits their length. */
  static Scale times(double lower, double upper) {
    double step = timeStep((upper - lower) / MAX_TICKS);
    double unit = timeUnit(step, upper);
    String name = unit == DAY ? "days" : unit == HOUR ? "hours" : unit == MINUTE ? "minutes" : "s";
    return linear(lower, upper, step, unit, name);
  }

  /** The unit in which the ticks are whole, or halves and quarters of a larger one. */
  private static double timeUnit(double step, double upper) {
    if (step >= DAY || (upper >= 4 * DAY && step >= 6 * HOUR)) {
      return DAY;
    }
    if (step >= HOUR || (upper >= 4 * HOUR && step >= 30 * MINUTE)) {
      return HOUR;
    }
    return step >= MINUTE ? MINUTE : 1;
  }

  private static double timeStep(double least) {
    for (double step : STEPS_IN_DAY) {
      if (step >= least && least >= 0.5) {
        return step;
      }
    }
    return least > DAY ? DAY * roundStep(least / DAY) : roundStep(least);
  }

  /** Quantities on a linear axis. */
  static Scale quantities(double lower, double upper) {
    return linear(lower, upper, roundStep((upper - lower) / MAX_TICKS), 1, "");
  }

  /** Quantities on a linear axis with some room at its ends, from 0 if the least is not far off. */
  static Scale around(double low, double high) {
    return quantities(roomBelow(low, high), high + room(low, high));
  }

  /** Quantities on a linear axis with some room at its ends. */
  static Scale closeTo(double low, double high) {
    return quantities(low - room(low, high), high + room(low, high));
  }

  /** Times on such an axis as that of {@link #around}. */
  static Scale timesAround(double low, double high) {
    return times(roomBelow(low, high), high + room(low, high));
  }

  private static double roomBelow(double low, double high) {
    return low >= 0 && low <= ZERO_SHOWN_BELOW * high ? 0 : low - room(low, high);
  }

  private static double room(double low, double high) {
    return high > low ? 0.05 * (high - low) : Math.max(Math.abs(high) * 0.1, 1e-9);
  }

  private static Scale linear(double lower, double upper, double step, double unit, String name) {
    List<Tick> ticks = new ArrayList<>();
    for (double i = Math.ceil(lower / step);
        i * step <= upper && ticks.size() <= 2 * MAX_TICKS;
        i++) {
      ticks.add(new Tick(i * step, Quantity.tick(i * step / unit)));
    }
    return new Scale(lower, upper, false, name, ticks);
  }

  /** The least of 1, 2 and 5 times a power of ten that is not below a value. */
  private static double roundStep(double least) {
    double floor = Math.max(least, TINY_STEP);
    double power = Math.pow(10, Math.floor(Math.log10(floor)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= floor) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
