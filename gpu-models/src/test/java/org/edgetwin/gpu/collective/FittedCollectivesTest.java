package org.edgetwin.gpu.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FittedCollectivesTest {
  private final FittedCollectives fitted = FittedCollectives.standard();

  /** NVLink carries 300 GB/s one way on an A100, 450 on an H100. */
  @Test
  void busBandwidthStaysBelowTheLinks() {
    for (int workers : new int[] {2, 4, 8}) {
      assertThat(law("a100-dgx", workers).bytesPerSecond()).isBetween(140e9, 300e9);
      assertThat(law("h100-dgx", workers).bytesPerSecond()).isBetween(280e9, 450e9);
      assertThat(law("a100-dgx", workers).startupSeconds()).isBetween(10e-6, 60e-6);
    }
  }

  @Test
  void theCurveAnswersWhatWasMeasuredAndTheLawTheRest() {
    AllReduce measured = fitted.allReduce(new Group("h100-dgx", 8, 8));
    assertThat(measured.basis(32e6)).isEqualTo(Basis.MEASURED);
    assertThat(measured.basis(1e9)).isEqualTo(Basis.LAW);
    AllReduce six = fitted.allReduce(new Group("h100-dgx", 6, 6));
    assertThat(six.basis(32e6)).isEqualTo(Basis.LAW);
    assertThat(six.seconds(32e6)).isBetween(0.5 * measured.seconds(32e6), measured.seconds(32e6));
  }

  @Test
  void leavingTheNodeCostsAnOrderOfMagnitude() {
    double inside = fitted.allReduce(new Group("a100-dgx", 8, 8)).seconds(50e6);
    double across = fitted.allReduce(new Group("a100-dgx", 16, 8)).seconds(50e6);
    assertThat(across / inside).isGreaterThan(8);
    assertThat(fitted.allReduce(new Group("a100-dgx", 32, 8)).seconds(50e6))
        .isGreaterThan(0.9 * across);
  }

  @Test
  void aPairSendsAtTheRateOfItsLink() {
    Group h100 = new Group("h100-dgx", 2, 2);
    double seconds = fitted.curve(Operation.SEND_RECV, h100).at(60e6);
    assertThat(60e6 / seconds).isBetween(330e9, 450e9);
    assertThat(fitted.law(Operation.SEND_RECV, h100).seconds(60e6) / seconds).isBetween(0.9, 1.1);
  }

  @Test
  void whatWasNotMeasuredIsNamed() {
    assertThatThrownBy(() -> fitted.allReduce(new Group("b200-dgx", 8, 8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("b200-dgx")
        .hasMessageContaining("Maybe one of the systems");
    assertThatThrownBy(() -> fitted.allReduce(new Group("h100-dgx", 16, 8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Link law(String system, int workers) {
    return fitted.law(Operation.ALL_REDUCE, new Group(system, workers, workers));
  }
}
