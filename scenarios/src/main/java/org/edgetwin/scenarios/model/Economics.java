package org.edgetwin.scenarios.model;

import org.jspecify.annotations.Nullable;

/** What turns GPU-seconds into electricity and carbon, where the usual figures do not fit. */
public record Economics(
    @Key(
            doc =
                "Power drawn from the grid over power of the machines, everywhere. Left out: 1.56"
                    + " in data centres, 1.00 on community nodes.",
            preset = Key.NONE,
            min = 1,
            max = 10)
        @Nullable Double pue,
    @Key(
            doc = "How busy a held GPU is taken to be when its power is computed.",
            preset = "1",
            unit = Unit.SHARE,
            max = 1)
        double heldUtilisation,
    @Key(
            doc = "CO2-equivalent of the grid everywhere. Left out: that of each region.",
            preset = Key.NONE,
            unit = Unit.CARBON,
            max = 1e4,
            example = "320 g/kWh")
        @Nullable Double carbonIntensityGramsPerKwh) {}
