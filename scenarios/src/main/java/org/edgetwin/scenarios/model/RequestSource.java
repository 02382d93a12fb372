package org.edgetwin.scenarios.model;

import org.jspecify.annotations.Nullable;

/** Where the requests of a service come from: a recorded trace, or arrivals with distributions. */
public record RequestSource(
    @Key(
            doc = "Replay of a trace. Left out: the requests are generated.",
            preset = Key.NONE,
            example = "{builtin: azure-conversation}")
        @Nullable RequestTrace trace,
    @Key(
            doc = "When generated requests arrive.",
            preset = Key.NONE,
            example = "{type: poisson, rate: 5 /s}")
        @Nullable Arrivals arrivals,
    @Key(
            doc =
                "Trace whose pairs of prompt and output tokens generated requests are drawn from.",
            preset = Key.NONE,
            example = "{builtin: azure-conversation}")
        @Nullable RequestTrace lengthsOf,
    @Key(doc = "Prompt tokens of a generated request.", preset = Key.NONE, example = "1000")
        @Nullable TokenLaw promptTokens,
    @Key(
            doc = "Output tokens of a generated request.",
            preset = Key.NONE,
            example = "{type: lognormal, median: 130, sigma: 1}")
        @Nullable TokenLaw outputTokens,
    @Key(
            doc = "Beginnings that requests share. Left out: every prompt is its own.",
            preset = Key.NONE,
            example = "{groups: 20, tokens: 500}")
        @Nullable PrefixPlan prefix,
    @Key(
            doc = "Last arrival of generated requests. Left out: run.until.",
            preset = Key.NONE,
            unit = Unit.TIME,
            max = 1e12)
        @Nullable Double untilSeconds,
    @Key(
            doc = "Generated requests end after this many.",
            preset = Key.NONE,
            max = RequestSource.MOST_REQUESTS)
        @Nullable Integer maxRequests) {
  /** Most requests of one service. */
  public static final int MOST_REQUESTS = 10_000_000;

  public RequestSource {
    Bounds.check(
        (trace == null) != (arrivals == null),
        "Exactly one of trace and arrivals is needed. Maybe write"
            + " `trace: {builtin: azure-conversation}`.");
    boolean laws = promptTokens != null && outputTokens != null;
    Bounds.check(
        arrivals == null || laws != (lengthsOf != null),
        "Generated requests need either prompt_tokens and output_tokens, or lengths_of. Maybe"
            + " write `lengths_of: {builtin: azure-conversation}`.");
    Bounds.check(
        trace == null
            || (lengthsOf == null
                && promptTokens == null
                && outputTokens == null
                && untilSeconds == null
                && maxRequests == null),
        "A trace has its own tokens and end. Maybe use trace.until.");
  }

  /** Whether requests arrive for ever. */
  boolean isEndless() {
    return arrivals != null
        && !(arrivals instanceof Arrivals.AtOnce)
        && maxRequests == null
        && untilSeconds == null;
  }

  /** Mean number of requests until a time if it has no end of its own. */
  double expectedRequests(double endSeconds) {
    if (arrivals == null || arrivals.meanPerHour() == 0) {
      return 0;
    }
    double end = untilSeconds == null ? endSeconds : Math.min(untilSeconds, endSeconds);
    double requests = arrivals.meanPerHour() * end / 3600;
    return maxRequests == null ? requests : Math.min(requests, maxRequests);
  }
}
