package org.edgetwin.scenarios.model;

import java.util.Map;

/** What jobs with GPUs of their own do to each other on one machine. */
@Choice(doc = "What jobs with GPUs of their own do to each other on one machine.")
public sealed interface HostContentionPlan
    permits HostContentionPlan.None, HostContentionPlan.Table, HostContentionPlan.Random {
  /** Nothing. */
  @Option(value = "none", doc = "Nothing.")
  record None() implements HostContentionPlan {}

  /** As listed. */
  @Option(
      value = "table",
      doc =
          "A job takes 1 + sensitivity x (sum of its neighbours' pressures) times as long. Classes"
              + " that are not listed neither press nor feel.")
  record Table(
      @Key(
              doc = "What a class feels.",
              preset = "{}",
              max = 1e3,
              names = NameKind.WORKLOAD_CLASS,
              example = "{resnet50-64: 0.2}")
          Map<String, Double> sensitivity,
      @Key(
              doc = "What a class does to its neighbours.",
              preset = "{}",
              max = 1e3,
              names = NameKind.WORKLOAD_CLASS,
              example = "{resnet50-64: 0.8}")
          Map<String, Double> pressure)
      implements HostContentionPlan {}

  /** Drawn. */
  @Option(
      value = "random",
      doc =
          "Like table, for every class that the jobs name, with sensitivities and pressures drawn"
              + " evenly between their bounds, again in every replication; schedulers know them.")
  record Random(
      @Key(doc = "Largest sensitivity; the least is 0.", preset = "0.27", max = 1e3)
          double maxSensitivity,
      @Key(doc = "Least pressure.", preset = "0.2", max = 1e3) double minPressure,
      @Key(doc = "Largest pressure.", preset = "1", max = 1e3) double maxPressure)
      implements HostContentionPlan {
    public Random {
      Bounds.check(
          minPressure <= maxPressure, "min_pressure is above max_pressure. Maybe swap them.");
    }
  }
}
