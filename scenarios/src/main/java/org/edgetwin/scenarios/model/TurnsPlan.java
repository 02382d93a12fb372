package org.edgetwin.scenarios.model;

/** How jobs get on that take turns on the same GPUs. */
public record TurnsPlan(
    @Key(
            doc = "By what turns take longer than an ideal period; 1.075 on the testbed of Muri.",
            preset = "1.075",
            min = 1,
            max = 100)
        double stretch) {}
