package org.edgetwin.scenarios.model;

/** Submits jobs of a trace in random order, again and again, instead of as they were recorded. */
public record DrawPlan(
    @Key(
            doc =
                "Drawn until the GPUs that were asked for are this share of all GPUs of the fleet.",
            preset = "130 %",
            unit = Unit.SHARE,
            min = 0.001,
            max = 100)
        double to,
    @Key(
            doc = "Time from one submission to the next.",
            preset = "1 s",
            unit = Unit.TIME,
            min = 1e-3,
            max = 1e9)
        double everySeconds,
    @Key(doc = "Whether jobs never end, so that only placement counts.", preset = "true")
        boolean stay) {}
