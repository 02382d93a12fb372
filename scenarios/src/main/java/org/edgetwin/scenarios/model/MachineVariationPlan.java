package org.edgetwin.scenarios.model;

import java.util.List;

/** How machines of one GPU model differ. */
@Choice(doc = "How machines of one GPU model differ from each other.")
public sealed interface MachineVariationPlan
    permits MachineVariationPlan.None,
        MachineVariationPlan.Hidden,
        MachineVariationPlan.Devices,
        MachineVariationPlan.Stragglers,
        MachineVariationPlan.Thermal,
        MachineVariationPlan.AllOf {
  /** Whether something is drawn. */
  default boolean isRandom() {
    return this instanceof AllOf all
        ? all.of.stream().anyMatch(MachineVariationPlan::isRandom)
        : !(this instanceof None || this instanceof Thermal);
  }

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

  /** Devices. */
  @Option(
      value = "devices",
      doc =
          "Machines of one model that are not quite alike: each is a little faster or slower for the"
              + " whole run, a few are bad, and all waver from step to step. The presets are"
              + " proposals of the size that was published for clusters of one GPU model. The noise"
              + " touches all running jobs at every step.")
  record Devices(
      @Key(
              doc = "What a machine keeps: standard deviation of the logarithm of its slow-down.",
              preset = "0.04",
              max = 9)
          double ownSd,
      @Key(doc = "Share of bad machines.", preset = "2 %", unit = Unit.SHARE, max = 1)
          double outliers,
      @Key(doc = "How many times as long a bad machine takes.", preset = "1.3", min = 1, max = 1e4)
          double outlierSlowdown,
      @Key(
              doc = "Noise: standard deviation of its logarithm at any time.",
              preset = "0.015",
              max = 9)
          double noiseSd,
      @Key(doc = "Correlation of the noise from step to step.", preset = "0.9", max = 0.999999)
          double noiseCorrelation,
      @Key(doc = "Time between two steps.", preset = "1 min", unit = Unit.TIME, min = 1, max = 1e12)
          double noiseStepSeconds,
      @Key(
              doc = "Error of a slow-down that a scheduler measures, in its logarithm.",
              preset = "0.02",
              max = 9)
          double observationSd)
      implements MachineVariationPlan {}

  /** Stragglers. */
  @Option(
      value = "stragglers",
      doc =
          "Machines that are slow for a while: each alternates between fine and slow for exponential"
              + " times. A gang goes as slowly as its slowest machine. The presets are proposals:"
              + " 3 % of the machines at two thirds of their speed.")
  record Stragglers(
      @Key(doc = "How many times as long a slow machine takes.", preset = "1.5", min = 1, max = 1e4)
          double slowdown,
      @Key(doc = "Mean time slow.", preset = "1 h", unit = Unit.TIME, min = 1, max = 1e12)
          double slowForSeconds,
      @Key(doc = "Mean time fine.", preset = "32 h", unit = Unit.TIME, min = 1, max = 1e12)
          double fineForSeconds)
      implements MachineVariationPlan {}

  /** Heat. */
  @Option(
      value = "thermal",
      doc =
          "Community machines in closed cases: GPUs that are held for longer than a board takes to"
              + " its limit go on at the clock that the cooling can carry away, until the last job"
              + " leaves the machine; then they cool. Machines of data centres stay cool. The"
              + " presets are proposals: boards of 370 W or more get too hot.")
  record Thermal(
      @Key(
              doc = "Thermal resistance from a board to the room.",
              preset = "0.145 K/W",
              unit = Unit.THERMAL_RESISTANCE,
              min = 1e-4,
              max = 10)
          double resistanceKelvinPerWatt,
      @Key(
              doc = "Heat capacity of a board and its cooler.",
              preset = "900 J/K",
              unit = Unit.HEAT_CAPACITY,
              min = 1,
              max = 1e6)
          double capacityJoulesPerKelvin,
      @Key(doc = "Where a board slows down.", preset = "84 C", unit = Unit.TEMPERATURE, max = 200)
          double limitCelsius,
      @Key(
              doc = "The room, at all hours.",
              preset = "30 C",
              unit = Unit.TEMPERATURE,
              min = -50,
              max = 100)
          double roomCelsius)
      implements MachineVariationPlan {
    public Thermal {
      Bounds.check(
          roomCelsius < limitCelsius, "The room is hotter than the limit. Maybe swap them.");
    }
  }

  /** Several at once. */
  @Option(
      value = "all_of",
      doc = "Several at once, independent of each other: their slow-downs multiply.")
  record AllOf(
      @Key(doc = "What varies.", example = "[devices, stragglers]") List<MachineVariationPlan> of)
      implements MachineVariationPlan {
    public AllOf {
      Bounds.check(!of.isEmpty(), "There is nothing that varies. Maybe write `of: [devices]`.");
      Bounds.check(
          of.stream().noneMatch(None.class::isInstance),
          "Here stands what varies. Maybe hidden, devices, stragglers or thermal.");
    }
  }
}
