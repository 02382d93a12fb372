package org.edgetwin.scenarios.model;

/** When jobs are wanted. */
@Choice(doc = "When jobs are wanted.")
public sealed interface Deadlines
    permits Deadlines.None, Deadlines.Slack, Deadlines.After, Deadlines.Column {
  /** No deadlines. */
  @Option(value = "none", doc = "No deadlines.")
  record None() implements Deadlines {}

  /** A multiple of the duration after submission. */
  @Option(
      value = "slack",
      doc = "Submission plus the duration times a factor, uniform between low and high.")
  record Slack(
      @Key(doc = "Least factor.", max = 1e6, example = "1.5") double low,
      @Key(doc = "Greatest factor.", max = 1e6, example = "4") double high)
      implements Deadlines {
    public Slack {
      Bounds.check(low <= high, "The low end is above the high end. Maybe swap them.");
    }
  }

  /** A time after submission. */
  @Option(value = "after", doc = "A time after submission.")
  record After(@Key(doc = "The time.", example = "1 h") TimeLaw time) implements Deadlines {}

  /** From the trace. */
  @Option(value = "column", doc = "The deadline column of the trace.")
  record Column() implements Deadlines {}
}
