package org.edgetwin.scenarios.model;

import java.util.List;

/** What a new replica does before it is ready, from the moment at which it has its GPUs. */
public record ColdStartPlan(
    @Key(doc = "Size of its container image.", preset = "8 GB", unit = Unit.GIGABYTES, max = 1e4)
        double imageGb,
    @Key(doc = "Whether the weights lie on the machine already.", preset = "false")
        boolean weightsCached,
    @Key(
            doc = "Rate at which image and weights are fetched.",
            preset = "0.5 GB/s",
            unit = Unit.BANDWIDTH,
            min = 1e-6,
            max = 1e4)
        double pullGbs,
    @Key(
            doc =
                "Regions whose stores have image and weights, and data-centre sites that have them:"
                    + " with a `network` they come from the nearest as the data of jobs do, and not"
                    + " at the rate `pull`. Left out: at that rate.",
            preset = "[]",
            names = NameKind.PLACE,
            example = "[us-east]")
        List<String> from,
    @Key(
            doc = "Rate at which the weights go into device memory.",
            preset = "2 GB/s",
            unit = Unit.BANDWIDTH,
            min = 1e-6,
            max = 1e4)
        double loadGbs,
    @Key(
            doc = "Time to start the engine: profiling, capture of CUDA graphs.",
            preset = "30 s",
            unit = Unit.TIME,
            max = 1e6)
        double startSeconds) {
  /** Seconds to fetch what is not on the machine. */
  public double pullSeconds(double weightsGb) {
    return (imageGb + (weightsCached ? 0 : weightsGb)) / pullGbs;
  }

  /** Seconds from then on. */
  public double loadSeconds(double weightsGb) {
    return weightsGb / loadGbs + startSeconds;
  }
}
