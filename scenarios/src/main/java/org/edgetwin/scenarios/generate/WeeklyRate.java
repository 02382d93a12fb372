package org.edgetwin.scenarios.generate;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import org.edgetwin.scenarios.trace.Trace;
import org.edgetwin.scenarios.trace.TraceJob;

/** A rate for each of the 168 hours of a week, from Monday, midnight. */
final class WeeklyRate implements RateSteps {
  static final int HOURS = 168;
  private static final double HOUR_SECONDS = 3600;

  private final double[] ratePerSecond;
  private final int firstHour;
  private long steps;

  /**
   * @param ratePerSecond rates[168], from Monday, midnight
   * @param start weekday of time 0, which is midnight
   */
  WeeklyRate(double[] ratePerSecond, DayOfWeek start) {
    this(ratePerSecond, (start.getValue() - 1) * 24, 0);
  }

  private WeeklyRate(double[] ratePerSecond, int firstHour, long steps) {
    this.ratePerSecond = ratePerSecond;
    this.firstHour = firstHour;
    this.steps = steps;
  }

  /** Hour weights times weekday weights, scaled to a mean rate. */
  static double[] scaled(double meanPerHour, List<Double> hours, List<Double> weekdays) {
    double[] rates = new double[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      rates[hour] = hours.get(hour % 24) * weekdays.get(hour / 24);
    }
    double mean = Arrays.stream(rates).average().orElseThrow();
    return Arrays.stream(rates).map(rate -> rate / mean * meanPerHour / HOUR_SECONDS).toArray();
  }

  /**
   * The mean rate of a trace in each hour of the week; hours the trace does not reach have none.
   */
  static double[] fitted(Trace trace, double scale) {
    double[] jobs = new double[HOURS];
    for (TraceJob job : trace.jobs()) {
      jobs[hourOfWeek(trace.originSeconds() + job.submitTime())]++;
    }
    double[] seconds = new double[HOURS];
    double end = trace.originSeconds() + trace.spanSeconds();
    double time = trace.originSeconds();
    while (time <= end) {
      double next = (Math.floor(time / HOUR_SECONDS) + 1) * HOUR_SECONDS;
      seconds[hourOfWeek(time)] += Math.min(next, end) - time;
      time = next;
    }
    double[] rates = new double[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      rates[hour] = seconds[hour] > 0 ? scale * jobs[hour] / seconds[hour] : 0;
    }
    return rates;
  }

  /** 1970-01-01 was a Thursday. */
  static int hourOfWeek(double epochSeconds) {
    long hours = (long) Math.floor(epochSeconds / HOUR_SECONDS) + 3 * 24;
    return (int) Math.floorMod(hours, (long) HOURS);
  }

  @Override
  public double rate() {
    return ratePerSecond[(int) ((firstHour + steps) % HOURS)];
  }

  @Override
  public double end() {
    return (steps + 1) * HOUR_SECONDS;
  }

  @Override
  public void advance() {
    steps++;
  }

  @Override
  public WeeklyRate copy() {
    return new WeeklyRate(ratePerSecond, firstHour, steps);
  }
}
