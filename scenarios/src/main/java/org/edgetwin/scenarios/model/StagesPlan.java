package org.edgetwin.scenarios.model;

/** How long one iteration of a job keeps each resource busy, measured alone. */
public record StagesPlan(
    @Key(
            doc = "Reading and preparing data: storage and CPU.",
            preset = "0 s",
            unit = Unit.TIME,
            max = 1e6)
        double loadSeconds,
    @Key(doc = "Computing: the GPU.", unit = Unit.TIME, max = 1e6, example = "160 ms")
        double computeSeconds,
    @Key(doc = "Exchanging gradients: the network.", preset = "0 s", unit = Unit.TIME, max = 1e6)
        double exchangeSeconds,
    @Key(doc = "The whole iteration.", unit = Unit.TIME, min = 1e-9, max = 1e6, example = "178 ms")
        double iterationSeconds) {}
