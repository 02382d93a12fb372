package org.edgetwin.gpu.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.edgetwin.gpu.collective.MeasuredCurve.Point;
import org.junit.jupiter.api.Test;

class MeasuredCurveTest {
  /** 3 s and 2 s for each unit, measured at 1, 2, 4 ... 64. */
  private static final MeasuredCurve LINE =
      new MeasuredCurve(
          IntStream.rangeClosed(0, 6).mapToObj(i -> new Point(1 << i, 3 + 2 * (1 << i))).toList());

  @Test
  void theLawGoesOnWhereTheLineEnds() {
    assertThat(LINE.at(1000)).isCloseTo(2003, within(1e-9));
    assertThat(LINE.at(0.5)).isCloseTo(4, within(1e-9));
    assertThat(LINE.at(0)).isCloseTo(3, within(1e-9));
  }

  @Test
  void pointsAreMetAndPowersLieBetweenThem() {
    assertThat(LINE.at(16)).isEqualTo(35);
    var square = new MeasuredCurve(List.of(new Point(1, 1), new Point(10, 100)));
    assertThat(square.at(3)).isCloseTo(9, within(1e-12));
  }

  @Test
  void itSaysWhoAnswered() {
    assertThat(LINE.basis(1)).isEqualTo(Basis.MEASURED);
    assertThat(LINE.basis(64)).isEqualTo(Basis.MEASURED);
    assertThat(LINE.basis(64.1)).isEqualTo(Basis.LAW);
    assertThat(LINE.basis(0.9)).isEqualTo(Basis.LAW);
  }

  @Test
  void aCurveThatFallsStaysLevelBeyondItsEnd() {
    var falling = new MeasuredCurve(List.of(new Point(1, 5), new Point(2, 4)));
    assertThat(falling.at(100)).isEqualTo(4);
    assertThat(falling.at(0.1)).isEqualTo(5);
  }

  @Test
  void aSteepCurveHasNoNegativeStartUp() {
    var steep = new MeasuredCurve(List.of(new Point(1, 1), new Point(2, 8)));
    assertThat(steep.at(0.25)).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void pointsComeSorted() {
    assertThatThrownBy(() -> new MeasuredCurve(List.of(new Point(2, 1), new Point(2, 1))))
        .hasMessageContaining("not sorted");
    assertThatThrownBy(() -> new MeasuredCurve(List.of(new Point(2, 1))))
        .hasMessageContaining("at least 2 points");
    assertThatThrownBy(() -> new Point(0, 1)).hasMessageContaining("size (0.0)");
  }
}
