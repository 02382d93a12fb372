package org.edgetwin.scenarios.model;

/** How often a job saves its state. */
@Choice(
    doc = "How often a job saves its state. A plain time is that much progress.",
    plainValue = CheckpointPlan.Every.class)
public sealed interface CheckpointPlan permits CheckpointPlan.Every, CheckpointPlan.Young {
  /** After so much progress. */
  @Option(value = "every", doc = "After the same progress everywhere; 0 s saves continuously.")
  record Every(
      @Key(doc = "The progress.", unit = Unit.TIME, max = 1e12, example = "30 min")
          double valueSeconds)
      implements CheckpointPlan {}

  /** By what is to be lost. */
  @Option(
      value = "young",
      doc =
          "Young's interval, sqrt(2 x cost of a checkpoint x mean time to loss), set at every start"
              + " from the availability of the machines that the job stands on; a gang on n"
              + " machines loses one of them n times as often. No checkpoints where machines are"
              + " never lost by chance.")
  record Young() implements CheckpointPlan {}
}
