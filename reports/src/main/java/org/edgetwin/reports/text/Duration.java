package org.edgetwin.reports.text;

/** Times for people: the two largest units, {@code 3 h 12 min}. */
public final class Duration {
  /** Seconds of a minute, an hour and a day. */
  public static final double MINUTE = 60;

  /** See {@link #MINUTE}. */
  public static final double HOUR = 3600;

  /** See {@link #MINUTE}. */
  public static final double DAY = 86_400;

  private static final double MANY_DAYS = 100 * DAY;

  private Duration() {}

  /** A duration in its two largest units; below two minutes in seconds. */
  public static String of(double seconds) {
    if (!Double.isFinite(seconds)) {
      return Quantity.of(seconds);
    }
    if (seconds < 0) {
      return "−" + of(-seconds);
    }
    if (seconds < 2 * MINUTE) {
      return seconds < 1 && seconds > 0
          ? Quantity.of(seconds * 1000) + " ms"
          : Quantity.of(seconds) + " s";
    }
    if (seconds < HOUR) {
      return two(seconds, MINUTE, "min", 1, "s");
    }
    if (seconds < 2 * DAY) {
      return two(seconds, HOUR, "h", MINUTE, "min");
    }
    return seconds < MANY_DAYS
        ? two(seconds, DAY, "d", HOUR, "h")
        : Quantity.of(Math.rint(seconds / DAY)) + " d";
  }

  private static String two(
      double seconds, double large, String largeUnit, double small, String smallUnit) {
    long smalls = Math.round(seconds / small);
    long perLarge = Math.round(large / small);
    long rest = smalls % perLarge;
    String text = Quantity.count(smalls / perLarge) + " " + largeUnit;
    return rest == 0 ? text : text + " " + rest + " " + smallUnit;
  }
}
