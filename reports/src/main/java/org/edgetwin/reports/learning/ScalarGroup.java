package org.edgetwin.reports.learning;

import java.util.Locale;

/** A section of the page of learning curves. */
enum ScalarGroup {
  VALIDATION("Validation"),
  RETURN("Return of training episodes"),
  EXPLORATION("Exploration"),
  UPDATE("Size of the updates"),
  CRITIC("Critic"),
  SPEED("Speed"),
  OTHER("Other scalars");

  private final String title;

  ScalarGroup(String title) {
    this.title = title;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  String title() {
    return title;
  }
}
