package org.edgetwin.calibration.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.gpu.reliability.LifeTrace;
import org.edgetwin.gpu.reliability.Lifetime;
import org.edgetwin.gpu.reliability.SpotLifetimes;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.Figure;
import org.junit.jupiter.api.Test;

class SpotLifetimesCheckTest {
  private static double figure(CheckCell cell, String name) {
    return cell.figures().stream()
        .filter(figure -> figure.name().equals(name))
        .mapToDouble(Figure::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theEarlierHalfOfTheGcpLogPredictsTheLater() {
    CheckCell cell = new GcpLifetimesCheck().run().get(0);
    assertThat(cell.passed()).isTrue();
    assertThat(figure(cell, "KS distance")).isCloseTo(0.052, within(0.005));
    assertThat(figure(cell, "KS distance in polls")).isCloseTo(0.048, within(0.001));
    assertThat(figure(cell, "KS distance of an exponential law")).isGreaterThan(0.4);
    assertThat(cell.comparisons()).hasSize(9);
  }

  @Test
  void theEarlierHalfOfTheP3TracePredictsTheLater() {
    List<CheckCell> cells = new BambooLifetimesCheck().run();
    CheckCell p3 = cells.get(0);
    assertThat(p3.passed()).isTrue();
    assertThat(figure(p3, "KS distance")).isCloseTo(0.083, within(0.001));
    assertThat(figure(p3, "KS distance of an exponential law")).isCloseTo(0.115, within(0.001));
    // The small trace changes half way: no law of one half fits the other.
    assertThat(figure(cells.get(1), "KS distance")).isBetween(0.25, 0.35);
  }

  @Test
  void theShippedLawsAreTheFitsToAllLives() {
    PolledLaw gcp = PolledLaw.fit(GcpLog.march2020().lives());
    assertAlike(SpotLifetimes.of("gcp-2020"), gcp.lifetime());
    for (String cluster : List.of("p3", "g4dn")) {
      LifeTrace trace = LifeTrace.bamboo(cluster);
      List<ObservedLife> lives = BambooLifetimesCheck.observed(trace, trace.lifeList());
      assertAlike(SpotLifetimes.of(cluster), LifetimeFit.likeliest(lives).law());
    }
  }

  private static void assertAlike(Lifetime shipped, Lifetime fitted) {
    for (double probability : new double[] {0.1, 0.5, 0.7, 0.9}) {
      assertThat(shipped.quantile(probability))
          .isCloseTo(fitted.quantile(probability), within(1e-3 * fitted.quantile(probability)));
    }
  }
}
