package org.edgetwin.scenarios.model;

import org.jspecify.annotations.Nullable;

/** How long and how often to simulate. */
public record RunPlan(
    @Key(
            doc =
                "When to stop, even if jobs are left (these are counted as unfinished). Left out:"
                    + " when all jobs have ended. Needed if nodes come and go.",
            preset = Key.NONE,
            unit = Unit.TIME,
            max = 1e12,
            example = "14 d")
        @Nullable Double untilSeconds,
    @Key(
            doc = "Which jobs at the start are simulated but not measured.",
            preset = "none",
            example = "1 d")
        WarmUpPlan warmUp,
    @Key(
            doc =
                "How often to repeat with other random numbers. Replication 1 of a trace is the"
                    + " trace itself.",
            preset = "1",
            min = 1,
            max = 10_000)
        int replications,
    @Key(
            doc = "Threads for replications; results do not depend on it. 0: one per core.",
            preset = "0",
            max = 1024)
        int threads,
    @Key(doc = "What replication 2 and later make of a replayed trace.", preset = "day_blocks")
        Resampling resampling,
    @Key(
            doc = "Whether to keep every attempt of every job with its nodes, for Gantt charts.",
            preset = "true")
        boolean keepAttempts,
    @Key(
            doc =
                "How long a scheduler thinks, on the simulated clock. Left out: decisions are"
                    + " carried out at once.",
            preset = Key.NONE,
            example = "{fixed: 1 s, per_job: 2 ms}")
        @Nullable DecisionTimePlan decisionTime,
    @Key(
            doc =
                "Whether to keep how much is given out, and how fragmented the rest is, over the"
                    + " demand that arrives. Where all jobs are drawn from traces and stay, it is"
                    + " kept anyway.",
            preset = "false")
        boolean demandCurve) {
  public RunPlan {
    Bounds.check(
        untilSeconds == null || untilSeconds > warmUp.seconds(),
        "The run ends before its warm-up does, or at once. Maybe raise until.");
  }
}
