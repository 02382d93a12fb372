package org.edgetwin.agents.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.edgetwin.agents.blocks.Scaling;
import org.edgetwin.agents.net.SetScorer;

/**
 * The loss of one agent over a batch [schulman2017], its parts as scalars. With the ratio {@code
 * rho} of a choice's chance now to that when it was made, times what the rest of the action adds to
 * it, and its advantage {@code A}:
 *
 * <pre>
 * total     = -surrogate - entropyWeight * entropy + leashWeight * leash
 * surrogate = mean min(rho A, clip(rho, 1 - c, 1 + c) A)
 * entropy   = mean -sum_a pi(a) log pi(a)
 * leash     = mean sum_a pi(a) (log pi(a) - log rule(a)),  rule = softmax of the rule's scores
 * </pre>
 *
 * <p>Choices that are not legal have no chance and add nothing to any sum [huang2022].
 *
 * @param approximateKl mean of {@code rho - 1 - log rho}: how far the policy has moved in this
 *     update
 * @param clipFraction share of the batch with {@code |rho - 1| > c}
 */
record PolicyLoss(
    NDArray total,
    NDArray surrogate,
    NDArray entropy,
    NDArray leash,
    NDArray approximateKl,
    NDArray clipFraction) {

  /**
   * The weights of the parts.
   *
   * @param clip {@code c}
   */
  record Weights(double clip, double entropy, double leash) {}

  /**
   * The loss of masked logits.
   *
   * @param logits {@code [B][K]}
   * @param legal {@code [B][K]}, 1 or 0
   * @param ruleScores {@code [B][K]}
   * @param chosen {@code [B][1]}, integers: the column of each choice
   * @param oldLogProbabilities {@code [B]}
   * @param logRatiosOfRest {@code [B]}: the log ratio of the rest of an action that is clipped as a
   *     whole; 0 where the choice is all of it
   * @param advantages {@code [B]}
   */
  static PolicyLoss of(
      NDArray logits,
      NDArray legal,
      NDArray ruleScores,
      NDArray chosen,
      NDArray oldLogProbabilities,
      NDArray logRatiosOfRest,
      NDArray advantages,
      Weights weights) {
    int[] choices = {1};
    NDArray logProbabilities = logits.logSoftmax(1);
    NDArray probabilities = logProbabilities.exp();
    NDArray legalLogs = logProbabilities.mul(legal);
    NDArray illegal = legal.sub(1).mul(-SetScorer.MASKED);
    NDArray ruleLogs = ruleScores.mul(legal).add(illegal).logSoftmax(1).mul(legal);

    NDArray entropy = probabilities.mul(legalLogs).sum(choices).neg().mean();
    NDArray leash = probabilities.mul(legalLogs.sub(ruleLogs)).sum(choices).mean();
    NDArray logRatio =
        logProbabilities.gather(chosen, 1).squeeze(1).sub(oldLogProbabilities).add(logRatiosOfRest);
    NDArray ratio = logRatio.exp();
    NDArray clipped = ratio.clip(1 - weights.clip, 1 + weights.clip);
    NDArray surrogate = ratio.mul(advantages).minimum(clipped.mul(advantages)).mean();
    NDArray total =
        Scaling.times(leash, weights.leash)
            .sub(Scaling.times(entropy, weights.entropy))
            .sub(surrogate);
    return new PolicyLoss(
        total,
        surrogate,
        entropy,
        leash,
        ratio.sub(1).sub(logRatio).mean(),
        ratio.sub(1).abs().gt(weights.clip).toType(DataType.FLOAT32, true).mean());
  }
}
