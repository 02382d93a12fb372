package org.edgetwin.calibration.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldoutTest {
  /** Ten entities of three rows each. */
  private static final List<Integer> ROWS = IntStream.range(0, 30).boxed().toList();

  private static List<Holdout<Integer>> repeated(String name) {
    return Holdout.repeated(ROWS, row -> row / 3, 0.3, 20, name);
  }

  @Test
  void anEntityIsLeftOutWhole() {
    for (Holdout<Integer> holdout : repeated("rows")) {
      assertThat(holdout.test()).hasSize(9);
      assertThat(holdout.fit()).hasSize(21);
      assertThat(holdout.test().stream().map(row -> row / 3).distinct()).hasSize(3);
      assertThat(holdout.fit()).doesNotContainAnyElementsOf(holdout.test());
    }
  }

  @Test
  void theNameDecidesWhatIsLeftOut() {
    assertThat(repeated("rows")).isEqualTo(repeated("rows")).isNotEqualTo(repeated("others"));
    assertThat(repeated("rows").stream().map(Holdout::test).distinct()).hasSizeGreaterThan(15);
  }

  @Test
  void everyEntityIsLeftOutOnce() {
    List<Holdout<Integer>> holdouts = Holdout.each(ROWS, row -> row / 3);
    assertThat(holdouts).hasSize(10);
    assertThat(holdouts.stream().flatMap(holdout -> holdout.test().stream()))
        .containsExactlyElementsOf(ROWS);
  }
}
