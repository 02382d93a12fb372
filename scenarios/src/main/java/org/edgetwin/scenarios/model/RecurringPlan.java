package org.edgetwin.scenarios.model;

/** Users who submit the same kinds of jobs again and again. */
public record RecurringPlan(
    @Key(doc = "Number of users.", preset = "20", min = 1, max = 10_000) int users,
    @Key(
            doc =
                "Kinds of jobs of a user, each with a name, a gang and a median duration of its own.",
            preset = "5",
            min = 1,
            max = 40)
        int kindsPerUser,
    @Key(
            doc =
                "How unequally often users submit, and kinds are submitted: the exponent of Zipf's"
                    + " law; 0 for equally.",
            preset = "1",
            max = 10)
        double skew,
    @Key(
            doc = "Spread of the runs of a kind: standard deviation of the logarithm of durations.",
            preset = "0.3",
            max = 10)
        double sigma) {}
