package org.edgetwin.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.selfcheck.CheckResult;
import org.edgetwin.sim.selfcheck.Mode;
import org.edgetwin.sim.selfcheck.Relation;
import org.edgetwin.sim.selfcheck.Verdict;
import org.junit.jupiter.api.Test;

class SelfCheckOutputTest {
  private static final CheckResult RIGHT =
      new CheckResult(
          "M/M/1", "rho 0.8", Relation.EQUAL, 5, 5.0276312, 4.96, 5.09, 1.3, Verdict.PASS, true);
  private static final CheckResult WRONG =
      new CheckResult("optima", "SPT", Relation.EQUAL, 0, 3, 3, 3, 0, Verdict.FAIL, false);

  @Test
  void aLineShowsExpectedGotIntervalAndVerdict() {
    List<String> lines = new ArrayList<>();
    SelfCheckLines out = new SelfCheckLines(List.of(), lines::add);
    out.accept(RIGHT);
    out.accept(WRONG);
    assertThat(lines)
        .containsExactly(
            "M/M/1",
            "  PASS  rho 0.8   = 5         got 5.0276    in 4.96 to 5.09, ± 1.3 %  second try",
            "optima",
            "  FAIL  SPT   = 0         got 3");
  }

  @Test
  void theConclusionCountsFailures() {
    assertThat(SelfCheckLines.conclusion(List.of(RIGHT)))
        .isEqualTo("1 rows, 1 cells: the engine agrees with theory in all.");
    assertThat(SelfCheckLines.conclusion(List.of(RIGHT, WRONG)))
        .isEqualTo("2 rows, 2 cells: 1 cell FAILED.");
  }

  @Test
  void machinesGetEveryCell() {
    JsonNode tree = SelfCheckJson.tree(Mode.QUICK, 7, List.of(), List.of(RIGHT, WRONG));
    assertThat(tree.get("mode").asText()).isEqualTo("quick");
    assertThat(tree.get("passed").asBoolean()).isFalse();
    assertThat(tree.at("/results/0/interval/1").asDouble()).isEqualTo(5.09);
    assertThat(tree.at("/results/1/verdict").asText()).isEqualTo("FAIL");
  }
}
