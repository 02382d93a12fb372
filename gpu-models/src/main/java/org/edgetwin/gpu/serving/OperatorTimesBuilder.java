package org.edgetwin.gpu.serving;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects the operator times of a model on a GPU. */
public final class OperatorTimesBuilder {
  private record Operator(PiecewiseLinear time, int times) {}

  private final int layers;
  private final AttentionTable attention;
  private final List<Operator> dense = new ArrayList<>();
  private final List<PiecewiseLinear> perSequence = new ArrayList<>();
  private int[] graphSizes = {};

  /**
   * A model without operators so far.
   *
   * @param layers transformer blocks
   * @param attention of one block
   */
  public OperatorTimesBuilder(int layers, AttentionTable attention) {
    if (layers < 1) {
      throw new IllegalArgumentException("The number of layers (" + layers + ") is not positive.");
    }
    this.layers = layers;
    this.attention = attention;
  }

  /** An operator that every block runs, some times each. */
  public OperatorTimesBuilder inEachLayer(PiecewiseLinear secondsByTokens, int times) {
    dense.add(new Operator(secondsByTokens, layers * times));
    return this;
  }

  /** An operator that runs once per iteration. */
  public OperatorTimesBuilder once(PiecewiseLinear secondsByTokens) {
    dense.add(new Operator(secondsByTokens, 1));
    return this;
  }

  /** An operator that runs once per iteration on the sequences that get a token. */
  public OperatorTimesBuilder perSequence(PiecewiseLinear secondsBySequences) {
    perSequence.add(secondsBySequences);
    return this;
  }

  /** The batch sizes that CUDA graphs were captured for: smaller batches are filled up to them. */
  public OperatorTimesBuilder graphSizes(int... sizes) {
    graphSizes = sizes.clone();
    Arrays.sort(graphSizes);
    return this;
  }

  /**
   * The times.
   *
   * @param maxTokens of an iteration
   * @param maxSequences of an iteration
   */
  public OperatorTimes build(int maxTokens, int maxSequences) {
    double[] tokenSeconds = new double[maxTokens + 1];
    for (int tokens = 0; tokens <= maxTokens; tokens++) {
      int computed = filledUp(tokens);
      for (Operator operator : dense) {
        tokenSeconds[tokens] += operator.times() * operator.time().at(computed);
      }
    }
    double[] sequenceSeconds = new double[maxSequences + 1];
    for (int sequences = 0; sequences <= maxSequences; sequences++) {
      for (PiecewiseLinear operator : perSequence) {
        sequenceSeconds[sequences] += operator.at(sequences);
      }
    }
    return new OperatorTimes(tokenSeconds, sequenceSeconds, attention, layers);
  }

  private int filledUp(int tokens) {
    int found = Arrays.binarySearch(graphSizes, tokens);
    int next = found >= 0 ? found : -found - 1;
    return next < graphSizes.length ? graphSizes[next] : tokens;
  }
}
