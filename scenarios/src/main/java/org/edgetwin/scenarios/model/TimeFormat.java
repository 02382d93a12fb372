package org.edgetwin.scenarios.model;

/** How a trace writes instants. */
public enum TimeFormat {
  /** Told from the first value. */
  AUTO,
  /** Seconds since any origin. */
  SECONDS,
  /** Milliseconds since any origin. */
  MILLISECONDS,
  /** ISO 8601, such as 2017-10-09T06:13:03Z. */
  ISO,
  /** YYYY-MM-DD HH:MM:SS without a zone. */
  DATETIME
}
