package org.edgetwin.scenarios.model;

import org.jspecify.annotations.Nullable;

/** Owners of community machines. */
@Option(
    value = "owners",
    doc =
        "Owners of community machines, who switch on and off, take their GPUs for themselves without"
            + " switching off, and leave for good some day; when, depends on their own hour of the"
            + " week. The run starts on Monday 00:00 UTC. A node is on for a Weibull time whose mean"
            + " differs between nodes. Attempts that lose their machine so end as `left` or"
            + " `reclaimed`. All presets are proposals: no public record of GPU owners is known.")
public record OwnersPlan(
    @Key(
            doc = "Mean time on of a node, not counting reclaims: the median over nodes.",
            preset = "8 h",
            unit = Unit.TIME,
            min = 1,
            max = 1e12)
        double meanOnSeconds,
    @Key(
            doc = "Spread of that mean over nodes: standard deviation of its logarithm.",
            preset = "1.2",
            max = 5)
        double spread,
    @Key(
            doc = "Weibull shape of a time on; below 1, what has lasted will last.",
            preset = "0.6",
            min = 0.1,
            max = 100)
        double shape,
    @Key(
            doc =
                "Time off; constant, uniform, exponential, lognormal or weibull, as in all laws"
                    + " here.",
            preset = "{type: lognormal, median: 4 h, sigma: 1}")
        TimeLaw off,
    @Key(
            doc = "How often an owner takes the GPUs while the node is on, mean over the week.",
            preset = "0.05 /h",
            unit = Unit.RATE,
            max = 60)
        double reclaimsPerHour,
    @Key(
            doc = "How long the owner keeps them.",
            preset = "{type: lognormal, median: 1.5 h, sigma: 0.8}")
        TimeLaw reclaimed,
    @Key(doc = "How often a node leaves for good.", preset = "0.02 /w", unit = Unit.RATE, max = 60)
        double departuresPerHour,
    @Key(
            doc =
                "Local time less UTC. Left out: from the longitude of the region, an hour for each"
                    + " 15 degrees; UTC where there is none.",
            preset = Key.NONE,
            unit = Unit.TIME,
            min = -43_200,
            max = 50_400,
            example = "-5 h")
        @Nullable Double utcOffsetSeconds,
    @Key(
            doc =
                "When in the week owners do so: proposed (away in the night, at home in the"
                    + " evening), flat (at all hours alike).",
            preset = "proposed")
        Week week)
    implements AvailabilityPlan {
  public OwnersPlan {
    Bounds.lifetime("off", off);
    Bounds.lifetime("reclaimed", reclaimed);
  }

  /** Profiles of the week. */
  public enum Week {
    PROPOSED,
    FLAT
  }
}
