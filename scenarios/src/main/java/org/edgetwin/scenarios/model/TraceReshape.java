package org.edgetwin.scenarios.model;

import java.util.List;

/** Changes to the recorded jobs of a trace. Whoever shows results must say that it was changed. */
public record TraceReshape(
    @Key(
            doc = "Share of the one-GPU jobs that become gangs.",
            preset = "0 %",
            unit = Unit.SHARE,
            max = 1)
        double promotedShare,
    @Key(doc = "Sizes of these gangs, equally likely.", preset = "[2, 4, 8]", min = 1, max = 1e6)
        List<Integer> promotedGpus,
    @Key(doc = "Larger gangs are cut to this size.", preset = "1000000", min = 1, max = 1e6)
        int maxGpus,
    @Key(doc = "Shorter jobs take this long.", preset = "0 s", unit = Unit.TIME, max = 1e12)
        double minDurationSeconds,
    @Key(doc = "Longer jobs take this long.", preset = "1e12 s", unit = Unit.TIME, max = 1e12)
        double maxDurationSeconds,
    @Key(
            doc =
                "Share of a GPU that jobs of one whole GPU then ask for; the load of windows counts"
                    + " them as whole.",
            preset = "100 %",
            unit = Unit.SHARE,
            min = 0.001,
            max = 1,
            example = "50 %")
        double gpuShare) {
  /** Jobs as recorded. */
  public static final TraceReshape NONE = new TraceReshape(0, List.of(2), 1_000_000, 0, 1e12, 1);

  public TraceReshape {
    Bounds.check(
        promotedShare == 0 || !promotedGpus.isEmpty(),
        "There are no sizes for promoted jobs. Maybe write `promoted_gpus: [2, 4, 8]`.");
    Bounds.check(
        minDurationSeconds <= maxDurationSeconds,
        "min_duration is above max_duration. Maybe swap them.");
  }
}
