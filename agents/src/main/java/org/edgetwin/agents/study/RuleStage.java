package org.edgetwin.agents.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.edgetwin.agents.env.Crew;
import org.edgetwin.agents.file.Checkpoint;
import org.edgetwin.agents.pair.LinearRule;
import org.edgetwin.agents.rollout.Rollout;
import org.edgetwin.agents.train.PpoConfig;
import org.edgetwin.agents.tune.RuleSearch;
import org.edgetwin.sim.kernel.Streams;

/** Looks for a better rule than the one to start from. */
final class RuleStage {
  private static final String COSTS = "search.costs";

  /** Decisions counted while it goes on. */
  static final String DECISIONS = "search.decisions";

  /** Episodes in which a feature must vary to be searched for. */
  private static final int WATCHED_EPISODES = 6;

  /** What varies less is seldom there, and then matters: it is taken to vary as much. */
  private static final double LEAST_DEVIATION = 0.1;

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
            settings, units(), this::cost, new Streams(plan.seed(), 1).stream("study/search"));
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
   * The unit in which each parameter is searched for: what changes a score as much as the next, for
   * some features vary by hundredths and some by tens. 0 for what is not searched for: the
   * parameters of an agent that does not learn, and those of features that never vary here, which a
   * search would leave anywhere, and elsewhere the feature may speak.
   */
  private double[] units() {
    List<FeatureWatch> watches =
        crew.all(
            WATCHED_EPISODES,
            i -> {
              FeatureWatch watch = new FeatureWatch();
              Rollout.of(yardstick.episodes().episode(i), yardstick.cast(plan.start()), watch);
              return watch;
            });
    PpoConfig learners = plan.lessons().ppo();
    double[] units = new double[LinearRule.PARAMETERS];
    for (int i = 0; i < units.length; i++) {
      int parameter = i;
      boolean learns = LinearRule.isOfOrder(i) ? learners.trainsOrderer() : learners.trainsPlacer();
      double deviation =
          watches.stream().mapToDouble(watch -> watch.deviation(parameter)).average().orElseThrow();
      units[i] = learns && deviation > 0 ? 1 / Math.max(LEAST_DEVIATION, deviation) : 0;
    }
    return units;
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
