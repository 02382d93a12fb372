package org.edgetwin.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScalesTest {
  @Test
  void timesAreInTheUnitThatFits() {
    assertThat(Scales.times(0, 50).unit()).isEqualTo("s");
    assertThat(Scales.times(0, 3000).unit()).isEqualTo("minutes");
    assertThat(Scales.times(0, 50_000).unit()).isEqualTo("hours");
    assertThat(labels(Scales.times(0, 120 * 86_400.0)))
        .containsExactly("0", "20", "40", "60", "80", "100", "120");
  }

  @Test
  void ticksAreFewAndIncreaseWhateverTheRange() {
    for (double exponent = -12; exponent < 300; exponent += 2.37) {
      double upper = Math.pow(10, exponent);
      for (Scale scale :
          List.of(
              Scales.times(0, upper),
              Scales.quantities(0, upper),
              Scales.quantities(-upper, 1.7 * upper),
              Scales.logQuantities(upper / 1e3, upper),
              Scales.logDurations(upper / 1e3, upper))) {
        assertThat(scale.tickList()).as("up to %s", upper).hasSizeBetween(1, 21);
        assertThat(scale.tickList())
            .extracting(Tick::position)
            .isSortedAccordingTo(Double::compare)
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void logarithmicAxisStartsBelowTheShortestButNotBelowASecond() {
    assertThat(labels(Scales.logDurations(90, 5000))).containsExactly("1 min", "10 min", "1 h");
    assertThat(Scales.logDurations(0, 5000).lower()).isEqualTo(1);
    assertThat(Scales.logDurations(0.02, 0.5).lower()).isEqualTo(0.01);
  }

  @Test
  void logarithmicPositionsAreClampedAtTheStart() {
    Scale scale = Scales.logDurations(0, 5000);

    assertThat(scale.position(0)).isZero();
    assertThat(scale.position(1000)).isEqualTo(3);
  }

  private static List<String> labels(Scale scale) {
    return scale.tickList().stream().map(Tick::label).toList();
  }
}
