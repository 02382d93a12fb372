package org.edgetwin.scenarios.model;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;

/** What turns GPU-seconds into electricity and carbon, where the usual figures do not fit. */
public record Economics(
    @Key(
            doc =
                "Power drawn from the grid over power of the machines, everywhere. Left out: 1.56"
                    + " in data centres, 1.00 on community nodes.",
            preset = Key.NONE,
            min = 1,
            max = 10)
        @Nullable Double pue,
    @Key(
            doc = "How busy a held GPU is taken to be when its power is computed.",
            preset = "1",
            unit = Unit.SHARE,
            max = 1)
        double heldUtilisation,
    @Key(
            doc = "CO2-equivalent of the grid everywhere. Left out: that of each region.",
            preset = Key.NONE,
            unit = Unit.CARBON,
            max = 1e4,
            example = "320 g/kWh")
        @Nullable Double carbonIntensityGramsPerKwh,
    @Key(
            doc =
                "Price of electricity everywhere. Left out: the wholesale price of each region,"
                    + " 0.094 USD/kWh where it is unknown.",
            preset = Key.NONE,
            unit = Unit.ENERGY_PRICE,
            max = 100,
            example = "0.25 USD/kWh")
        @Nullable Double electricityPriceUsdPerKwh,
    @Key(
            doc =
                "Whether price and carbon of electricity are averages of the year or change by the"
                    + " hour. What is written for everywhere, or for a region of one's own, does not"
                    + " change.",
            preset = "yearly")
        GridChoice grid,
    @Key(
            doc =
                "Date and full hour (UTC) at which the run starts, for the hourly grid; the year does"
                    + " not matter.",
            preset = "2023-01-01 00:00",
            example = "2023-07-03 00:00")
        String starts,
    @Key(
            doc =
                "How power is computed: linear (held_utilisation for all) or stages (by workload"
                    + " class, with the conversion losses of data centres).",
            preset = "linear")
        PowerChoice power,
    @Key(
            doc =
                "Whether results are told by operator. They are, too, if a node group names an"
                    + " operator, prices move, or jobs pay by the call.",
            preset = "false")
        boolean operators,
    @Key(
            doc = "What operators get of what jobs pay; 75 % where a quarter is burned.",
            preset = "1",
            unit = Unit.SHARE,
            max = 1)
        double keptShare) {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withResolverStyle(ResolverStyle.STRICT);

  private static final int SOME_COMMON_YEAR = 2023;

  public Economics {
    Bounds.check(
        start(starts) != null,
        "economics.starts is " + starts + ", not a date and a full hour. Maybe 2023-07-03 00:00.");
  }

  private static @Nullable LocalDateTime start(String text) {
    try {
      LocalDateTime time = LocalDateTime.parse(text, FORMAT);
      return time.getMinute() == 0 ? time : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Full hours from 1 January to the start of the run, in a year of 365 days. */
  public int startHourOfYear() {
    LocalDateTime time = LocalDateTime.parse(starts, FORMAT).withYear(SOME_COMMON_YEAR);
    return (time.getDayOfYear() - 1) * 24 + time.getHour();
  }

  /** Whether anything is asked for beside energy and carbon at yearly averages. */
  public boolean isDetailed() {
    return grid != GridChoice.YEARLY
        || power != PowerChoice.LINEAR
        || operators
        || keptShare != 1
        || electricityPriceUsdPerKwh != null;
  }
}
