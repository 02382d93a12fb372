package org.edgetwin.scenarios.model;

import org.jspecify.annotations.Nullable;

/** A tenant. */
public record VirtualClusterPlan(
    @Key(
            doc = "Its name. Quote names that look like numbers: \"6214e9\".",
            names = NameKind.NEW,
            example = "research")
        String name,
    @Key(
            doc = "Most GPUs that its jobs may hold at a time. Left out: no bound.",
            preset = Key.NONE,
            max = 1e9)
        @Nullable Integer quotaGpus) {}
