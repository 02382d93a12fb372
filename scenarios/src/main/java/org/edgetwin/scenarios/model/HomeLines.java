package org.edgetwin.scenarios.model;

/** The lines of community nodes, each drawn on its own. */
public record HomeLines(
    @Key(
            doc = "Median of the rates towards the homes.",
            preset = "500 Mbit/s",
            unit = Unit.LINE_RATE,
            min = 0.001,
            max = 1e6)
        double downMbits,
    @Key(
            doc = "Median of the rates from the homes.",
            preset = "100 Mbit/s",
            unit = Unit.LINE_RATE,
            min = 0.001,
            max = 1e6)
        double upMbits,
    @Key(
            doc =
                "Standard deviation of the logarithm of a line's rates; both lie on the same side of"
                    + " their medians. 0: all lines are alike.",
            preset = "0.6",
            max = 5)
        double sigma,
    @Key(
            doc = "Median of what the lines add to every round trip.",
            preset = "10 ms",
            unit = Unit.TIME,
            max = 10)
        double rttSeconds,
    @Key(doc = "Standard deviation of its logarithm.", preset = "0.4", max = 5) double rttSigma) {}
