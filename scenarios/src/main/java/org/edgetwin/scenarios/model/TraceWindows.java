package org.edgetwin.scenarios.model;

import org.jspecify.annotations.Nullable;

/** A trace cut into windows of consecutive jobs, one for each replication. */
public record TraceWindows(
    @Key(doc = "Jobs of a window.", min = 1, max = JobSource.MOST_JOBS, example = "256") int jobs,
    @Key(
            doc = "Where the first window begins, as a share of the trace's jobs.",
            preset = "0 %",
            unit = Unit.SHARE,
            max = 1)
        double from,
    @Key(
            doc = "Where the last window ends, as a share of the trace's jobs.",
            preset = "100 %",
            unit = Unit.SHARE,
            max = 1)
        double to,
    @Key(
            doc =
                "Load of every window: the times between its submissions are scaled so that its"
                    + " work is this share of what the fleet can do in that time. The fleet's"
                    + " capacity is the sum over its GPUs of the mean speed of the source's"
                    + " classes. Left out: times as recorded.",
            preset = Key.NONE,
            min = 1e-3,
            max = 100,
            example = "0.9")
        @Nullable Double load,
    @Key(
            doc = "Factor by which the capacity is lowered, for neighbours that slow each other.",
            preset = "1",
            min = 1e-3,
            max = 1e3)
        double allowance) {
  public TraceWindows {
    Bounds.check(from < to, "from is not before to. Maybe swap them.");
  }
}
