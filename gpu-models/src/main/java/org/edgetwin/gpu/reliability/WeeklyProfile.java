package org.edgetwin.gpu.reliability;

import static org.edgetwin.gpu.table.ShippedTable.number;

import java.util.Arrays;
import java.util.List;
import org.edgetwin.gpu.table.Require;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * How a hazard swings over the week of an owner: a multiplier of mean 1 for each hour from Monday
 * 00:00 local time on. It acts as a clock that runs faster in some hours: a stay whose length is
 * drawn for a flat week ends when the clock has run for that long, so a law keeps its shape.
 * Immutable and thread-safe; each method is O(log hours).
 */
public final class WeeklyProfile {
  static final double WEEK_SECONDS = 7 * 86_400;
  private static final double HOUR_SECONDS = 3600;
  private static final int HOURS = 168;
  private static final int HOURS_PER_DAY = 24;
  private static final int WORKING_DAYS = 5;

  /** The clock at the end of each hour of the week, seconds; the last is a week. */
  private final double[] clockArray;

  private WeeklyProfile(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    Require.positive("sum of the weights", sum);
    clockArray = new double[HOURS + 1];
    for (int hour = 0; hour < HOURS; hour++) {
      Require.within("weight of hour " + hour, weights[hour], 0, Double.MAX_VALUE);
      clockArray[hour + 1] = clockArray[hour] + weights[hour] / sum * WEEK_SECONDS;
    }
    clockArray[HOURS] = WEEK_SECONDS;
  }

  /** The same at all hours. */
  public static WeeklyProfile flat() {
    double[] weights = new double[HOURS];
    Arrays.fill(weights, 1);
    return new WeeklyProfile(weights);
  }

  /**
   * One day for Monday to Friday and one for the weekend.
   *
   * @param weekday 24 weights, of any mean
   * @param weekend 24 weights on the same scale
   */
  public static WeeklyProfile of(double[] weekday, double[] weekend) {
    Require.within("number of weights of a weekday", weekday.length, HOURS_PER_DAY, HOURS_PER_DAY);
    Require.within(
        "number of weights of a weekend day", weekend.length, HOURS_PER_DAY, HOURS_PER_DAY);
    double[] weights = new double[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      boolean working = hour < WORKING_DAYS * HOURS_PER_DAY;
      weights[hour] = (working ? weekday : weekend)[hour % HOURS_PER_DAY];
    }
    return new WeeklyProfile(weights);
  }

  /**
   * A proposed profile of {@code data/reliability/owner-week.csv}.
   *
   * @param column {@code leave}, {@code return} or {@code reclaim}
   */
  public static WeeklyProfile proposed(String column) {
    return of(shipped(column + "_weekday"), shipped(column + "_weekend"));
  }

  private static double[] shipped(String column) {
    List<Double> weights =
        ShippedTable.rows("reliability/owner-week.csv", row -> number(row, column));
    return weights.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The multiplier at a local time, seconds since a Monday 00:00. */
  public double at(double localSeconds) {
    int hour = (int) (secondOfWeek(localSeconds) / HOUR_SECONDS);
    return (clockArray[hour + 1] - clockArray[hour]) / HOUR_SECONDS;
  }

  /** How far the clock runs between two local times, seconds. */
  public double elapsed(double fromLocalSeconds, double toLocalSeconds) {
    return clock(toLocalSeconds) - clock(fromLocalSeconds);
  }

  /**
   * The local time when the clock has run for a while.
   *
   * @param seconds on the clock, not negative
   */
  public double after(double fromLocalSeconds, double seconds) {
    double target = clock(fromLocalSeconds) + seconds;
    double weeks = Math.floor(target / WEEK_SECONDS);
    double rest = target - weeks * WEEK_SECONDS;
    int found = Arrays.binarySearch(clockArray, rest);
    int hour = found >= 0 ? found : -found - 2;
    double start = hour * HOUR_SECONDS;
    double local =
        hour == HOURS || rest == clockArray[hour]
            ? start
            : start
                + HOUR_SECONDS
                    * (rest - clockArray[hour])
                    / (clockArray[hour + 1] - clockArray[hour]);
    return Math.max(weeks * WEEK_SECONDS + local, fromLocalSeconds);
  }

  private double clock(double localSeconds) {
    double second = secondOfWeek(localSeconds);
    int hour = (int) (second / HOUR_SECONDS);
    double share = second / HOUR_SECONDS - hour;
    return localSeconds
        - second
        + clockArray[hour]
        + share * (clockArray[hour + 1] - clockArray[hour]);
  }

  private static double secondOfWeek(double localSeconds) {
    double second = localSeconds - Math.floor(localSeconds / WEEK_SECONDS) * WEEK_SECONDS;
    // Rounding may give a whole week.
    return Math.min(Math.max(second, 0), Math.nextDown(WEEK_SECONDS));
  }
}
