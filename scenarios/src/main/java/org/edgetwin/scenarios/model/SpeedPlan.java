package org.edgetwin.scenarios.model;

/** How fast a job runs on each GPU model. */
@Choice(doc = "How fast a job runs on each GPU model.")
public sealed interface SpeedPlan permits SpeedPlan.Gavel, SpeedPlan.Spec, SpeedPlan.Uniform {
  /** Whether every replication draws what the laws may be wrong by. */
  default boolean isSampled() {
    return false;
  }

  /** Gavel's measurements, else laws. */
  @Option(
      value = "gavel",
      doc =
          "Gavel's measurements; else the time of a pass for transformers whose sizes are given, else"
              + " the spec-sheet law.")
  record Gavel(
      @Key(
              doc =
                  "Whether every replication draws anew by how much speeds that were not measured are"
                      + " off, once for each GPU model and once for each class on it.",
              preset = "false")
          boolean sampled)
      implements SpeedPlan {
    @Override
    public boolean isSampled() {
      return sampled;
    }
  }

  /** The spec-sheet law for all. */
  @Option(value = "spec", doc = "The spec-sheet law for all.")
  record Spec(
      @Key(
              doc = "Whether every replication draws anew by how much speeds are off.",
              preset = "false")
          boolean sampled)
      implements SpeedPlan {
    @Override
    public boolean isSampled() {
      return sampled;
    }
  }

  /** Every GPU like the reference GPU. */
  @Option(value = "uniform", doc = "Every GPU is like the reference GPU.")
  record Uniform() implements SpeedPlan {}
}
