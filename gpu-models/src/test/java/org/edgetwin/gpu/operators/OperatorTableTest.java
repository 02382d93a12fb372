package org.edgetwin.gpu.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorTableTest {
  private static final GpuTraits GPU = GpuTraitsTable.standard().require("T4");

  private static double ideal(MatrixProduct product) {
    return product.flops() / GPU.fp32FlopsPerSecond() + product.bytes(4) / GPU.specBytesPerSecond();
  }

  @Test
  void aConstantEfficiencyIsFoundBetweenAndBeyond() {
    List<OperatorTable.Measured> measured = new ArrayList<>();
    for (int size = 128; size <= 4096; size *= 2) {
      MatrixProduct product = MatrixProduct.linear(size, 1024, 2048);
      measured.add(new OperatorTable.Measured(product, 2 * ideal(product)));
    }
    OperatorTable table = new OperatorTable(GPU, measured);
    for (int size : new int[] {64, 700, 10_000}) {
      MatrixProduct product = new MatrixProduct(3, size, 999, 777);
      assertThat(table.seconds(product)).isCloseTo(2 * ideal(product), within(1e-12));
    }
  }

  @Test
  void aMeasuredProductAllButDecidesItsOwnTime() {
    List<OperatorTable.Measured> measured = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      MatrixProduct product = MatrixProduct.linear(1000L * i, 1024, 1024);
      measured.add(new OperatorTable.Measured(product, (i == 5 ? 3 : 1.5) * ideal(product)));
    }
    MatrixProduct slow = MatrixProduct.linear(5000, 1024, 1024);
    double time = new OperatorTable(GPU, measured).seconds(slow);
    assertThat(time / ideal(slow)).isBetween(2.0, 3.0);
  }

  @Test
  void anEmptyTableIsAMistake() {
    assertThatThrownBy(() -> new OperatorTable(GPU, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("T4")
        .hasMessageContaining("Maybe");
  }
}
