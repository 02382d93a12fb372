package org.edgetwin.sim.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorsTest {
  private static final List<Comparison> COMPARISONS =
      List.of(
          new Comparison("a", 11, 10),
          new Comparison("b", 16, 20),
          new Comparison("c", 3, 2),
          new Comparison("d", 5, 5));

  @Test
  void absoluteErrorsAreInTheUnitOfTheCell() {
    Errors errors = Errors.absolute(COMPARISONS);
    assertThat(errors.mean()).isEqualTo(1.5);
    assertThat(errors.median()).isEqualTo(1);
    assertThat(errors.p90()).isCloseTo(3.1, within(1e-12));
  }

  @Test
  void relativeErrorsAreAgainstTheMeasurement() {
    Errors errors = Errors.relative(COMPARISONS);
    assertThat(errors.mean()).isCloseTo(0.2, within(1e-12));
    assertThat(errors.quantile(1)).isEqualTo(0.5);
  }

  @Test
  void nothingToCompareIsAMistake() {
    assertThatThrownBy(() -> Errors.absolute(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing to compare");
    assertThatThrownBy(() -> new Comparison("a", Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFigureThatIsNoNumberMissesItsBar() {
    assertThat(Figure.percentAtMost("mean error", Double.NaN, 0.1).passed()).isFalse();
    assertThat(Figure.percentAtLeast("share", Double.NaN, 0.1).passed()).isFalse();
    assertThat(Figure.percentAtMost("mean error", 0.1, 0.1).passed()).isTrue();
    assertThat(Figure.percent("mean error", 7).passed()).isTrue();
  }
}
