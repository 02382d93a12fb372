package org.edgetwin.agents.study;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.edgetwin.agents.env.Episodes;
import org.edgetwin.agents.pair.LinearRule;
import org.edgetwin.agents.pair.PairChooser;
import org.edgetwin.agents.pair.PairScheduler;
import org.edgetwin.agents.rollout.Rollout;

/**
 * Costs of episodes against those of a reference rule: mean completion times differ a hundredfold
 * between windows, their ratios do not. Thread-safe.
 */
final class Yardstick {
  /** The logarithm of the ratio if some job never ends. */
  private static final double HOPELESS = 10;

  private final Episodes episodes;
  private final Rollout.Cast reference;
  private final Map<Long, Double> jobSecondsByEpisode = new ConcurrentHashMap<>();
  private final AtomicLong decisions = new AtomicLong();

  /**
   * @param reference its rule is the reference
   */
  Yardstick(Episodes episodes, Rollout.Cast reference) {
    this.episodes = episodes;
    this.reference = reference;
  }

  Episodes episodes() {
    return episodes;
  }

  /** Job-seconds of an episode under the reference rule. */
  double jobSeconds(long episode) {
    return jobSecondsByEpisode.computeIfAbsent(
        episode % episodes.count(),
        index ->
            Rollout.of(episodes.episode(index), reference, PairChooser.RULE).terms().jobSeconds());
  }

  /** An episode played with a rule in place of the reference. */
  Rollout play(long episode, LinearRule rule) {
    return play(episode, cast(rule), PairChooser.RULE);
  }

  /** The reference's cast with another rule. */
  Rollout.Cast cast(LinearRule rule) {
    PairScheduler.Setting setting = reference.setting();
    return new Rollout.Cast(
        new PairScheduler.Setting(rule, setting.durations(), setting.preemptive()),
        reference.belief());
  }

  /** An episode played by a chooser; a copy of it. */
  Rollout play(long episode, Rollout.Cast cast, PairChooser chooser) {
    Rollout rollout = Rollout.of(episodes.episode(episode), cast, chooser);
    count(rollout);
    return rollout;
  }

  /** Counts the decisions of an episode that was played elsewhere. */
  void count(Rollout rollout) {
    decisions.addAndGet(rollout.decisions());
  }

  /** Decisions made so far, but for those of the reference rule: nobody learns from them. */
  long decisions() {
    return decisions.get();
  }

  /** Goes on counting from an earlier number. */
  void resumeCounting(long from) {
    decisions.set(from);
  }

  /** A cost against the reference's: 1 is as good, below 1 is better. */
  double ratio(long episode, Rollout rollout) {
    return rollout.terms().jobSeconds() / jobSeconds(episode);
  }

  /** The logarithm of that, finite. */
  double logRatio(long episode, Rollout rollout) {
    double log = Math.log(ratio(episode, rollout));
    return Double.isFinite(log) ? log : HOPELESS;
  }

  /** The mean of ratios. */
  static double mean(List<Double> ratios) {
    return ratios.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
