package org.edgetwin.scenarios.model;

import java.util.List;
import java.util.Map;

/** What jobs with GPUs of their own do to each other on one machine. */
@Choice(doc = "What jobs with GPUs of their own do to each other on one machine.")
public sealed interface HostContentionPlan
    permits HostContentionPlan.None,
        HostContentionPlan.Resources,
        HostContentionPlan.Table,
        HostContentionPlan.Random {
  /** Nothing. */
  @Option(value = "none", doc = "Nothing.")
  record None() implements HostContentionPlan {}

  /** Shared CPU, PCIe, disk, network card and power. */
  @Option(
      value = "resources",
      doc =
          "Jobs share what their machine has of CPU, PCIe, disk, network card and power: what each"
              + " keeps of its speed rises evenly until something is full. What a class takes follows"
              + " from its measured steps per second and the size of its samples.")
  record Resources(
      @Key(
              doc = "CPU cores for each GPU, on machines that do not say how many they have.",
              preset = "5",
              min = 0.001,
              max = 1e4)
          double coresPerGpu,
      @Key(
              doc = "What one PCIe switch carries to its GPUs.",
              preset = "12.35 GB/s",
              unit = Unit.BANDWIDTH,
              min = 0.001,
              max = 1e5)
          double pcieGbs,
      @Key(doc = "GPUs behind one PCIe switch.", preset = "2", min = 1, max = 64) int gpusPerSwitch,
      @Key(
              doc = "Network card, each way.",
              preset = "12.5 GB/s",
              unit = Unit.BANDWIDTH,
              min = 1e-6,
              max = 1e5)
          double nicGbs,
      @Key(
              doc = "What the machine's disk reads.",
              preset = "3 GB/s",
              unit = Unit.BANDWIDTH,
              min = 1e-6,
              max = 1e5)
          double diskGbs,
      @Key(
              doc =
                  "What all GPUs of a machine may draw together, as a share of the sum of their"
                      + " limits.",
              preset = "100 %",
              unit = Unit.SHARE,
              min = 0.01,
              max = 1)
          double powerCap,
      @Key(
              doc = "What classes of your own take, beside one core for each GPU.",
              preset = "[]",
              example = "[{workload: my-net, cores: 3, disk: 0.2 GB/s}]")
          List<HostDemandPlan> demands)
      implements HostContentionPlan {}

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
