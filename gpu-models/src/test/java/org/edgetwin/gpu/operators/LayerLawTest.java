package org.edgetwin.gpu.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LayerLawTest {
  private static final GpuTraits A100 = GpuTraitsTable.standard().require("A100-SXM-80");
  private static final LayerLaw LAW = LayerLaw.standard();
  private static final LayerShape SMALL = new LayerShape(16, 16, 2048, 8192, true, true, 1);
  private static final LayerShape LARGE = new LayerShape(40, 8, 5120, 20480, true, true, 2);
  private static final int[] TOKENS = {1, 128, 1024, 4096};

  /** A table in which every operator takes {@code factor} times the roof. */
  private static LayerTable table(LayerShape shape, double factor) {
    LayerLaw roof = LAW.withUsual(Math.log(factor), Math.log(factor));
    Map<LayerOperator, double[]> seconds =
        LayerOperator.of(shape)
            .collect(
                Collectors.toMap(
                    o -> o,
                    o -> {
                      double[] times = new double[TOKENS.length];
                      for (int i = 0; i < times.length; i++) {
                        times[i] = roof.seconds(o, shape, TOKENS[i], A100);
                      }
                      return times;
                    }));
    return new LayerTable(shape, TOKENS, seconds);
  }

  @Test
  void oneCorrectionIsCarriedToOtherShapesAndTokens() {
    List<LayerTable> tables = List.of(table(SMALL, 1.7));
    LayerLaw roof = LAW.withUsual(Math.log(1.7), Math.log(1.7));
    LayerOperator.of(LARGE)
        .filter(LayerOperator::isProduct)
        .forEach(
            o -> {
              for (int tokens : new int[] {1, 128, 1024, 4096, 8192}) {
                double expected = roof.seconds(o, LARGE, tokens, A100);
                assertThat(LAW.seconds(o, LARGE, tokens, A100, tables))
                    .as("%s at %d", o, tokens)
                    .isCloseTo(expected, within(1e-9 * expected));
              }
            });
  }

  @Test
  void theLikestShapeCountsMost() {
    List<LayerTable> tables = List.of(table(SMALL, 1), table(LARGE, 2));
    LayerShape nearLarge = new LayerShape(40, 8, 5120, 21504, true, true, 2);
    double ratio =
        LAW.seconds(LayerOperator.MLP_UP, nearLarge, 1024, A100, tables)
            / LAW.withUsual(0, 0).seconds(LayerOperator.MLP_UP, nearLarge, 1024, A100);
    assertThat(ratio).isBetween(1.4, 2.0);
  }

  @Test
  void theRoofIsBandwidthForOneTokenAndArithmeticForMany() {
    LayerLaw roof = LAW.withUsual(0, 0);
    double weights = 2.0 * 2 * 8192 * 2048;
    assertThat(roof.seconds(LayerOperator.MLP_UP, SMALL, 1, A100))
        .isCloseTo(3e-6 + weights / (0.82 * 2039e9), within(1e-7));
    double flops = 2.0 * 65536 * 2 * 8192 * 2048;
    assertThat(roof.seconds(LayerOperator.MLP_UP, SMALL, 65536, A100))
        .isCloseTo(3e-6 + flops / (0.72 * 312e12), within(1e-4));
  }

  @Test
  void splittingDividesTheWidths() {
    assertThat(LayerOperator.MLP_DOWN.product(SMALL.splitOver(4), 7))
        .isEqualTo(MatrixProduct.linear(7, 2048, 2048));
    assertThat(LayerOperator.ATTENTION_IN.product(LARGE, 7))
        .isEqualTo(MatrixProduct.linear(7, 56 * 128 / 2, 5120));
    assertThat(LayerOperator.ADD.bytesPerToken(SMALL.splitOver(4)))
        .as("the residual stream is on every GPU")
        .isEqualTo(LayerOperator.ADD.bytesPerToken(SMALL));
  }

  @Test
  void badTablesAreNamed() {
    assertThatThrownBy(() -> new LayerTable(SMALL, new int[] {1, 1}, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ascend at 1");
    assertThatThrownBy(() -> new LayerTable(SMALL, new int[] {1}, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("INPUT_NORM")
        .hasMessageContaining("Maybe");
    assertThatThrownBy(() -> LayerOperator.ADD.product(SMALL, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ADD");
  }
}
