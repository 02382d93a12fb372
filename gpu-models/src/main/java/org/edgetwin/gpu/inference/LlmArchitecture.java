package org.edgetwin.gpu.inference;

/**
 * The shape of a decoder-only language model, as far as its speed and memory depend on it.
 *
 * @param name as in the model's own repository
 * @param parameters all of them, embeddings and experts included
 * @param layers decoder blocks
 * @param hidden width of the residual stream
 * @param heads query heads per layer
 * @param headDim width of one head
 * @param kvHeads key-value heads summed over the layers (layers need not have equally many)
 * @param vocabulary tokens it knows
 * @param tiedEmbeddings whether the output layer reuses the table of embeddings
 * @param experts feed-forward experts per layer; 1 if it is dense
 * @param expertsPerToken how many of them a token uses
 * @param expertParameters parameters of all experts of all layers; 0 if it is dense
 * @param contextTokens longest sequence, prompt and answer
 */
public record LlmArchitecture(
    String name,
    double parameters,
    int layers,
    int hidden,
    int heads,
    int headDim,
    int kvHeads,
    int vocabulary,
    boolean tiedEmbeddings,
    int experts,
    int expertsPerToken,
    double expertParameters,
    int contextTokens) {
  private static final int BYTES_PER_NUMBER = 2;

  public LlmArchitecture {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A language model needs a name.");
    }
    if (!(parameters > 0 && layers > 0 && hidden > 0 && heads > 0 && headDim > 0 && kvHeads > 0)) {
      throw new IllegalArgumentException(
          name + " has a size that is not positive. Maybe a column is missing.");
    }
    if (expertsPerToken < 1 || expertsPerToken > experts) {
      throw new IllegalArgumentException(
          name + " uses " + expertsPerToken + " of " + experts + " experts per token.");
    }
    if (!(expertParameters >= 0 && expertParameters < parameters)) {
      throw new IllegalArgumentException(
          name + " has " + expertParameters + " expert parameters of " + parameters + " in all.");
    }
  }

  /** Memory of the weights, bytes. */
  public double weightBytes() {
    return BYTES_PER_NUMBER * parameters;
  }

  /** Memory of the keys and values of one token, bytes. */
  public double kvBytesPerToken() {
    return 2.0 * BYTES_PER_NUMBER * kvHeads * headDim;
  }

  /** How many query heads share a key-value head, on average. */
  public double headsPerKvHead() {
    return (double) heads * layers / kvHeads;
  }

  /** Parameters that one token is multiplied with: no look-up table, its own experts only. */
  public double activeParameters() {
    return denseParameters() + expertParameters * expertsPerToken / experts;
  }

  /**
   * Bytes of weights that an iteration reads, each once.
   *
   * <p>With experts, t tokens that choose independently touch 1 - (1 - k/E)^t of them. Real tokens
   * are alike, so t is taken as t^spread.
   *
   * @param tokens of the iteration, at least 1
   * @param routingSpread 1 if tokens choose their experts independently, 0 if all choose the same
   */
  public double weightBytesRead(double tokens, double routingSpread) {
    return BYTES_PER_NUMBER
        * (denseParameters() + expertParameters * expertShare(tokens, routingSpread));
  }

  /** Floating-point operations of attention between one query and one key-value token. */
  double attentionFlopPerPair() {
    return 4.0 * layers * heads * headDim;
  }

  /** Bytes that every token adds to one collective of a layer. */
  double collectiveBytesPerToken() {
    return (double) BYTES_PER_NUMBER * hidden;
  }

  private double denseParameters() {
    double table = tiedEmbeddings ? 0 : (double) vocabulary * hidden;
    return parameters - table - expertParameters;
  }

  private double expertShare(double tokens, double routingSpread) {
    if (experts == 1) {
      return 0;
    }
    double perToken = (double) expertsPerToken / experts;
    return Math.max(perToken, 1 - Math.pow(1 - perToken, Math.pow(tokens, routingSpread)));
  }
}
