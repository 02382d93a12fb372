package org.edgetwin.scenarios.model;

/** How long a scheduler thinks, on the simulated clock. */
public record DecisionTimePlan(
    @Key(doc = "Of every decision.", preset = "0 s", unit = Unit.TIME, max = 1e9)
        double fixedSeconds,
    @Key(
            doc = "For each job of the virtual cluster, queued or with GPUs.",
            preset = "0 s",
            unit = Unit.TIME,
            max = 1e9)
        double perJobSeconds,
    @Key(
            doc = "For each node open to the virtual cluster.",
            preset = "0 s",
            unit = Unit.TIME,
            max = 1e9)
        double perNodeSeconds) {}
