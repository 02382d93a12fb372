package org.edgetwin.reports.learning;

import java.util.List;
import org.edgetwin.reports.chart.CurveChart.Vertical;
import org.edgetwin.reports.text.Sentence;

/**
 * A figure that trainings log, and how to read it. Tags are those of CleanRL [huang2022cleanrl].
 *
 * @param tag without the agent's name behind it
 * @param title of its chart
 * @param axis what the chart's vertical axis shows, with its unit
 * @param reading what to look for
 */
record Scalar(
    ScalarGroup group, String tag, String title, String axis, Vertical vertical, String reading) {
  private static final List<Scalar> KNOWN =
      List.of(
          new Scalar(
              ScalarGroup.RETURN,
              "charts/episodic_return",
              "Episodic return",
              "sum of rewards of an episode",
              Vertical.LINEAR,
              "Should rise. It jumps as windows differ, and actions are sampled: judge by"
                  + " validation."),
          new Scalar(
              ScalarGroup.RETURN,
              "charts/episodic_length",
              "Episode length",
              "decisions in an episode",
              Vertical.LINEAR,
              "A sudden change often means that the policy waits forever or never."),
          new Scalar(
              ScalarGroup.EXPLORATION,
              "losses/entropy",
              "Entropy of the policy",
              "entropy, nats",
              Vertical.LINEAR,
              "Should fall slowly. Near 0 early on the agent has stopped to explore; flat, it does"
                  + " not learn."),
          new Scalar(
              ScalarGroup.UPDATE,
              "losses/approx_kl",
              "Approximate KL divergence of an update",
              "KL(old, new), nats",
              Vertical.WIDE_IF_POSITIVE,
              "About 0.003 to 0.03. Spikes mean that updates are too large."),
          new Scalar(
              ScalarGroup.UPDATE,
              "losses/clipfrac",
              "Clipped share of decisions",
              "share of decisions",
              Vertical.LINEAR,
              "Above about 0.3 most of a minibatch teaches nothing: fewer epochs or a lower rate."),
          new Scalar(
              ScalarGroup.UPDATE,
              "losses/leash_kl",
              "KL divergence from the rule that leashes the policy",
              "KL(policy, rule), nats",
              Vertical.WIDE_IF_POSITIVE,
              "How far the policy has gone from the rule that it started as; should level off."),
          new Scalar(
              ScalarGroup.UPDATE,
              "losses/policy_loss",
              "Policy loss",
              "clipped surrogate, sign turned",
              Vertical.LINEAR,
              "Hovers around 0; its level says nothing about the quality of the policy."),
          new Scalar(
              ScalarGroup.UPDATE,
              "charts/learning_rate",
              "Learning rate",
              "step size of the optimiser",
              Vertical.LINEAR,
              "As planned."),
          new Scalar(
              ScalarGroup.CRITIC,
              "losses/value_loss",
              "Value loss",
              "squared error, returns squared",
              Vertical.WIDE_IF_POSITIVE,
              "Should fall, then follow the spread of the returns."),
          new Scalar(
              ScalarGroup.CRITIC,
              "losses/explained_variance",
              "Explained variance of the returns",
              "1 − var(error) / var(return)",
              Vertical.CORRELATION,
              "1 is a perfect critic, 0 one that knows no more than the mean, below 0 a harmful"
                  + " one; below −1 is cut off."),
          new Scalar(
              ScalarGroup.SPEED,
              "charts/SPS",
              "Training speed",
              "steps per second",
              Vertical.LINEAR,
              "Falls when episodes grow, or the machine is shared."));

  private static final List<String> VALIDATION = List.of("validation/", "eval/");

  /**
   * What is known of a tag.
   *
   * @param validationTag the cost by which policies are chosen
   */
  static Scalar of(String tag, String validationTag) {
    boolean chosenBy = tag.equals(validationTag);
    if (chosenBy || VALIDATION.stream().anyMatch(tag::startsWith)) {
      return new Scalar(
          ScalarGroup.VALIDATION,
          tag,
          Sentence.start(inWords(tag)),
          inWords(tag),
          Vertical.LINEAR,
          chosenBy
              ? "Lower is better. Policies are chosen by it: where it rises while the return still"
                  + " does too, training has begun to overfit."
              : "On windows that training does not see.");
    }
    return KNOWN.stream()
        .filter(known -> known.tag.equals(tag))
        .findFirst()
        .orElseGet(
            () ->
                new Scalar(
                    ScalarGroup.OTHER,
                    tag,
                    Sentence.start(inWords(tag)),
                    inWords(tag),
                    Vertical.LINEAR,
                    ""));
  }

  private static String inWords(String tag) {
    return tag.replace('_', ' ').replace("/", ": ");
  }

  /** Where its chart stands in its group: as listed here, others behind. */
  int place() {
    int index = KNOWN.indexOf(this);
    return index < 0 ? KNOWN.size() : index;
  }
}
