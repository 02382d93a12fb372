package org.edgetwin.gpu.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MatrixProductTest {
  @Test
  void countsOperationsAndTraffic() {
    MatrixProduct product = new MatrixProduct(3, 2, 5, 7);
    assertThat(product.flops()).isEqualTo(2.0 * 3 * 2 * 5 * 7);
    assertThat(product.bytes(4)).isEqualTo(4.0 * 3 * (2 * 5 + 2 * 7 + 5 * 7));
  }

  @Test
  void wavesAreFullWhenTilesDivideByMultiprocessors() {
    MatrixProduct product = MatrixProduct.linear(128 * 11, 128 * 12, 64);
    assertThat(product.waveFill(132, 128)).isEqualTo(1);
    assertThat(product.waveFill(66, 128)).isEqualTo(1);
    assertThat(product.waveFill(131, 128)).isCloseTo(132 / 262.0, within(1e-12));
  }

  @Test
  void aTileStartedIsATilePaid() {
    MatrixProduct full = MatrixProduct.linear(128, 1024, 64);
    MatrixProduct oneMore = MatrixProduct.linear(129, 1024, 64);
    assertThat(oneMore.waveFill(8, 128)).isEqualTo(1);
    assertThat(full.waveFill(8, 128)).isEqualTo(1);
    assertThat(oneMore.waveFill(16, 128)).isEqualTo(2 * full.waveFill(16, 128));
  }

  @Test
  void nothingIsNoProduct() {
    assertThatThrownBy(() -> MatrixProduct.linear(128, 0, 64))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(128, 0, 64)")
        .hasMessageContaining("Maybe");
  }
}
