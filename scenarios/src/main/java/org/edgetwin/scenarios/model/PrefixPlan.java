package org.edgetwin.scenarios.model;

/** Beginnings that requests share, such as system prompts. */
public record PrefixPlan(
    @Key(
            doc = "How many different ones; each request has one of them at random.",
            min = 1,
            max = 1e6,
            example = "20")
        int groups,
    @Key(
            doc =
                "Leading tokens that requests of a group share, as far as their prompts are as"
                    + " long.",
            min = 1,
            max = 1e7,
            example = "500")
        int tokens) {}
