package org.edgetwin.cli.command;

import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.issue.Issues;
import org.jspecify.annotations.Nullable;

/** Options that count something. */
final class PositiveNumber {
  private PositiveNumber() {}

  /** Notes an issue if a number was given for an option and is below 1. */
  static void require(String option, @Nullable Integer value, Issues issues) {
    if (value != null && value < 1) {
      issues.add(
          new Issue(
              option,
              0,
              "",
              value.toString(),
              "This is not a positive number.",
              "Maybe leave it out."));
    }
  }
}
