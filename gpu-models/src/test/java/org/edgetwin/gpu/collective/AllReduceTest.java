package org.edgetwin.gpu.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AllReduceTest {
  private static final Link NVLINK = new Link(2e-6, 200e9);
  private static final Link NETWORK = new Link(20e-6, 10e9);

  @Test
  void aRingMovesTwiceAllButOneShare() {
    assertThat(new RingAllReduce(NVLINK, 4).seconds(1e9))
        .isCloseTo(6 * 2e-6 + 1.5 * 1e9 / 200e9, within(1e-12));
  }

  @Test
  void aTreePaysItsDepthTwice() {
    assertThat(new TreeAllReduce(NVLINK, 8).seconds(0)).isCloseTo(6 * 2e-6, within(1e-15));
    assertThat(new TreeAllReduce(NVLINK, 9).seconds(0)).isCloseTo(8 * 2e-6, within(1e-15));
    assertThat(new TreeAllReduce(NVLINK, 2).seconds(1e9))
        .isCloseTo(2 * 2e-6 + 2 * 1e9 / 200e9, within(1e-12));
  }

  @Test
  void treesWinSmallMessagesAndRingsLargeOnes() {
    var ring = new RingAllReduce(NETWORK, 64);
    var tree = new TreeAllReduce(NETWORK, 64);
    assertThat(tree.seconds(1e3)).isLessThan(ring.seconds(1e3));
    assertThat(ring.seconds(1e9)).isLessThan(tree.seconds(1e9));
  }

  @Test
  void oneWorkerHasNothingToAddUp() {
    List<AllReduce> alone =
        List.of(
            new RingAllReduce(NVLINK, 1),
            new TreeAllReduce(NVLINK, 1),
            new TwoLevelAllReduce(NVLINK, 1, NETWORK, 1),
            new BusBandwidthLaw(NVLINK, 1),
            FittedCollectives.standard().allReduce(new Group("a100-dgx", 1, 1)));
    assertThat(alone).allSatisfy(reduce -> assertThat(reduce.seconds(1e9)).isZero());
  }

  @Test
  void twoLevelsAreARingInANodeAndARingOfNodesForEachShare() {
    double bytes = 800e6;
    assertThat(new TwoLevelAllReduce(NVLINK, 8, NETWORK, 1).seconds(bytes))
        .isEqualTo(new RingAllReduce(NVLINK, 8).seconds(bytes));
    assertThat(new TwoLevelAllReduce(NVLINK, 1, NETWORK, 4).seconds(bytes))
        .isEqualTo(new RingAllReduce(NETWORK, 4).seconds(bytes));
    var both = new TwoLevelAllReduce(NVLINK, 8, NETWORK, 4);
    assertThat(both.workers()).isEqualTo(32);
    assertThat(both.seconds(bytes))
        .isCloseTo(
            14 * 2e-6 + 1.75 * bytes / 200e9 + 6 * 20e-6 + 1.5 * bytes / 8 / 10e9, within(1e-12))
        .isLessThan(new RingAllReduce(NETWORK, 32).seconds(bytes));
  }

  @Test
  void busBandwidthIsWhatTheBenchmarkPrints() {
    double bytes = 16e9;
    double seconds = new BusBandwidthLaw(new Link(0, 235e9), 8).seconds(bytes);
    assertThat(bytes / seconds * AllReduce.busFactor(8)).isCloseTo(235e9, within(1.0));
  }

  @Test
  void badNumbersAreNamed() {
    assertThatThrownBy(() -> new Link(1e-6, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bytesPerSecond (0.0)");
    assertThatThrownBy(() -> new Link(-1, 1)).hasMessageContaining("startupSeconds (-1.0)");
    assertThatThrownBy(() -> new RingAllReduce(NVLINK, 0)).hasMessageContaining("workers (0)");
    assertThatThrownBy(() -> new Group("a100-dgx", 6, 4)).hasMessageContaining("nodes of 4");
  }
}
