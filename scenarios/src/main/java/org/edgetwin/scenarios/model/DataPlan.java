package org.edgetwin.scenarios.model;

import java.util.List;

/** Something that jobs need at their machines. */
public record DataPlan(
    @Key(doc = "Its name.", names = NameKind.NEW, example = "imagenet") String name,
    @Key(
            doc = "Its size; it moves as a whole.",
            unit = Unit.GIGABYTES,
            min = 1e-6,
            max = 1e9,
            example = "150 GB")
        double sizeGb,
    @Key(
            doc =
                "Regions whose stores have it, and data-centre sites that have it, always. It comes"
                    + " from the one with the shortest round trip.",
            names = NameKind.PLACE,
            example = "[us-east, eu-west]")
        List<String> at) {
  public DataPlan {
    Bounds.check(!at.isEmpty(), "The data is nowhere. Maybe `at: [us-east]`.");
  }
}
