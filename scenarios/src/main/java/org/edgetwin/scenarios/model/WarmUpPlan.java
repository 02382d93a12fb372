package org.edgetwin.scenarios.model;

/** Which jobs of a run are not measured. */
@Choice(
    doc =
        "Which jobs at the start are simulated but not measured. A plain time: those submitted"
            + " before it.",
    plainValue = WarmUpPlan.Until.class)
public sealed interface WarmUpPlan
    permits WarmUpPlan.None,
        WarmUpPlan.Until,
        WarmUpPlan.FirstJobs,
        WarmUpPlan.Window,
        WarmUpPlan.Mser5 {
  /** Length of the warm-up if it is known beforehand, seconds; else 0. */
  default double seconds() {
    return 0;
  }

  /** All are measured. */
  @Option(value = "none", doc = "All are measured.")
  record None() implements WarmUpPlan {}

  /** Those submitted before a time. */
  @Option(value = "until", doc = "Jobs submitted before a time.")
  record Until(
      @Key(doc = "The time.", unit = Unit.TIME, max = 1e12, example = "1 d") double timeSeconds)
      implements WarmUpPlan {
    @Override
    public double seconds() {
      return timeSeconds;
    }
  }

  /** The first ones. */
  @Option(value = "first_jobs", doc = "The first jobs, by order of submission.")
  record FirstJobs(
      @Key(doc = "Their share of all jobs.", unit = Unit.SHARE, max = 0.99, example = "10 %")
          double share)
      implements WarmUpPlan {}

  /** All but some in a row. */
  @Option(
      value = "window",
      doc =
          "All jobs but those from one to another, by order of submission from 0: jobs before and"
              + " after them load the cluster.")
  record Window(
      @Key(doc = "The first job that is measured.", max = 1e9, example = "4000") int first,
      @Key(doc = "The last job that is measured.", max = 1e9, example = "4999") int last)
      implements WarmUpPlan {
    public Window {
      Bounds.check(first <= last, "The last job comes before the first one. Maybe swap them.");
    }
  }

  /** Chosen by the marginal standard error rule. */
  @Option(
      value = "mser5",
      doc = "As many as the rule MSER-5 deletes: for long runs of a steady load, not for traces.")
  record Mser5() implements WarmUpPlan {}
}
