package org.edgetwin.scenarios.model;

import java.util.List;

/** What jobs on one GPU do to each other. */
@Choice(doc = "What jobs on one GPU do to each other.")
public sealed interface ContentionPlan
    permits ContentionPlan.None,
        ContentionPlan.Pairs,
        ContentionPlan.Fitted,
        ContentionPlan.Mps,
        ContentionPlan.TimeSlicing,
        ContentionPlan.Mig {
  /** Nothing. */
  @Option(value = "none", doc = "Nobody feels a neighbour: an upper bound.")
  record None() implements ContentionPlan {}

  /** Gavel's measured pairs, else summed pressures. */
  @Option(value = "pairs", doc = "Gavel's measured pairs; else the law of summed pressures.")
  record Pairs(
      @Key(
              doc =
                  "Whether every replication draws anew by how much the law is off, once for each GPU"
                      + " model and each two classes that were not measured together.",
              preset = "false")
          boolean sampled)
      implements ContentionPlan {}

  /** Measured and forecast pairs, else the physical law. */
  @Option(
      value = "fitted",
      doc =
          "Gavel's measured pairs, forecasts of pairs that are like them, and for three or more jobs"
              + " progressive filling of fitted demands with interference.")
  record Fitted(
      @Key(
              doc =
                  "Pairs of classes of your own that you measured; `edgetwin probes` says which"
                      + " ones tell most.",
              preset = "[]")
          List<MeasuredPairPlan> measured)
      implements ContentionPlan {}

  /** Kernels side by side under a thread limit. */
  @Option(
      value = "mps",
      doc =
          "Kernels of all jobs run side by side: progressive filling of fitted demands with"
              + " interference, each job on part of the processors.")
  record Mps(
      @Key(
              doc = "Active thread percentage: most of the processors that one job may use.",
              preset = "100 %",
              unit = Unit.SHARE,
              min = 0.001,
              max = 1)
          double threadShare)
      implements ContentionPlan {}

  /** Turns. */
  @Option(
      value = "time_slicing",
      doc = "One job after the other has the whole GPU: each of n keeps 1/n, less the switches.")
  record TimeSlicing(
      @Key(doc = "Length of a turn.", preset = "2 ms", unit = Unit.TIME, min = 1e-6, max = 1e6)
          double sliceSeconds,
      @Key(doc = "What changing turns costs.", preset = "0 s", unit = Unit.TIME, max = 1e6)
          double switchSeconds)
      implements ContentionPlan {}

  /** Slices of hardware. */
  @Option(
      value = "mig",
      doc =
          "Slices of hardware as large as the shares that jobs ask for: nobody feels a neighbour, and"
              + " nobody gets more than its slice.")
  record Mig() implements ContentionPlan {}
}
