package org.edgetwin.gpu.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.edgetwin.gpu.operators.TransformerShape.Style;
import org.junit.jupiter.api.Test;

class TransformerPassTest {
  private static final int VOCABULARY = 50257;

  private static TransformerShape shape(Style style) {
    return new TransformerShape("test", style, 1280, 36, 20, 5120, VOCABULARY);
  }

  private static double flops(Style style, boolean training) {
    return new TransformerPass(shape(style), 4, 1024, training)
        .products().stream().mapToDouble(p -> p.count() * p.product().flops()).sum();
  }

  /** 2 FLOP per weight and token, and 4 L b s^2 h of attention. */
  @Test
  void aForwardPassHasTheOperationsOfItsWeightsAndOfAttention() {
    double weights = 36 * 12.0 * 1280 * 1280 + (double) VOCABULARY * 1280;
    double attention = 4.0 * 36 * 4 * 1024 * 1024 * 1280;
    double expected = 2 * 4 * 1024 * weights + attention;
    assertThat(flops(Style.GPT, false)).isCloseTo(expected, within(1e-9 * expected));
    assertThat(flops(Style.OPT, false)).isCloseTo(expected, within(1e-9 * expected));
  }

  @Test
  void aBackwardPassHasTwiceThoseOfTheForwardPass() {
    assertThat(flops(Style.GPT, true)).isEqualTo(3 * flops(Style.GPT, false));
  }

  @Test
  void bertHasItsVocabularyInTrainingOnly() {
    double head = 2.0 * 4 * 1024 * 1280 * (VOCABULARY + 1280.0);
    double gap = flops(Style.BERT, true) - 3 * flops(Style.BERT, false);
    assertThat(gap).isCloseTo(3 * head, within(1e-9 * head));
  }

  @Test
  void attentionTrafficGrowsWithTheSquareOfTheSequence() {
    TransformerPass brief = new TransformerPass(shape(Style.OPT), 4, 512, false);
    TransformerPass twice = new TransformerPass(shape(Style.OPT), 4, 1024, false);
    assertThat(twice.scoreBytes()).isEqualTo(4 * brief.scoreBytes());
    assertThat(twice.hiddenBytes()).isEqualTo(2 * brief.hiddenBytes());
  }

  @Test
  void headsMustDivideTheWidth() {
    assertThatThrownBy(() -> new TransformerShape("odd", Style.OPT, 1000, 1, 3, 10, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("odd")
        .hasMessageContaining("1000");
  }
}
