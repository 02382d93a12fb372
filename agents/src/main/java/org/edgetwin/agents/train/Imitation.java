package org.edgetwin.agents.train;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.edgetwin.agents.blocks.DecisionBatch;
import org.edgetwin.agents.blocks.ScorerGraph;
import org.edgetwin.agents.net.Decision;
import org.edgetwin.agents.net.SetScorerConfig;
import umontreal.ssj.rng.RandomStream;

/** Behaviour cloning: a scorer learns to choose what a teacher chose. */
public final class Imitation {
  /**
   * A teacher's choice.
   *
   * @param choice the index chosen; the item count stands for none
   */
  public record Lesson(Decision decision, int choice) {}

  private Imitation() {}

  /**
   * One pass over the lessons, down the mean negative logarithm of the chance of the teacher's
   * choice.
   *
   * @return that mean over the pass
   */
  public static double epoch(
      TrainableNetwork<SetScorerConfig> scorer,
      List<Lesson> lessons,
      int minibatch,
      double learningRate,
      double maxGradientNorm,
      RandomStream stream) {
    double[] sum = new double[1];
    for (int[] piece :
        Minibatches.of(
            lessons.size(), minibatch, i -> lessons.get(i).decision().itemCount(), stream)) {
      List<Decision> decisions = new ArrayList<>(piece.length);
      int[] choices = new int[piece.length];
      for (int i = 0; i < piece.length; i++) {
        decisions.add(lessons.get(piece[i]).decision());
        choices[i] = lessons.get(piece[i]).choice();
      }
      scorer.descend(
          learningRate,
          maxGradientNorm,
          (manager, weights) -> {
            DecisionBatch batch = DecisionBatch.of(manager, scorer.config(), decisions);
            NDArray loss =
                ScorerGraph.logits(scorer.config(), weights, batch)
                    .logSoftmax(1)
                    .gather(batch.columns(manager, decisions, choices), 1)
                    .mean()
                    .neg();
            sum[0] += loss.getFloat() * choices.length;
            return loss;
          });
    }
    return sum[0] / lessons.size();
  }
}
