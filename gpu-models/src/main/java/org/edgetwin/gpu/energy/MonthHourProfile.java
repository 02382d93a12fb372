package org.edgetwin.gpu.energy;

import static org.edgetwin.gpu.table.ShippedTable.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.edgetwin.gpu.table.Require;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * A quantity by month and hour of the day (UTC) over a year of 365 days that repeats, constant
 * within an hour. Integrals over any interval are sums of whole and partial hours, from prefix sums
 * in O(1). Immutable and thread-safe.
 */
public final class MonthHourProfile {
  /** A year without the 29 February, seconds. */
  public static final double YEAR_SECONDS = 365 * 86_400.0;

  private static final double HOUR_SECONDS = 3600;
  private static final int HOURS_PER_DAY = 24;
  private static final int HOURS = 8760;
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private final double[] valueByHour = new double[HOURS];

  /** Integral from the start of the year to each hour, unit seconds. */
  private final double[] integralArray = new double[HOURS + 1];

  /**
   * A profile.
   *
   * @param values {@code [12 months][24 hours]}, of any unit, may be negative
   */
  public MonthHourProfile(double[][] values) {
    Require.within("number of months", values.length, DAYS.length, DAYS.length);
    int hour = 0;
    for (int month = 0; month < DAYS.length; month++) {
      Require.within("number of hours", values[month].length, HOURS_PER_DAY, HOURS_PER_DAY);
      for (int i = 0; i < DAYS[month] * HOURS_PER_DAY; i++, hour++) {
        double value = values[month][i % HOURS_PER_DAY];
        Require.within("value", value, -Double.MAX_VALUE, Double.MAX_VALUE);
        valueByHour[hour] = value;
        integralArray[hour + 1] = integralArray[hour] + value * HOUR_SECONDS;
      }
    }
  }

  /** The same value at all hours. */
  public static MonthHourProfile constant(double value) {
    double[][] values = new double[DAYS.length][HOURS_PER_DAY];
    for (double[] month : values) {
      Arrays.fill(month, value);
    }
    return new MonthHourProfile(values);
  }

  /** The profiles of a shipped table of columns zone, month, h00 to h23, by zone. */
  static Map<String, MonthHourProfile> shipped(String path) {
    Map<String, double[][]> valuesByZone = new LinkedHashMap<>();
    for (NamedCsvRecord row : ShippedTable.rows(path, row -> row)) {
      double[] day =
          valuesByZone
              .computeIfAbsent(
                  row.getField("zone"), zone -> new double[DAYS.length][HOURS_PER_DAY])[
              (int) number(row, "month") - 1];
      for (int hour = 0; hour < HOURS_PER_DAY; hour++) {
        day[hour] = number(row, hour < 10 ? "h0" + hour : "h" + hour);
      }
    }
    Map<String, MonthHourProfile> profiles = new LinkedHashMap<>();
    valuesByZone.forEach((zone, values) -> profiles.put(zone, new MonthHourProfile(values)));
    return profiles;
  }

  /** The value at a time, seconds since the start of some year. */
  public double at(double secondOfYear) {
    double second = secondOfYear - Math.floor(secondOfYear / YEAR_SECONDS) * YEAR_SECONDS;
    return valueByHour[Math.min((int) (second / HOUR_SECONDS), HOURS - 1)];
  }

  /**
   * The integral between two times, value times seconds.
   *
   * @param fromSecondOfYear since the start of some year; may lie beyond it
   * @param toSecondOfYear not before {@code fromSecondOfYear}
   */
  public double integral(double fromSecondOfYear, double toSecondOfYear) {
    Require.within("seconds of the interval", toSecondOfYear - fromSecondOfYear, 0, 1e12);
    return fromStart(toSecondOfYear) - fromStart(fromSecondOfYear);
  }

  /** The mean over the year. */
  public double mean() {
    return integralArray[HOURS] / YEAR_SECONDS;
  }

  /** This profile on another level: every value times the factor. */
  public MonthHourProfile times(double factor) {
    double[][] values = new double[DAYS.length][];
    int hour = 0;
    for (int month = 0; month < DAYS.length; month++) {
      values[month] = Arrays.copyOfRange(valueByHour, hour, hour + HOURS_PER_DAY);
      values[month] = Arrays.stream(values[month]).map(value -> value * factor).toArray();
      hour += DAYS[month] * HOURS_PER_DAY;
    }
    return new MonthHourProfile(values);
  }

  private double fromStart(double secondOfYear) {
    double years = Math.floor(secondOfYear / YEAR_SECONDS);
    double second = secondOfYear - years * YEAR_SECONDS;
    int hour = Math.min((int) (second / HOUR_SECONDS), HOURS - 1);
    return years * integralArray[HOURS]
        + integralArray[hour]
        + (second - hour * HOUR_SECONDS) * valueByHour[hour];
  }
}
