package org.edgetwin.calibration.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.edgetwin.gpu.network.LogSpread;
import org.edgetwin.gpu.network.PairField;
import org.edgetwin.gpu.network.RttLaw;
import org.edgetwin.gpu.network.Site;
import org.edgetwin.gpu.network.ThroughputLaw;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.Comparison;
import org.edgetwin.sim.validation.Figure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The bars, and that the constants that ship are the fits; {@code -Dgolden.update} writes them, to
 * be run twice if round trips change, since throughput is fitted with those that ship.
 */
class NetworkChecksTest {
  private static final boolean UPDATE = System.getProperty("golden.update") != null;
  private static final String HINT =
      "Maybe run: mvn -pl calibration -am test -Dtest=NetworkChecksTest -Dgolden.update";
  private static final LogSpread NONE = new LogSpread(0, 0, 0);

  private static List<CheckCell> rttCells;
  private static List<CheckCell> throughputCells;

  @BeforeAll
  static void runBoth() {
    rttCells = new RttCheck().run();
    throughputCells = new ThroughputCheck().run();
  }

  private static double figure(CheckCell cell, String name) {
    return cell.figures().stream()
        .filter(figure -> figure.name().equals(name))
        .mapToDouble(Figure::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void roundTripsOfPairsLeftOutPassTheirBar() {
    CheckCell pairs = rttCells.get(0);
    assertThat(pairs.passed()).isTrue();
    assertThat(pairs.comparisons()).hasSizeGreaterThan(3000);
    assertThat(figure(pairs, "median error")).isCloseTo(0.033, within(0.002));
    assertThat(figure(pairs, "mean error")).isCloseTo(0.080, within(0.004));
    assertThat(figure(pairs, "p90 error")).isCloseTo(0.187, within(0.008));
    assertThat(figure(pairs, "median error of the naive law")).isCloseTo(0.175, within(0.002));
    assertThat(figure(rttCells.get(1), "median error")).isCloseTo(0.059, within(0.003));
  }

  @Test
  void throughputOfPairsLeftOutPassesItsBar() {
    CheckCell pairs = throughputCells.get(0);
    assertThat(pairs.passed()).isTrue();
    assertThat(pairs.comparisons()).hasSizeGreaterThan(6000);
    assertThat(figure(pairs, "median error")).isCloseTo(0.0426, within(0.002));
    assertThat(figure(pairs, "mean error")).isCloseTo(0.232, within(0.01));
    assertThat(figure(pairs, "p90 error")).isCloseTo(0.233, within(0.01));
    assertThat(figure(throughputCells.get(1), "median error")).isCloseTo(0.044, within(0.003));
    assertThat(figure(throughputCells.get(2), "median error")).isCloseTo(0.0725, within(0.003));
  }

  @Test
  void shippedConstantsAreThoseOfTheFits() throws IOException {
    List<RttMeasurement> pings = RttMeasurement.all();
    RttLaw bare = RttFit.fit(pings, NONE);
    RttLaw rtt =
        new RttLaw(
            bare.baseMs(),
            bare.detour(),
            bare.residual(),
            spread(RttComparisons.of(pings, bare::rttMs).predicted(), rttCells));
    List<ThroughputMeasurement> streams = ThroughputMeasurement.all();
    ThroughputFit fit = ThroughputCheck.received(RttLaw.standard());
    ThroughputLaw bareThroughput = fit.fit(streams, NONE);
    ThroughputLaw throughput =
        new ThroughputLaw(
            RttLaw.standard(),
            bareThroughput.capByNetworks(),
            bareThroughput.residual(),
            spread(
                new ThroughputComparisons(fit).on(streams, bareThroughput).predicted(),
                throughputCells));
    FittedConstants fitted = new FittedConstants(rtt, throughput);
    if (UPDATE) {
      fitted.write();
      return;
    }
    assertSameTable(fitted.shippedConstants(), fitted.constants());
    assertSameTable(fitted.shippedCaps(), fitted.caps());
    assertSameField(RttLaw.standard().residual(), rtt.residual());
    assertSameField(ThroughputLaw.standard().residual(), throughput.residual());
  }

  /** Equal but for the last digit, which may hang on a machine's sine. */
  private static void assertSameTable(String shipped, String fitted) {
    List<String> shippedCells = List.of(shipped.split("[,\n]"));
    List<String> fittedCells = List.of(fitted.split("[,\n]"));
    assertThat(shippedCells).as(HINT).hasSameSizeAs(fittedCells);
    for (int i = 0; i < fittedCells.size(); i++) {
      String cell = fittedCells.get(i);
      if (Character.isDigit(cell.charAt(0))) {
        double value = Double.parseDouble(cell);
        assertThat(Double.parseDouble(shippedCells.get(i)))
            .as(HINT)
            .isCloseTo(value, within(2e-3 * value));
      } else {
        assertThat(shippedCells.get(i)).as(HINT).isEqualTo(cell);
      }
    }
  }

  private static LogSpread spread(List<Comparison> inSample, List<CheckCell> cells) {
    return new LogSpread(
        RelativeErrors.logSpread(inSample),
        RelativeErrors.logSpread(cells.get(0).comparisons()),
        RelativeErrors.logSpread(cells.get(1).comparisons()));
  }

  private static void assertSameField(PairField shipped, PairField fitted) {
    assertThat(shipped.sites()).isEqualTo(fitted.sites());
    for (Site a : fitted.sites()) {
      for (Site b : fitted.sites()) {
        assertThat(shipped.value(a, b)).as(HINT).isCloseTo(fitted.value(a, b), within(1e-3));
      }
    }
  }
}
