package org.edgetwin.scenarios.model;

import org.jspecify.annotations.Nullable;

/** What users of a service pay. */
public record TokenPricePlan(
    @Key(
            doc = "For tokens of prompts. Left out: nothing.",
            preset = Key.NONE,
            unit = Unit.TOKEN_PRICE,
            max = 1e6,
            example = "0.10 USD/1M")
        @Nullable Double inputUsdPerMillion,
    @Key(
            doc = "For tokens of answers. Left out: nothing.",
            preset = Key.NONE,
            unit = Unit.TOKEN_PRICE,
            max = 1e6,
            example = "0.40 USD/1M")
        @Nullable Double outputUsdPerMillion) {
  /** Whether anybody pays anything. */
  public boolean isEmpty() {
    return inputUsdPerMillion == null && outputUsdPerMillion == null;
  }
}
