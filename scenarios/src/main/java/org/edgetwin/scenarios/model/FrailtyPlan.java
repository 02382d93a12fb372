package org.edgetwin.scenarios.model;

/** How much nodes differ in their rate of failures. */
@Choice(
    doc =
        "How much nodes differ in their rate of failures: it is the mean rate times a gamma frailty"
            + " of mean 1, drawn for each node again in every replication.")
public sealed interface FrailtyPlan permits FrailtyPlan.Share, FrailtyPlan.Variance {
  /** By what the worst nodes do. */
  @Option(value = "share", doc = "So much that the worst nodes make a share of the failures.")
  record Share(
      @Key(
              doc = "The worst nodes.",
              preset = "5 %",
              unit = Unit.SHARE,
              min = 1e-4,
              max = 0.99,
              example = "5 %")
          double ofNodes,
      @Key(
              doc = "What they make of all failures.",
              preset = "50 %",
              unit = Unit.SHARE,
              min = 1e-4,
              max = 0.99,
              example = "50 %")
          double ofFailures)
      implements FrailtyPlan {
    public Share {
      Bounds.check(
          ofFailures > ofNodes,
          "The worst nodes make more than their own share. Maybe raise of_failures.");
    }
  }

  /** By the variance. */
  @Option(value = "variance", doc = "By the variance of the frailty.")
  record Variance(
      @Key(doc = "Variance; the mean is 1.", min = 1e-3, max = 1e3, example = "2") double value)
      implements FrailtyPlan {}
}
