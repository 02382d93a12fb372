package org.edgetwin.calibration.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.edgetwin.gpu.MeasuredGpu;
import org.edgetwin.gpu.sharing.GavelPairs;
import org.edgetwin.gpu.sharing.PairSample;
import org.edgetwin.gpu.sharing.Symmetry;
import org.junit.jupiter.api.Test;

/** The numerical parts of the fit of hyper-parameters. */
class DescentTest {

  /** Rosenbrock's valley. */
  private static Descent.Point valley(double[] x) {
    double slope = x[1] - x[0] * x[0];
    return new Descent.Point(
        x,
        (1 - x[0]) * (1 - x[0]) + 100 * slope * slope,
        new double[] {-2 * (1 - x[0]) - 400 * x[0] * slope, 200 * slope},
        new double[] {800, 200});
  }

  @Test
  void theValleyIsFollowedToItsEnd() {
    double[] x = Descent.minimise(DescentTest::valley, new double[] {-1.2, 1}, 200, 1e-14).x();
    assertThat(x[0]).isCloseTo(1, within(1e-5));
    assertThat(x[1]).isCloseTo(1, within(1e-5));
  }

  @Test
  void inverseAndDeterminantOfASmallMatrix() {
    SymmetricInverse inverse = new SymmetricInverse(new double[][] {{4}, {2, 3}, {0, 1, 2}});
    assertThat(inverse.logDeterminant()).isCloseTo(Math.log(12), within(1e-12));
    assertThat(inverse.times(new double[] {4, 2, 0}))
        .containsExactly(new double[] {1, 0, 0}, within(1e-12));
    assertThat(inverse.traceWith(new double[][] {{4}, {2, 3}, {0, 1, 2}}))
        .isCloseTo(3, within(1e-12));
    assertThatThrownBy(() -> new SymmetricInverse(new double[][] {{1}, {2, 1}}))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("not positive definite");
  }

  @Test
  void theGradientOfTheLikelihoodIsItsSlope() {
    PairLikelihood likelihood =
        new PairLikelihood(
            new PairSample(Symmetry.MEAN, GavelPairs.fitting(MeasuredGpu.P100).subList(0, 60)));
    double[] here = PairLikelihood.start();
    Descent.Point point = likelihood.at(here);
    for (int k = 0; k < here.length; k++) {
      double[] above = here.clone();
      double[] below = here.clone();
      above[k] += 1e-5;
      below[k] -= 1e-5;
      double slope = (likelihood.at(above).value() - likelihood.at(below).value()) / 2e-5;
      assertThat(point.gradient()[k]).isCloseTo(slope, within(1e-5));
    }
  }
}
