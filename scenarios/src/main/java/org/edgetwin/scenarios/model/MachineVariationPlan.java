package org.edgetwin.scenarios.model;

/** How machines of one GPU model differ. */
@Choice(doc = "How machines of one GPU model differ from each other.")
public sealed interface MachineVariationPlan
    permits MachineVariationPlan.None, MachineVariationPlan.Hidden {
  /** Not at all. */
  @Option(value = "none", doc = "Not at all.")
  record None() implements MachineVariationPlan {}

  /** Hidden factors. */
  @Option(
      value = "hidden",
      doc =
          "Each machine takes longer or shorter by a hidden factor: of a group of similar machines,"
              + " of its own, of its own for a workload class, and one that drifts. Drawn again in"
              + " every replication. Schedulers see it only in the progress of jobs. The numbers"
              + " are standard deviations of the factor's logarithm.")
  record Hidden(
      @Key(doc = "Number of groups; machines belong to them at random.", preset = "3", min = 1)
          int groups,
      @Key(doc = "Between groups.", preset = "0.25", max = 9) double groupSd,
      @Key(doc = "Between machines of a group.", preset = "0.2", max = 9) double ownSd,
      @Key(doc = "Of one machine over time.", preset = "0.15", max = 9) double driftSd,
      @Key(
              doc = "Time in which a machine forgets (to 1/e) how it was.",
              preset = "12 h",
              unit = Unit.TIME,
              min = 1e-3,
              max = 1e12)
          double driftMemorySeconds,
      @Key(doc = "Time between two changes.", preset = "1 h", unit = Unit.TIME, min = 1, max = 1e12)
          double driftStepSeconds,
      @Key(doc = "Between workload classes on one machine.", preset = "0.1", max = 9)
          double classSd,
      @Key(doc = "Of a slow-down that a scheduler measures.", preset = "0.15", max = 9)
          double observationSd)
      implements MachineVariationPlan {}
}
