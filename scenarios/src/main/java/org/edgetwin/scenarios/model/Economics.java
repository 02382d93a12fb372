package org.edgetwin.scenarios.model;

import org.jspecify.annotations.Nullable;

/** What machines draw, cost and emit, where the usual figures do not fit. */
public record Economics(
    @Key(
            doc =
                "Power drawn from the grid over power of the machines. Left out: 1.10 cloud, 1.56"
                    + " data centre, 1.00 community.",
            preset = Key.NONE,
            min = 1,
            max = 10)
        @Nullable Double pue,
    @Key(
            doc = "Price of electricity everywhere. Left out: that of each region.",
            preset = Key.NONE,
            unit = Unit.ENERGY_PRICE,
            max = 1e3)
        @Nullable Double electricityUsdPerKwh,
    @Key(
            doc = "CO2-equivalent of the grid everywhere. Left out: that of each region.",
            preset = Key.NONE,
            unit = Unit.CARBON,
            max = 1e4)
        @Nullable Double carbonIntensityGramsPerKwh) {}
