package org.edgetwin.gpu.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairFieldTest {
  private static final Site A = new Site("a", "x", 0, 0);
  private static final Site B = new Site("b", "x", 0, 10);
  private static final SiteKernel KERNEL = new SiteKernel(1000, 0.5, 0.1);

  /** One measured pair from A to B of weight 2. */
  private static final PairField FIELD =
      new PairField(List.of(A, B), KERNEL, 3, new double[] {0, 2, 0, 0});

  @Test
  void kernelIsTheFormula() {
    double far = Math.exp(-A.distanceKm(B) / 1000);
    assertThat(KERNEL.similarity(A, B)).isCloseTo(far, within(1e-12));
    assertThat(KERNEL.similarity(A, A)).isEqualTo(1.1);
    assertThat(KERNEL.similarity(A, new Site("c", "y", 0, 0))).isEqualTo(0.5);
    // Two homes share no network, though the field that names it is empty for both.
    assertThat(KERNEL.similarity(Site.of("d", 0, 0), Site.of("e", 0, 0))).isEqualTo(0.5);
  }

  @Test
  void meanIsTheSumOverMeasuredPairs() {
    double far = KERNEL.similarity(A, B);
    assertThat(FIELD.value(A, B)).isCloseTo(3 * 2 * 1.1 * 1.1, within(1e-12));
    assertThat(FIELD.value(B, A)).isCloseTo(3 * 2 * far * far, within(1e-12));
    Site near = Site.of("near", 0, 10);
    assertThat(FIELD.value(A, near)).isCloseTo(3 * 2 * 1.1 * 0.5, within(1e-12));
    assertThat(FIELD.value(Site.of("far", 80, -120), near)).isCloseTo(0, within(1e-3));
  }

  @Test
  void knowsWhatWasMeasured() {
    assertThat(FIELD.isMeasured(A, B)).isTrue();
    assertThat(FIELD.isMeasured(B, A)).isFalse();
    assertThat(FIELD.knows(B, A)).isTrue();
    assertThat(FIELD.knows(B, Site.of("near", 0, 10))).isFalse();
  }
}
