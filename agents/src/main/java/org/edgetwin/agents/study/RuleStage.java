package org.edgetwin.agents.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.edgetwin.agents.file.Checkpoint;
import org.edgetwin.agents.pair.LinearRule;
import org.edgetwin.agents.rollout.Rollout;
import org.edgetwin.agents.train.PpoConfig;
import org.edgetwin.agents.tune.RuleSearch;
import org.edgetwin.sim.kernel.Streams;

/** Looks for a better rule than the one to start from. */
final class RuleStage {
  private static final String COSTS = "search.costs";
  private static final String DECISIONS = "search.decisions";

  /** Episodes in which a feature must show to be searched for. */
  private static final int WATCHED_EPISODES = 6;

  private final StudyPlan plan;
  private final Yardstick yardstick;
  private final Crew crew;
  private final StudyListener listener;

  RuleStage(StudyPlan plan, Yardstick yardstick, Crew crew, StudyListener listener) {
    this.plan = plan;
    this.yardstick = yardstick;
    this.crew = crew;
    this.listener = listener;
  }

  /**
   * Searches, from where a checkpoint stands.
   *
   * @param save called after every generation, when the checkpoint is up to date
   */
  LinearRule search(Checkpoint checkpoint, Runnable save) {
    RuleSearch.Settings settings = plan.search();
    if (settings.generations() == 0) {
      return plan.start();
    }
    List<Double> costs = new ArrayList<>();
    if (checkpoint.doubles().containsKey(COSTS)) {
      for (double cost : checkpoint.doubles(COSTS)) {
        costs.add(cost);
      }
      yardstick.resumeCounting(checkpoint.longs(DECISIONS)[0]);
    }
    List<Double> known = List.copyOf(costs);
    RuleSearch search =
        new RuleSearch(
            settings,
            freeParameters(),
            this::cost,
            new Streams(plan.seed(), 1).stream("study/search"));
    return search.from(
        plan.start(),
        known,
        cost -> {
          costs.add(cost);
          report(costs);
          if ((costs.size() - 1) % settings.population() == 0) {
            checkpoint
                .doubles()
                .put(COSTS, costs.stream().mapToDouble(Double::doubleValue).toArray());
            checkpoint.longs().put(DECISIONS, new long[] {yardstick.decisions()});
            save.run();
          }
        });
  }

  /**
   * Which parameters to search for: those of the agents that learn. A feature that is always 0 here
   * keeps its weight, for a search would leave it anywhere, and elsewhere the feature may speak.
   */
  private boolean[] freeParameters() {
    List<FeatureWatch> watches =
        crew.all(
            WATCHED_EPISODES,
            i -> {
              FeatureWatch watch = new FeatureWatch();
              Rollout.of(yardstick.episodes().episode(i), yardstick.cast(plan.start()), watch);
              return watch;
            });
    PpoConfig learners = plan.lessons().ppo();
    boolean[] free = new boolean[LinearRule.PARAMETERS];
    for (int i = 0; i < free.length; i++) {
      int parameter = i;
      free[i] =
          (LinearRule.isOfOrder(i) ? learners.trainsOrderer() : learners.trainsPlacer())
              && watches.stream().anyMatch(watch -> watch.isUsed(parameter));
    }
    return free;
  }

  private double cost(LinearRule rule, long first, int count) {
    List<Double> logs =
        crew.all(count, i -> yardstick.logRatio(first + i, yardstick.play(first + i, rule)));
    return Yardstick.mean(logs);
  }

  private void report(List<Double> costs) {
    RuleSearch.Settings settings = plan.search();
    int population = settings.population();
    listener.progress("rule search", costs.size(), 1L + (long) settings.generations() * population);
    // The first evaluation is that of the start.
    if (costs.size() > 1 && (costs.size() - 1) % population == 0) {
      double[] generation =
          costs.subList(costs.size() - population, costs.size()).stream()
              .mapToDouble(Double::doubleValue)
              .sorted()
              .toArray();
      listener.scalars(
          yardstick.decisions(),
          Map.of(
              "search/median_log_ratio", generation[population / 2],
              "search/best_log_ratio", generation[0]));
    }
  }
}
