package org.edgetwin.scenarios.trace;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.edgetwin.scenarios.model.TimeFormat;

/**
 * Reads instants of a trace as seconds; wall clocks without a zone count as UTC. Not thread-safe.
 */
final class TimeReader {
  /** Unix milliseconds have been above this since 1973, Unix seconds will be in the year 5138. */
  private static final double LEAST_MILLISECONDS = 1e11;

  private TimeFormat format;
  private String lastDate = "";
  private long lastDateSeconds;

  TimeReader(TimeFormat format) {
    this.format = format;
  }

  /**
   * Seconds since the origin of the format.
   *
   * @throws IllegalArgumentException if the text is no instant
   */
  double read(String text) {
    if (format == TimeFormat.AUTO) {
      format = guess(text);
    }
    try {
      return switch (format) {
        case SECONDS -> finite(Double.parseDouble(text));
        case MILLISECONDS -> finite(Double.parseDouble(text)) / 1000;
        case ISO -> iso(text);
        case DATETIME, AUTO -> dateTime(text);
      };
    } catch (NumberFormatException | DateTimeException e) {
      throw new IllegalArgumentException("This is not an instant (" + shape() + ").", e);
    }
  }

  /** Whether instants name a day of the calendar. */
  boolean hasCalendar(double firstSeconds) {
    return format == TimeFormat.ISO || format == TimeFormat.DATETIME || firstSeconds > 1e8;
  }

  private String shape() {
    return switch (format) {
      case SECONDS -> "seconds";
      case MILLISECONDS -> "milliseconds";
      case ISO -> "ISO 8601";
      case DATETIME, AUTO -> "YYYY-MM-DD HH:MM:SS";
    };
  }

  private static TimeFormat guess(String text) {
    try {
      return Double.parseDouble(text) > LEAST_MILLISECONDS
          ? TimeFormat.MILLISECONDS
          : TimeFormat.SECONDS;
    } catch (NumberFormatException e) {
      return text.indexOf('T') > 0 ? TimeFormat.ISO : TimeFormat.DATETIME;
    }
  }

  private static double finite(double value) {
    if (Math.abs(value) > 1e16 || Double.isNaN(value)) {
      throw new NumberFormatException();
    }
    return value;
  }

  private static double iso(String text) {
    boolean zoned = text.endsWith("Z") || text.matches(".*T.*[-+]\\d\\d:?\\d\\d");
    if (!zoned) {
      return seconds(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
    }
    return seconds(OffsetDateTime.parse(text).toInstant());
  }

  private static double seconds(Instant instant) {
    return instant.getEpochSecond() + instant.getNano() / 1e9;
  }

  /** The date is kept from row to row: most rows share it with the one before. */
  private double dateTime(String text) {
    if (text.length() < 19 || text.charAt(13) != ':' || text.charAt(16) != ':') {
      throw new NumberFormatException();
    }
    String date = text.substring(0, 10);
    if (!date.equals(lastDate)) {
      lastDateSeconds = LocalDate.parse(date).toEpochDay() * 86_400;
      lastDate = date;
    }
    int hour = twoDigits(text, 11, 23);
    int minute = twoDigits(text, 14, 59);
    int second = twoDigits(text, 17, 60);
    double fraction = text.length() > 19 ? Double.parseDouble("0" + text.substring(19)) : 0;
    return lastDateSeconds + hour * 3600L + minute * 60L + second + finite(fraction);
  }

  private static int twoDigits(String text, int start, int most) {
    int value =
        10 * Character.digit(text.charAt(start), 10) + Character.digit(text.charAt(start + 1), 10);
    if (Character.digit(text.charAt(start + 1), 10) < 0 || value < 0 || value > most) {
      throw new NumberFormatException();
    }
    return value;
  }
}
