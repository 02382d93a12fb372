package org.edgetwin.scenarios.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which jobs of a trace to take. */
public record TraceFilter(
    @Key(
            doc = "Earliest submission, after the first one of the trace. Times start again at 0.",
            preset = Key.NONE,
            unit = Unit.TIME,
            max = 1e12,
            example = "7 d")
        @Nullable Double fromSeconds,
    @Key(
            doc = "Latest submission (itself left out), after the first one of the trace.",
            preset = Key.NONE,
            unit = Unit.TIME,
            max = 1e12,
            example = "14 d")
        @Nullable Double untilSeconds,
    @Key(doc = "Fewest GPUs.", preset = "0", max = 1e6) int minGpus,
    @Key(doc = "Most GPUs.", preset = "1000000", max = 1e6) int maxGpus,
    @Key(doc = "Virtual clusters to take. Left out: all.", preset = "[]")
        List<String> virtualClusters,
    @Key(doc = "Most jobs, in order of submission.", preset = "10000000", max = JobSource.MOST_JOBS)
        int maxJobs) {
  public TraceFilter {
    Bounds.check(minGpus <= maxGpus, "min_gpus is above max_gpus. Maybe swap them.");
    Bounds.check(
        fromSeconds == null || untilSeconds == null || fromSeconds < untilSeconds,
        "from is not before until. Maybe swap them.");
  }
}
