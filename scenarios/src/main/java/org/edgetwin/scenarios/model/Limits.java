package org.edgetwin.scenarios.model;

import java.util.List;

/** Which wall-clock limit users ask for. */
@Choice(doc = "Which wall-clock limit users ask for.")
public sealed interface Limits permits Limits.None, Limits.Exact, Limits.Realistic, Limits.Column {
  /** None. */
  @Option(value = "none", doc = "No limits.")
  record None() implements Limits {}

  /** The truth. */
  @Option(
      value = "exact",
      doc =
          "The duration itself. No real user knows it: schedulers that use limits then know"
              + " durations like an oracle.")
  record Exact() implements Limits {}

  /** What users do. */
  @Option(
      value = "realistic",
      doc =
          "The duration times a log-normal factor of median 1, rounded up to the next step; beyond"
              + " the last step to a multiple of it.")
  record Realistic(
      @Key(doc = "Standard deviation of the factor's logarithm.", preset = "0.7", max = 10)
          double sigma,
      @Key(
              doc = "Limits users pick from, ascending.",
              preset = "[1 h, 4 h, 12 h, 24 h, 72 h]",
              unit = Unit.TIME,
              max = 1e12)
          List<Double> stepsSeconds,
      @Key(doc = "Whether a job is killed at its limit.", preset = "false") boolean enforced)
      implements Limits {
    public Realistic {
      Bounds.check(!stepsSeconds.isEmpty(), "There are no steps.");
      for (int i = 0; i < stepsSeconds.size(); i++) {
        double before = i == 0 ? 0 : stepsSeconds.get(i - 1);
        Bounds.check(stepsSeconds.get(i) > before, "The steps do not ascend. Maybe sort them.");
      }
    }
  }

  /** From the trace. */
  @Option(value = "column", doc = "The limit column of the trace.")
  record Column(
      @Key(doc = "Whether a job is killed at its limit.", preset = "false") boolean enforced)
      implements Limits {}
}
