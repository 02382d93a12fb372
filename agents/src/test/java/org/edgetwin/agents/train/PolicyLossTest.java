package org.edgetwin.agents.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.nio.ByteBuffer;
import org.edgetwin.agents.blocks.TrainingEngine;
import org.edgetwin.agents.net.SetScorer;
import org.junit.jupiter.api.Test;

final class PolicyLossTest {
  private static final int CHOICES = 3;

  /** The second choice of the first row is not legal. */
  private static final float[] LEGAL = {1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

  private static final float[] RULE = {0.3f, 9, -0.2f, 1, 0, 0.5f, -1, 0.1f, 0, 0, 0.2f, 0.4f};
  private static final float[] LOGITS = {
    0.5f, SetScorer.MASKED, -0.4f, 0.1f, 0.9f, -0.3f, 0.2f, 0.4f, 0.8f, -0.6f, 0.7f, 0.1f
  };
  private static final long[] CHOSEN = {2, 1, 0, 2};
  private static final float[] REST = {0, 0.3f, -0.2f, 0.1f};
  private static final float[] ADVANTAGES = {1.5f, 2, -1, -0.5f};
  private static final PolicyLoss.Weights WEIGHTS = new PolicyLoss.Weights(0.2, 0.03, 0.4);

  @Test
  void isTheFormulaAndItsGradientThatOfTheFormula() {
    // Ratios 1.1 (within), 1.5 (clipped, A > 0), 0.6 (clipped, A < 0), 1.4 (A < 0: not clipped).
    double[] ratios = {1.1, 1.5, 0.6, 1.4};
    float[] old = new float[4];
    float[] oldOfPart = new float[4];
    for (int b = 0; b < 4; b++) {
      old[b] = (float) (logs(LOGITS, b)[(int) CHOSEN[b]] - Math.log(ratios[b]));
      // The rest of the action has become likelier or less likely, too.
      oldOfPart[b] = old[b] + REST[b];
    }
    float[] gradient;
    try (NDManager manager = TrainingEngine.newManager()) {
      NDArray logits = matrix(manager, LOGITS);
      logits.setRequiresGradient(true);
      try (GradientCollector collector = TrainingEngine.newGradientCollector()) {
        PolicyLoss loss =
            PolicyLoss.of(
                logits,
                matrix(manager, LEGAL),
                matrix(manager, RULE),
                manager.create(CHOSEN, new Shape(4, 1)),
                manager.create(oldOfPart),
                manager.create(REST),
                manager.create(ADVANTAGES),
                WEIGHTS);
        assertThat((double) loss.total().getFloat()).isCloseTo(total(LOGITS, old), within(1e-6));
        assertThat((double) loss.surrogate().getFloat())
            .isCloseTo((1.1 * 1.5 + 1.2 * 2 - 0.8 - 1.4 * 0.5) / 4, within(1e-5));
        assertThat(loss.clipFraction().getFloat()).isEqualTo(0.75f);
        double kl = 0;
        for (double ratio : ratios) {
          kl += (ratio - 1 - Math.log(ratio)) / 4;
        }
        assertThat((double) loss.approximateKl().getFloat()).isCloseTo(kl, within(1e-5));
        reuseFreedMemory();
        collector.backward(loss.total());
      }
      gradient = logits.getGradient().toFloatArray();
    }
    assertThat(gradient[1]).as("of a choice that is not legal").isZero();
    for (int i = 0; i < LOGITS.length; i++) {
      if (LEGAL[i] == 1) {
        float[] up = LOGITS.clone();
        float[] down = LOGITS.clone();
        up[i] += 1e-3f;
        down[i] -= 1e-3f;
        double numerical = (total(up, old) - total(down, old)) / ((double) up[i] - down[i]);
        assertThat((double) gradient[i]).as("logit " + i).isCloseTo(numerical, within(1e-5));
      }
    }
  }

  @Test
  void entropyOfEqualLegalChoicesIsTheLogarithmOfTheirNumber() {
    float[] logits = {0, SetScorer.MASKED, 0};
    try (NDManager manager = TrainingEngine.newManager()) {
      PolicyLoss loss =
          PolicyLoss.of(
              manager.create(logits, new Shape(1, 3)),
              manager.create(new float[] {1, 0, 1}, new Shape(1, 3)),
              manager.create(new float[3], new Shape(1, 3)),
              manager.create(new long[] {0}, new Shape(1, 1)),
              manager.create(new float[] {(float) Math.log(0.5)}),
              manager.create(new float[1]),
              manager.create(new float[] {1}),
              WEIGHTS);
      assertThat((double) loss.entropy().getFloat()).isCloseTo(Math.log(2), within(1e-6));
      assertThat((double) loss.leash().getFloat()).as("equal to the rule").isZero();
    }
  }

  /** Overwrites what the graph may point to but Java no longer holds, see Scaling. */
  private static void reuseFreedMemory() {
    for (int round = 0; round < 10; round++) {
      System.gc();
      for (int i = 0; i < 500; i++) {
        ByteBuffer.allocateDirect(Float.BYTES).putInt(0x3F3F3F3F);
      }
    }
  }

  private static NDArray matrix(NDManager manager, float[] values) {
    return manager.create(values, new Shape(4, CHOICES));
  }

  /** The definition, in double arithmetic. */
  private static double total(float[] logits, float[] old) {
    double total = 0;
    for (int b = 0; b < 4; b++) {
      double[] logs = logs(logits, b);
      double[] rule = logs(RULE, b);
      double ratio = Math.exp(logs[(int) CHOSEN[b]] - old[b]);
      double clipped = Math.max(0.8, Math.min(1.2, ratio));
      double loss = -Math.min(ratio * ADVANTAGES[b], clipped * ADVANTAGES[b]);
      for (int i = 0; i < CHOICES; i++) {
        if (LEGAL[b * CHOICES + i] == 1) {
          double chance = Math.exp(logs[i]);
          loss += 0.03 * chance * logs[i] + 0.4 * chance * (logs[i] - rule[i]);
        }
      }
      total += loss / 4;
    }
    return total;
  }

  /** Log-softmax over the legal choices of a row. */
  private static double[] logs(float[] logits, int row) {
    double sum = 0;
    for (int i = 0; i < CHOICES; i++) {
      int at = row * CHOICES + i;
      sum += LEGAL[at] == 1 ? Math.exp(logits[at]) : 0;
    }
    double[] logs = new double[CHOICES];
    for (int i = 0; i < CHOICES; i++) {
      logs[i] = logits[row * CHOICES + i] - Math.log(sum);
    }
    return logs;
  }
}
