package org.edgetwin.agents.study;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.edgetwin.agents.env.Crew;
import org.edgetwin.agents.file.Checkpoint;
import org.edgetwin.agents.net.Policy;
import org.edgetwin.agents.net.ScorerNetwork;
import org.edgetwin.agents.rollout.NetworkChooser;
import org.edgetwin.agents.rollout.Rollout;
import org.edgetwin.agents.train.ParameterExploration;
import org.edgetwin.sim.kernel.Streams;

/** The weights of both networks, as one, learn by {@link ParameterExploration}. */
final class ExplorationLearner implements Learner {
  private final ParameterExploration.Settings settings;
  private final Yardstick yardstick;
  private final Crew crew;
  private final Rollout.Cast cast;
  private final Policy start;
  private final boolean movesOrderer;
  private final boolean movesPlacer;
  private final ParameterExploration exploration;

  /**
   * @param start the networks to start from; its standardisers stay
   */
  ExplorationLearner(
      StudyPlan plan, Yardstick yardstick, Crew crew, Rollout.Cast cast, Policy start) {
    this.settings = plan.exploration();
    this.yardstick = yardstick;
    this.crew = crew;
    this.cast = cast;
    this.start = start;
    movesOrderer = plan.lessons().ppo().trainsOrderer();
    movesPlacer = plan.lessons().ppo().trainsPlacer();
    exploration =
        new ParameterExploration(
            settings,
            joined(
                movesOrderer ? start.orderer().weights() : new float[0],
                movesPlacer ? start.placer().weights() : new float[0]),
            new Streams(plan.seed(), 1).scoped("study").stream("exploration"));
  }

  private static float[] joined(float[] first, float[] second) {
    float[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @Override
  public String name() {
    return "exploration";
  }

  @Override
  public long planned() {
    return settings.updates();
  }

  @Override
  public long updates() {
    return exploration.updates();
  }

  @Override
  public SortedMap<String, Double> update() {
    List<Policy> drawn = exploration.draw().stream().map(this::policy).toList();
    int episodes = settings.episodes();
    long first = exploration.updates() * settings.pairs() * episodes;
    // The two of a pair meet the same episodes.
    List<Double> costs =
        crew.all(
            drawn.size() * episodes,
            i ->
                cost(
                    first + (long) (i / episodes / 2) * episodes + i % episodes,
                    drawn.get(i / episodes)));
    double size =
        exploration.update(
            IntStream.range(0, drawn.size())
                .mapToDouble(i -> Yardstick.mean(costs.subList(i * episodes, (i + 1) * episodes)))
                .toArray());
    SortedMap<String, Double> measured = new TreeMap<>();
    measured.put("charts/mean_log_ratio", Yardstick.mean(costs));
    measured.put("charts/log_ratio_difference", size);
    return measured;
  }

  private double cost(long episode, Policy policy) {
    return yardstick.logRatio(
        episode, yardstick.play(episode, cast, NetworkChooser.greedy(policy)));
  }

  @Override
  public Policy policy() {
    return policy(exploration.learnt());
  }

  private Policy policy(float[] weights) {
    int orderers = movesOrderer ? start.orderer().weights().length : 0;
    return start.with(
        movesOrderer
            ? new ScorerNetwork(start.orderer().config(), Arrays.copyOf(weights, orderers))
            : start.orderer(),
        movesPlacer
            ? new ScorerNetwork(
                start.placer().config(), Arrays.copyOfRange(weights, orderers, weights.length))
            : start.placer());
  }

  @Override
  public void save(Checkpoint checkpoint) {
    exploration.save(checkpoint);
  }

  @Override
  public void restore(Checkpoint checkpoint) {
    exploration.restore(checkpoint);
  }
}
