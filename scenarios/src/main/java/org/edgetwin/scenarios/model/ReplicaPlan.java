package org.edgetwin.scenarios.model;

import org.jspecify.annotations.Nullable;

/** Bounds of the number of replicas. */
public record ReplicaPlan(
    @Key(
            doc =
                "Kept up at all times, and up when the run starts if there are GPUs. 0: the first"
                    + " request starts one.",
            preset = "1",
            max = 10_000)
        int min,
    @Key(
            doc = "Never exceeded. Left out: as many as min.",
            preset = Key.NONE,
            min = 1,
            max = 10_000)
        @Nullable Integer max) {
  public ReplicaPlan {
    Bounds.check(max == null || max >= min, "max is below min. Maybe swap them.");
  }

  /** The most replicas, at least one. */
  public int most() {
    return max == null ? Math.max(1, min) : max;
  }
}
