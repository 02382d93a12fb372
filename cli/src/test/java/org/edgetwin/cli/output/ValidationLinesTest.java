package org.edgetwin.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.CheckedModel;
import org.edgetwin.sim.validation.Comparison;
import org.edgetwin.sim.validation.Figure;
import org.junit.jupiter.api.Test;

class ValidationLinesTest {
  @Test
  void aPartIsNamedOnceAndACellOnce() {
    List<String> lines = new ArrayList<>();
    ValidationLines out = new ValidationLines(lines::add);
    CheckedModel model =
        new CheckedModel(
            "sharing",
            "pairs",
            "a law",
            "data",
            "split",
            List.of(
                new CheckCell(
                    "V100",
                    "",
                    false,
                    List.of(new Comparison("a+b", 0.5, 0.6)),
                    List.of(
                        Figure.percentAtMost("mean error", 0.1, 0.05),
                        Figure.percent("p90", 0.1)))));

    out.accept(model);
    out.accept(model);
    out.conclude("done");

    assertThat(lines)
        .containsExactly(
            "sharing",
            "  pairs: a law",
            "    V100  mean error  10 %  ≤ 5 %  MISSED  1 point",
            "          p90         10 %",
            "  pairs: a law",
            "    V100  mean error  10 %  ≤ 5 %  MISSED  1 point",
            "          p90         10 %",
            "",
            "done");
  }
}
