package org.edgetwin.scenarios.model;

/** Days of the week, from Monday as in ISO 8601. */
public enum Weekday {
  MONDAY,
  TUESDAY,
  WEDNESDAY,
  THURSDAY,
  FRIDAY,
  SATURDAY,
  SUNDAY
}
