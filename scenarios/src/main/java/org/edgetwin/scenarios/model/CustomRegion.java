package org.edgetwin.scenarios.model;

import org.jspecify.annotations.Nullable;

/** A region of the scenario's own. */
public record CustomRegion(
    @Key(doc = "Its name in this scenario.", names = NameKind.NEW, example = "my-campus") String id,
    @Key(doc = "Degrees north.", preset = "0", min = -90, max = 90) double latitude,
    @Key(doc = "Degrees east.", preset = "0", min = -180, max = 180) double longitude,
    @Key(
            doc = "CO2-equivalent of its grid, yearly average.",
            unit = Unit.CARBON,
            min = 0.001,
            max = 1e4,
            example = "320 g/kWh")
        double carbonIntensityGramsPerKwh,
    @Key(
            doc = "Price of its electricity. Left out: 0.094 USD/kWh.",
            preset = Key.NONE,
            unit = Unit.ENERGY_PRICE,
            max = 100,
            example = "0.25 USD/kWh")
        @Nullable Double electricityPriceUsdPerKwh) {}
