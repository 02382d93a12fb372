package org.edgetwin.gpu.reliability;

import org.edgetwin.gpu.table.Require;

/**
 * Where in the week an owner is when the simulation is at a time. No daylight-saving changes.
 *
 * @param startSecondOfWeek when the run starts, seconds since Monday 00:00 UTC
 * @param utcOffsetHours local time less UTC
 */
public record LocalClock(double startSecondOfWeek, double utcOffsetHours) {
  private static final double SECONDS_PER_HOUR = 3600;

  public LocalClock {
    Require.within("startSecondOfWeek", startSecondOfWeek, 0, WeeklyProfile.WEEK_SECONDS);
    Require.within("utcOffsetHours", utcOffsetHours, -12, 14);
  }

  /** Seconds since some Monday 00:00 in local time; not reduced to one week. */
  public double localSeconds(double time) {
    return time + startSecondOfWeek + utcOffsetHours * SECONDS_PER_HOUR;
  }

  /** The simulated time at which it is that late. */
  public double time(double localSeconds) {
    return localSeconds - startSecondOfWeek - utcOffsetHours * SECONDS_PER_HOUR;
  }
}
