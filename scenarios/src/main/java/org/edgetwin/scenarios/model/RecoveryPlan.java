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
                "Progress between two checkpoints; 0 s saves continuously, `young` follows the"
                    + " machines. Left out: no checkpoints.",
            preset = Key.NONE,
            example = "30 min")
        @Nullable CheckpointPlan checkpointEvery,
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
        @Nullable Integer maxRetries,
    @Key(
            doc =
                "Whether work consists of the training steps of its measured class: a preempted"
                    + " job falls back to its last whole step, and a lease ends with one.",
            preset = "false")
        boolean wholeSteps) {
  public RecoveryPlan {
    Bounds.check(
        !(checkpointEvery instanceof CheckpointPlan.Young) || checkpointCostSeconds > 0,
        "With checkpoint_every: young, checkpoints cost time; if they cost none, the best interval"
            + " is 0 s. Maybe write `checkpoint_cost: 30 s`.");
  }
}
