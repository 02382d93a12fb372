package org.edgetwin.gpu.energy;

import static org.edgetwin.gpu.table.ShippedTable.number;

import org.edgetwin.gpu.table.Require;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * Temperature of a board with one heat capacity and one resistance to the room, C dT/dt = P - (T -
 * room) / R, and how fast it may run when it must not get hotter than its limit.
 *
 * <p>Limits: one temperature for the whole board, a fan that does not change, a clock that meets
 * the limit exactly instead of hunting around it.
 *
 * @param kelvinPerWatt R
 * @param joulesPerKelvin C
 * @param limitCelsius where the board slows down
 */
public record ThermalModel(double kelvinPerWatt, double joulesPerKelvin, double limitCelsius) {
  /** Power grows with this power of the clock, because voltage grows with it too (proposal). */
  public static final double POWER_OVER_CLOCK = 2.5;

  private static final double DAY_SECONDS = 86_400;
  private static final double WARMEST_SHARE_OF_DAY = 15.0 / 24;

  public ThermalModel {
    Require.positive("kelvinPerWatt", kelvinPerWatt);
    Require.positive("joulesPerKelvin", joulesPerKelvin);
    Require.within("limitCelsius", limitCelsius, -50, 200);
  }

  /**
   * A proposed model of {@code data/energy/thermal.csv}.
   *
   * @param kind {@code desktop}, {@code crowded} or {@code server}
   */
  public static ThermalModel proposed(String kind) {
    return ShippedTable.rows("energy/thermal.csv", row -> row).stream()
        .filter(row -> row.getField("kind").equals(kind))
        .findFirst()
        .map(
            row ->
                new ThermalModel(
                    number(row, "kelvin_per_watt"),
                    number(row, "joules_per_kelvin"),
                    number(row, "limit_celsius")))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No board is cooled like a " + kind + ". Maybe desktop, crowded or server."));
  }

  /** The room over the day: a sine, warmest at 15:00, C. */
  public static double roomCelsius(double meanCelsius, double swingCelsius, double localSeconds) {
    double phase = localSeconds / DAY_SECONDS - WARMEST_SHARE_OF_DAY;
    return meanCelsius + swingCelsius * Math.cos(2 * Math.PI * phase);
  }

  /** R C, the time in which a difference falls to 1/e, seconds. */
  public double timeConstantSeconds() {
    return kelvinPerWatt * joulesPerKelvin;
  }

  /** Where the temperature settles at constant power, C. */
  public double settledCelsius(double watts, double roomCelsius) {
    return roomCelsius + watts * kelvinPerWatt;
  }

  /** Temperature after a while at constant power, C; exact. */
  public double celsiusAfter(
      double startCelsius, double watts, double roomCelsius, double seconds) {
    double settled = settledCelsius(watts, roomCelsius);
    return settled + (startCelsius - settled) * Math.exp(-seconds / timeConstantSeconds());
  }

  /** How long the board may draw this much before it is at its limit, seconds; may be infinite. */
  public double secondsToLimit(double startCelsius, double watts, double roomCelsius) {
    if (startCelsius >= limitCelsius) {
      return 0;
    }
    double settled = settledCelsius(watts, roomCelsius);
    return settled <= limitCelsius
        ? Double.POSITIVE_INFINITY
        : timeConstantSeconds() * Math.log((settled - startCelsius) / (settled - limitCelsius));
  }

  /** Power that the cooling carries away at the limit, W; 0 if the room is hotter than that. */
  public double sustainedWatts(double roomCelsius) {
    return Math.max((limitCelsius - roomCelsius) / kelvinPerWatt, 0);
  }

  /**
   * Share of the full clock that can be held for ever, in [0, 1].
   *
   * @param idleWatts at no clock at all
   * @param fullWatts at full clock, above {@code idleWatts}
   */
  public double sustainedClock(double idleWatts, double fullWatts, double roomCelsius) {
    Require.positive("range from idleWatts to fullWatts", fullWatts - idleWatts);
    double share = (sustainedWatts(roomCelsius) - idleWatts) / (fullWatts - idleWatts);
    return Math.pow(Math.min(Math.max(share, 0), 1), 1 / POWER_OVER_CLOCK);
  }
}
