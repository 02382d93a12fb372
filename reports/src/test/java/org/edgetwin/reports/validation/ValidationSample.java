package org.edgetwin.reports.validation;

import java.util.List;
import java.util.stream.IntStream;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.CheckedModel;
import org.edgetwin.sim.validation.Comparison;
import org.edgetwin.sim.validation.Figure;

/** Three models: one that reaches its bars, one that misses one, one without comparisons. */
public final class ValidationSample {
  private ValidationSample() {}

  public static List<CheckedModel> models() {
    return List.of(
        new CheckedModel(
            "sharing",
            "pairs",
            "a law",
            "some pairs <of jobs>",
            "a third of the pairs",
            List.of(
                new CheckCell(
                    "K80",
                    "",
                    false,
                    List.of(new Comparison("a+b", 0.5, 0.52), new Comparison("a+c", 0.9, 0.85)),
                    List.of(
                        Figure.percentAtMost("mean error", 0.0349, 0.035),
                        Figure.percent("p90", 0.05))))),
        new CheckedModel(
            "network",
            "round-trip-times",
            "another law",
            "some pairs of regions",
            "a third of the pairs",
            List.of(
                new CheckCell(
                    "all",
                    "ms",
                    true,
                    IntStream.rangeClosed(1, 1000)
                        .mapToObj(i -> new Comparison("pair " + i, 1.1 * i, i))
                        .toList(),
                    List.of(Figure.percentAtMost("median error", 0.1, 0.065))))),
        new CheckedModel(
            "network",
            "max-min",
            "filling",
            "closed forms",
            "nothing is fitted",
            List.of(
                new CheckCell(
                    "staggered",
                    "",
                    false,
                    List.of(),
                    List.of(Figure.atMost("largest difference", 1e-12, 1e-9))))));
  }
}
