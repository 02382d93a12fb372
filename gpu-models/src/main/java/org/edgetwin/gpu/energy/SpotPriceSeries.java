package org.edgetwin.gpu.energy;

import static org.edgetwin.gpu.table.ShippedTable.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.List;
import org.edgetwin.gpu.table.Require;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * The spot price of an instance type in a zone, constant from one change to the next: the first
 * price holds before it too, the last for ever. Immutable and thread-safe; look-ups are O(log
 * changes).
 */
public final class SpotPriceSeries {
  /** One of the shipped series. */
  public record Key(String instanceType, String zone) {}

  private static final class Holder {
    static final List<NamedCsvRecord> ROWS =
        ShippedTable.rows("energy/spot-prices.csv", row -> row);
  }

  private final double[] timeArray;
  private final double[] usdPerHourArray;

  /**
   * A series.
   *
   * @param times of the changes, seconds, rising
   * @param usdPerHour the price from each change on, per instance
   */
  public SpotPriceSeries(double[] times, double[] usdPerHour) {
    Require.within("number of prices", usdPerHour.length, 1, Integer.MAX_VALUE);
    Require.within("number of times", times.length, usdPerHour.length, usdPerHour.length);
    for (int i = 0; i < times.length; i++) {
      Require.positive("price", usdPerHour[i]);
      if (i > 0 && !(times[i] > times[i - 1])) {
        throw new IllegalArgumentException(
            "The price changes at " + times[i] + " s, not after " + times[i - 1] + " s.");
      }
    }
    timeArray = times.clone();
    usdPerHourArray = usdPerHour.clone();
  }

  /** The shipped series, in table order. */
  public static List<Key> shipped() {
    return Holder.ROWS.stream().map(SpotPriceSeries::key).distinct().toList();
  }

  /**
   * A shipped series: AWS from 22 December 2019, 00:00 UTC, on.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static SpotPriceSeries of(String instanceType, String zone) {
    Key key = new Key(instanceType, zone);
    List<NamedCsvRecord> rows = Holder.ROWS.stream().filter(row -> key(row).equals(key)).toList();
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          "No spot prices of " + key + ". Maybe one of " + shipped() + ".");
    }
    return new SpotPriceSeries(
        rows.stream().mapToDouble(row -> number(row, "seconds")).toArray(),
        rows.stream().mapToDouble(row -> number(row, "usd_per_hour")).toArray());
  }

  /**
   * A shipped series, for one GPU of the instance.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static SpotPriceSeries perGpu(String instanceType, String zone) {
    SpotPriceSeries whole = of(instanceType, zone);
    double gpus =
        Holder.ROWS.stream()
            .filter(row -> key(row).instanceType().equals(instanceType))
            .mapToDouble(row -> number(row, "gpus"))
            .findFirst()
            .orElseThrow();
    return new SpotPriceSeries(
        whole.timeArray, Arrays.stream(whole.usdPerHourArray).map(usd -> usd / gpus).toArray());
  }

  private static Key key(NamedCsvRecord row) {
    return new Key(row.getField("instance_type"), row.getField("zone"));
  }

  /** The price at a time, USD per hour of the instance. */
  public double at(double time) {
    return usdPerHourArray[segment(time)];
  }

  /** When the price changes next after a time, seconds; positive infinity if never. */
  public double nextChange(double time) {
    int found = Arrays.binarySearch(timeArray, Math.nextUp(time));
    int next = found >= 0 ? found : -found - 1;
    return next < timeArray.length ? timeArray[next] : Double.POSITIVE_INFINITY;
  }

  /** The mean price over an interval, USD per hour; exact. */
  public double mean(double from, double to) {
    Require.positive("seconds of the interval", to - from);
    double sum = 0;
    double start = from;
    while (start < to) {
      double end = Math.min(nextChange(start), to);
      sum += (end - start) * at(start);
      start = end;
    }
    return sum / (to - from);
  }

  private int segment(double time) {
    int found = Arrays.binarySearch(timeArray, time);
    return Math.max(found >= 0 ? found : -found - 2, 0);
  }
}
