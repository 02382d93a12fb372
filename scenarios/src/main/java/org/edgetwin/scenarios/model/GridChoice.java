package org.edgetwin.scenarios.model;

/** How price and carbon of electricity change. */
public enum GridChoice {
  /** Not at all: the averages of a year. */
  YEARLY,
  /** With month and hour of the day, in the twelve regions of the program. */
  HOURLY
}
