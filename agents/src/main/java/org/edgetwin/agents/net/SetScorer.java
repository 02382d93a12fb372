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
 * r_i  = w tanh(W4 [h_i; h'_i; q_i])                          residual
 * r_0  = v tanh(W5 c)                                         residual of choosing none
 * logit_i = exp(t) rule_i + r_i
 * </pre>
 *
 * <p>(biases left out). {@code w} and {@code v} start at zero, so the untrained network is a
 * softmax over the rule's scores. The cost is linear in N and in M. Float arithmetic; no allocation
 * unless a set grows beyond the largest so far. Not thread-safe: one scorer per thread.
 */
public final class SetScorer {
  /** The logit of an illegal choice. */
  public static final float MASKED = -1e8f;

  private final SetScorerConfig config;
  private final ParameterLayout layout;
  private final float[] p;
  private final int width;
  private final float[] context;
  private final float[] gate;
  private final float[] gateHidden;
  private final float[] shift;
  private final float[] noneHidden;

  /** {@code W4} for {@code h_i} once the gate is known, and the part equal for all items. */
  private final float[] ownAndHeard;

  private final float[] common;
  private final float[] hidden;
  private final Encodings itemEncodings;
  private final Encodings otherEncodings;
  private final Offsets at;

  private record Offsets(
      int gate1,
      int gate1Bias,
      int gate2,
      int gate2Bias,
      int shift,
      int shiftBias,
      int own,
      int heard,
      int heardBias,
      int pair,
      int out,
      int outBias,
      int none1,
      int none1Bias,
      int none2,
      int none2Bias,
      int logSharpness) {
    static Offsets of(SetScorerConfig config, ParameterLayout layout) {
      return new Offsets(
          layout.offset("gate.1.weight"),
          layout.offset("gate.1.bias"),
          layout.offset("gate.2.weight"),
          layout.offset("gate.2.bias"),
          layout.offset("shift.weight"),
          layout.offset("shift.bias"),
          layout.offset("score.own"),
          layout.offset("score.heard.weight"),
          layout.offset("score.heard.bias"),
          config.pairFeatures() > 0 ? layout.offset("score.pair") : 0,
          layout.offset("score.out.weight"),
          layout.offset("score.out.bias"),
          layout.offset("none.1.weight"),
          layout.offset("none.1.bias"),
          layout.offset("none.2.weight"),
          layout.offset("none.2.bias"),
          layout.offset("logSharpness"));
    }
  }

  /** A scorer with a copy of the network's weights. */
  public SetScorer(ScorerNetwork network) {
    config = network.config();
    layout = config.layout();
    p = network.weights().clone();
    width = config.width();
    at = Offsets.of(config, layout);
    context = new float[config.contextSize()];
    gate = new float[width];
    gateHidden = new float[width];
    shift = new float[width];
    noneHidden = new float[width];
    ownAndHeard = new float[width * width];
    common = new float[width];
    hidden = new float[width];
    itemEncodings = newItems();
    otherEncodings = newOthers();
  }

  public SetScorerConfig config() {
    return config;
  }

  /** An empty set of items, to be kept up to date by the caller. */
  public Encodings newItems() {
    return new Encodings(layout, "item", config.itemFeatures(), width, p);
  }

  /** An empty other set; stays empty if the network has none. */
  public Encodings newOthers() {
    return config.otherFeatures() == 0
        ? newItems()
        : new Encodings(layout, "other", config.otherFeatures(), width, p);
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
    float sharpness = (float) Math.exp(p[at.logSharpness]);
    float[] rows = items.rows();
    int n = items.size();
    for (int i = 0; i < n; i++) {
      logits[i] = legal[i] ? sharpness * ruleScores[i] + residual(rows, i, pairs) : MASKED;
    }
    logits[n] = legal[n] ? sharpness * ruleScores[n] + residualOfNone() : MASKED;
  }

  /**
   * Writes what an item heard in the last scoring, {@code h'_i}: the orderer's word to the placer.
   *
   * @param out receives {@code width} numbers from index {@code outAt} on
   */
  public void message(Encodings items, int item, float[] out, int outAt) {
    float[] rows = items.rows();
    for (int i = 0; i < width; i++) {
      out[outAt + i] = gate[i] * rows[item * width + i] + shift[i];
    }
  }

  /** As {@link #message(Encodings, int, float[], int)}, after {@link #score(Decision, float[])}. */
  public void message(int item, float[] out, int outAt) {
    message(itemEncodings, item, out, outAt);
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
    int size = context.length;
    Dense.affine(context, 0, size, p, at.gate1, at.gate1Bias, gateHidden, 0, width);
    Dense.relu(gateHidden, 0, width);
    Dense.affine(gateHidden, 0, width, p, at.gate2, at.gate2Bias, gate, 0, width);
    Dense.sigmoid(gate, 0, width);
    Dense.affine(context, 0, size, p, at.shift, at.shiftBias, shift, 0, width);
  }

  /**
   * Folds the gate into the weights: {@code W4 [h; g*h + b] = (own + diag(g) heard) h + heard b}.
   * One matrix per decision saves a matrix product per item.
   */
  private void prepareScores() {
    for (int k = 0; k < width; k++) {
      int row = k * width;
      float open = gate[k];
      for (int i = 0; i < width; i++) {
        ownAndHeard[row + i] = p[at.own + row + i] + open * p[at.heard + row + i];
      }
    }
    Dense.affine(shift, 0, width, p, at.heard, at.heardBias, common, 0, width);
  }

  private float residual(float[] rows, int item, float[] pairs) {
    System.arraycopy(common, 0, hidden, 0, width);
    Dense.addProduct(rows, item * width, width, ownAndHeard, 0, hidden, 0, width);
    int q = config.pairFeatures();
    Dense.addProduct(pairs, item * q, q, p, at.pair, hidden, 0, width);
    Dense.tanh(hidden, 0, width);
    return p[at.outBias] + Dense.dot(hidden, 0, p, at.out, width);
  }

  private float residualOfNone() {
    Dense.affine(context, 0, context.length, p, at.none1, at.none1Bias, noneHidden, 0, width);
    Dense.tanh(noneHidden, 0, width);
    return p[at.none2Bias] + Dense.dot(noneHidden, 0, p, at.none2, width);
  }
}
