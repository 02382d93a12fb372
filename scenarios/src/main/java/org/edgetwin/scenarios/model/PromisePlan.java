package org.edgetwin.scenarios.model;

import org.jspecify.annotations.Nullable;

/** What a service promises to each request. */
public record PromisePlan(
    @Key(
            doc = "Time to first token, waiting included. Left out: nothing is promised.",
            preset = Key.NONE,
            unit = Unit.TIME,
            min = 1e-6,
            max = 1e9,
            example = "2 s")
        @Nullable Double ttftSeconds,
    @Key(
            doc = "Mean time per output token after the first. Left out: nothing is promised.",
            preset = Key.NONE,
            unit = Unit.TIME,
            min = 1e-6,
            max = 1e9,
            example = "50 ms")
        @Nullable Double tpotSeconds) {}
