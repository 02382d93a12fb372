package org.edgetwin.gpu.operators;

import java.util.List;
import java.util.stream.Stream;

/**
 * The operators of a layer that see nothing of a token but its number: all but attention itself and
 * communication between GPUs. Named as in Vidur's tables [vidur2024].
 */
public enum LayerOperator {
  INPUT_NORM("input_layernorm"),
  ATTENTION_IN("attn_pre_proj"),
  ROTARY("attn_rope"),
  ATTENTION_OUT("attn_post_proj"),
  POST_NORM("post_attention_layernorm"),
  MLP_UP("mlp_up_proj"),
  ACTIVATION("mlp_act"),
  MLP_DOWN("mlp_down_proj"),
  ADD("add");

  private static final double HALF_BYTES = 2;
  private static final List<LayerOperator> ALL = List.of(values());

  private final String column;

  LayerOperator(String column) {
    this.column = column;
  }

  /** Name of the column in the table of layers. */
  String column() {
    return column;
  }

  /** All operators that layers of this shape have. */
  public static Stream<LayerOperator> of(LayerShape shape) {
    return ALL.stream().filter(operator -> operator != POST_NORM || shape.postNorm());
  }

  /** Whether it is a product of matrices; else memory traffic decides its time. */
  public boolean isProduct() {
    return this == ATTENTION_IN || this == ATTENTION_OUT || this == MLP_UP || this == MLP_DOWN;
  }

  /** Whether the other operator is the same kernel at another place. */
  boolean runsAs(LayerOperator other) {
    return this == other || (isNorm() && other.isNorm());
  }

  private boolean isNorm() {
    return this == INPUT_NORM || this == POST_NORM;
  }

  /**
   * The product of matrices that it is.
   *
   * @throws IllegalArgumentException if it is none
   */
  public MatrixProduct product(LayerShape shape, int tokens) {
    return switch (this) {
      case ATTENTION_IN -> MatrixProduct.linear(tokens, shape.projectionWidth(), shape.hidden());
      case ATTENTION_OUT -> MatrixProduct.linear(tokens, shape.hidden(), shape.attentionWidth());
      case MLP_UP ->
          MatrixProduct.linear(
              tokens, (shape.gated() ? 2 : 1) * shape.innerWidth(), shape.hidden());
      case MLP_DOWN -> MatrixProduct.linear(tokens, shape.hidden(), shape.innerWidth());
      case INPUT_NORM, POST_NORM, ROTARY, ACTIVATION, ADD ->
          throw new IllegalArgumentException(this + " is no matrix product.");
    };
  }

  /**
   * Numbers that it reads and writes per token, in bytes of half precision.
   *
   * @throws IllegalArgumentException if it is a product of matrices
   */
  public double bytesPerToken(LayerShape shape) {
    return HALF_BYTES
        * switch (this) {
          case INPUT_NORM, POST_NORM -> 2.0 * shape.hidden();
          case ADD -> 3.0 * shape.hidden();
          case ROTARY -> 2 * shape.rotatedWidth();
          case ACTIVATION -> (shape.gated() ? 3.0 : 2.0) * shape.innerWidth();
          case ATTENTION_IN, ATTENTION_OUT, MLP_UP, MLP_DOWN ->
              throw new IllegalArgumentException(this + " is a matrix product.");
        };
  }
}
