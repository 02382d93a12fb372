package org.edgetwin.scenarios.model;

import org.jspecify.annotations.Nullable;

/** What stopping costs a job. */
public record RecoveryPlan(
    @Key(
            doc = "Time with the GPUs held and no progress, paid on every start but the first.",
            preset = "0 s",
            unit = Unit.TIME,
            max = 1e9)
        double restartSeconds,
    @Key(
            doc =
                "Progress between two checkpoints; 0 s saves continuously. Left out: no"
                    + " checkpoints.",
            preset = Key.NONE,
            unit = Unit.TIME,
            max = 1e12,
            example = "30 min")
        @Nullable Double checkpointEverySeconds,
    @Key(
            doc = "Time without progress that each checkpoint takes.",
            preset = "0 s",
            unit = Unit.TIME,
            max = 1e9)
        double checkpointCostSeconds,
    @Key(
            doc =
                "Whether a preempted job keeps its progress; otherwise it falls back to its last"
                    + " checkpoint.",
            preset = "true")
        boolean savesOnPreemption,
    @Key(
            doc =
                "How often a job that lost its machine is queued again before it counts as"
                    + " failed. Left out: as often as needed.",
            preset = Key.NONE,
            max = 1e9)
        @Nullable Integer maxRetries) {}
