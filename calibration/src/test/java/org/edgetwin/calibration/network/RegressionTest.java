package org.edgetwin.calibration.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.edgetwin.calibration.network.LeastDeviations.Point;
import org.edgetwin.gpu.network.PairField;
import org.edgetwin.gpu.network.Site;
import org.edgetwin.gpu.network.SiteKernel;
import org.junit.jupiter.api.Test;

class RegressionTest {
  @Test
  void wildPointsDoNotMoveTheLine() {
    List<Point> points = new ArrayList<>();
    for (int x = 0; x < 50; x++) {
      points.add(new Point(x, x % 10 == 0 ? 1000 : 3 + 2 * x, 1));
    }
    LeastDeviations line = LeastDeviations.fit(points, 1e-6);
    assertThat(line.intercept()).isCloseTo(3, within(1e-3));
    assertThat(line.slope()).isCloseTo(2, within(1e-4));
  }

  /** At the noise that reweighting ends with, the weights solve the dense system. */
  @Test
  void conjugateGradientsSolveTheDenseSystem() {
    List<Site> sites =
        List.of(Site.of("a", 0, 0), Site.of("b", 0, 9), Site.of("c", 5, 20), Site.of("d", 40, 2));
    SiteKernel kernel = new SiteKernel(2000, 1, 0.1);
    PairSamples samples = new PairSamples(sites);
    for (int pair = 0; pair < 16; pair++) {
      if (pair % 3 != 0) {
        samples.add(sites.get(pair / 4), sites.get(pair % 4), Math.sin(pair));
      }
    }
    // So much noise that no measurement is wild: the reweighted noise is 2/3 of it, and a bit.
    double noise = 1e6;
    PairField field = new PairRegression(kernel, 1, noise).fit(samples);
    RealMatrix system = new Array2DRowRealMatrix(16, 16);
    double[] target = new double[16];
    double[] similarity = kernel.matrix(sites);
    for (int p = 0; p < 16; p++) {
      target[p] = samples.mean(p);
      for (int q = 0; q < 16; q++) {
        if (samples.isMeasured(p) && samples.isMeasured(q)) {
          system.setEntry(p, q, similarity[p / 4 * 4 + q / 4] * similarity[p % 4 * 4 + q % 4]);
        }
      }
      system.addToEntry(p, p, noise * 2 / 3);
    }
    RealVector weights = new LUDecomposition(system).getSolver().solve(new ArrayRealVector(target));
    for (int p = 0; p < 16; p++) {
      double expected = weights.getEntry(p);
      assertThat(field.weights()[p]).isCloseTo(expected, within(2e-3 * Math.abs(expected) + 1e-12));
    }
  }

  /** Without noise the field goes through what was measured. */
  @Test
  void fieldGoesThroughMeasurements() {
    List<Site> sites = List.of(Site.of("a", 0, 0), Site.of("b", 0, 30), Site.of("c", 50, 0));
    PairSamples samples = new PairSamples(sites);
    samples.add(sites.get(0), sites.get(1), 0.2);
    samples.add(sites.get(0), sites.get(1), 0.4);
    samples.add(sites.get(1), sites.get(2), -0.5);
    PairField field = new PairRegression(new SiteKernel(1000, 1, 0.1), 1, 1e-9).fit(samples);
    assertThat(field.value(sites.get(0), sites.get(1))).isCloseTo(0.3, within(2e-3));
    assertThat(field.value(sites.get(1), sites.get(2))).isCloseTo(-0.5, within(2e-3));
    assertThat(field.isMeasured(sites.get(2), sites.get(1))).isFalse();
  }
}
