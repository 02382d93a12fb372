package org.edgetwin.agents.net;

import java.util.Arrays;

/**
 * A permutation-equivariant network over a set of items [zaheer2017], with a gate that tells every
 * item about the whole set as in squeeze-and-excitation [hu2018]. For items {@code x_1 .. x_N},
 * members {@code y_1 .. y_M} of another set, global features {@code f} and pair features {@code q}:
 *
 * <pre>
 * h_i  = MLP_item(x_i),  k_m = MLP_other(y_m)                 two layers, relu
 * c    = [pool(h); pool(k); f],  pool = [mean; max; log(1 + count)]
 * g    = sigmoid(W2 relu(W1 c)),  b = W3 c
 * h'_i = g * h_i + b                                          what item i heard
 * r_i  = w tanh(W4 [h_i; h'_i; q_i]) + u x_i + z q_i          residual
 * r_0  = v tanh(W5 c)                                         residual of choosing none
 * logit_i = exp(t) rule_i + r_i
 * </pre>
 *
 * <p>(biases left out). {@code w}, {@code v}, {@code u} and {@code z} start at zero, so the
 * untrained network is a softmax over the rule's scores. {@code u} and {@code z} reach the score
 * past all layers, as the wide part of [cheng2016]: what is linear is learnt at once. The cost is
 * linear in N and in M. Float arithmetic; no allocation unless a set grows beyond the largest so
 * far. Not thread-safe: one scorer per thread.
 */
public final class SetScorer {
  /** The logit of an illegal choice. */
  public static final float MASKED = -1e8f;

  private final SetScorerConfig config;
  private final ParameterLayout layout;
  private final float[] parameters;
  private final int width;
  private final DenseLayer gate1;
  private final DenseLayer gate2;
  private final DenseLayer shiftLayer;
  private final float[][] own;
  private final DenseLayer heard;
  private final float[][] pair;
  private final float[] pairSkip;
  private final float[] out;
  private final float outBias;
  private final DenseLayer none1;
  private final float[] none2;
  private final float none2Bias;
  private final float sharpness;

  private final float[] context;
  private final float[] gate;
  private final float[] shift;
  private final float[] hidden;

  /** {@code W4} for {@code h_i} once the gate is known, and the part equal for all items. */
  private final float[][] ownAndHeard;

  private final float[] common;
  private final Encodings itemEncodings;
  private final Encodings otherEncodings;

  /** A scorer with a copy of the network's weights. */
  public SetScorer(ScorerNetwork network) {
    config = network.config();
    layout = config.layout();
    parameters = network.weights().clone();
    width = config.width();
    gate1 = new DenseLayer(layout, "gate.1", parameters);
    gate2 = new DenseLayer(layout, "gate.2", parameters);
    shiftLayer = new DenseLayer(layout, "shift", parameters);
    own = DenseLayer.matrix(layout, "score.own", parameters);
    heard = new DenseLayer(layout, "score.heard", parameters);
    pair =
        config.pairFeatures() > 0
            ? DenseLayer.matrix(layout, "score.pair", parameters)
            : new float[0][];
    pairSkip = config.pairFeatures() > 0 ? column("skip.pair") : new float[0];
    out = column("score.out.weight");
    outBias = column("score.out.bias")[0];
    none1 = new DenseLayer(layout, "none.1", parameters);
    none2 = column("none.2.weight");
    none2Bias = column("none.2.bias")[0];
    sharpness = (float) Math.exp(column("logSharpness")[0]);
    context = new float[config.contextSize()];
    gate = new float[width];
    shift = new float[width];
    hidden = new float[width];
    ownAndHeard = new float[width][width];
    common = new float[width];
    itemEncodings = newItems();
    otherEncodings = newOthers();
  }

  private float[] column(String name) {
    ParameterLayout.Tensor tensor = layout.tensor(name);
    return Arrays.copyOfRange(parameters, tensor.offset(), tensor.offset() + tensor.size());
  }

  public SetScorerConfig config() {
    return config;
  }

  /** An empty set of items, to be kept up to date by the caller. */
  public Encodings newItems() {
    return new Encodings(layout, "item", config.itemFeatures(), column("skip.item"), parameters);
  }

  /** An empty other set; stays empty if the network has none. */
  public Encodings newOthers() {
    return config.otherFeatures() == 0
        ? newItems()
        : new Encodings(layout, "other", config.otherFeatures(), new float[0], parameters);
  }

  /**
   * Encodes and scores a decision.
   *
   * @param logits receives the logits of the N items and then of none
   */
  public void score(Decision decision, float[] logits) {
    config.check(decision);
    itemEncodings.encodeAll(decision.items(), decision.itemCount());
    otherEncodings.encodeAll(decision.others(), config.otherCount(decision));
    score(
        itemEncodings,
        otherEncodings,
        decision.globals(),
        decision.pairs(),
        decision.ruleScores(),
        decision.legal(),
        logits);
  }

  /**
   * Scores items whose encodings are up to date. The arrays are those of {@link Decision} and may
   * be longer than needed.
   *
   * @param items made by {@link #newItems}
   * @param others made by {@link #newOthers}
   * @param logits receives the logits of the N items and then of none
   */
  public void score(
      Encodings items,
      Encodings others,
      float[] globals,
      float[] pairs,
      float[] ruleScores,
      boolean[] legal,
      float[] logits) {
    listen(items, others, globals);
    prepareScores();
    int n = items.size();
    for (int i = 0; i < n; i++) {
      logits[i] = legal[i] ? sharpness * ruleScores[i] + residual(items, i, pairs) : MASKED;
    }
    logits[n] = legal[n] ? sharpness * ruleScores[n] + residualOfNone() : MASKED;
  }

  /**
   * Writes what an item heard in the last scoring, {@code h'_i}: the orderer's word to the placer.
   *
   * @param target receives {@code width} numbers from index {@code at} on
   */
  public void message(Encodings items, int item, float[] target, int at) {
    float[] row = items.row(item);
    for (int i = 0; i < width; i++) {
      target[at + i] = gate[i] * row[i] + shift[i];
    }
  }

  /** As {@link #message(Encodings, int, float[], int)}, after {@link #score(Decision, float[])}. */
  public void message(int item, float[] target, int at) {
    message(itemEncodings, item, target, at);
  }

  /** Computes the context, the gate and the shift. */
  private void listen(Encodings items, Encodings others, float[] globals) {
    int pooled = NetworkConfig.pooledSize(width);
    int end = pooled;
    if (config.squeeze()) {
      items.pool(context, 0);
    } else {
      Arrays.fill(context, 0, pooled, 0);
    }
    if (config.otherFeatures() > 0) {
      others.pool(context, end);
      end += pooled;
    }
    System.arraycopy(globals, 0, context, end, config.globalFeatures());
    gate1.apply(context, 0, hidden);
    Dense.relu(hidden);
    gate2.apply(hidden, 0, gate);
    Dense.sigmoid(gate);
    shiftLayer.apply(context, 0, shift);
  }

  /**
   * Folds the gate into the weights: {@code W4 [h; g*h + b] = (own + diag(g) heard) h + heard b}.
   * One matrix per decision saves a matrix product per item.
   */
  private void prepareScores() {
    for (int k = 0; k < width; k++) {
      float open = gate[k];
      float[] ownRow = own[k];
      float[] heardRow = heard.weight()[k];
      float[] target = ownAndHeard[k];
      for (int i = 0; i < target.length; i++) {
        target[i] = ownRow[i] + open * heardRow[i];
      }
    }
    heard.apply(shift, 0, common);
  }

  private float residual(Encodings items, int item, float[] pairs) {
    int at = item * pair.length;
    System.arraycopy(common, 0, hidden, 0, width);
    Dense.addProduct(items.row(item), 0, ownAndHeard, hidden);
    Dense.addProduct(pairs, at, pair, hidden);
    Dense.tanh(hidden);
    return outBias
        + Dense.dot(hidden, 0, out)
        + items.direct(item)
        + Dense.dot(pairs, at, pairSkip);
  }

  private float residualOfNone() {
    none1.apply(context, 0, hidden);
    Dense.tanh(hidden);
    return none2Bias + Dense.dot(hidden, 0, none2);
  }
}
