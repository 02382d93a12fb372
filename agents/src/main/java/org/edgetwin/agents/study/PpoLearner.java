package org.edgetwin.agents.study;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.edgetwin.agents.env.Crew;
import org.edgetwin.agents.file.Checkpoint;
import org.edgetwin.agents.net.Policy;
import org.edgetwin.agents.rollout.Rollout;
import org.edgetwin.agents.train.PpoTrainer;
import org.edgetwin.agents.train.Trajectory;
import org.edgetwin.sim.kernel.Streams;

/** Two networks learn by {@link PpoTrainer} from episodes in which they draw their choices. */
final class PpoLearner implements Learner {
  private final StudyPlan plan;
  private final Yardstick yardstick;
  private final Crew crew;
  private final Rollout.Cast cast;
  private final Policy start;
  private final PpoTrainer trainer;

  /**
   * @param start the networks to start from; its standardisers stay
   */
  PpoLearner(StudyPlan plan, Yardstick yardstick, Crew crew, Rollout.Cast cast, Policy start) {
    this.plan = plan;
    this.yardstick = yardstick;
    this.crew = crew;
    this.cast = cast;
    this.start = start;
    trainer =
        new PpoTrainer(
            plan.lessons().ppo(),
            start.orderer(),
            start.placer(),
            new Streams(plan.seed(), 1).scoped("study").stream("trainer"));
  }

  @Override
  public String name() {
    return "ppo";
  }

  @Override
  public long planned() {
    return plan.lessons().updates();
  }

  @Override
  public long updates() {
    return trainer.updates();
  }

  @Override
  public Policy policy() {
    return start.with(trainer.orderer(), trainer.placer());
  }

  @Override
  public SortedMap<String, Double> update() {
    StudyPlan.Lessons lessons = plan.lessons();
    Policy policy = policy();
    long first = trainer.updates() * lessons.windows();
    Streams streams = new Streams(plan.seed(), 1).scoped("rollout/" + trainer.updates());
    List<Rollout> rollouts =
        crew.all(
            lessons.windows() * lessons.rolls(),
            i ->
                play(
                    first + i / lessons.rolls(),
                    policy,
                    lessons.share(),
                    streams.scoped(Integer.toString(i))));
    List<Trajectory> trajectories = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < rollouts.size(); i++) {
      Rollout rollout = rollouts.get(i);
      ratios.add(yardstick.ratio(first + i / lessons.rolls(), rollout));
      if (rollout.trajectory() != null) {
        trajectories.add(rollout.trajectory());
      }
    }
    if (trajectories.isEmpty()) {
      throw new NothingToLearnException();
    }
    SortedMap<String, Double> measured = new TreeMap<>(trainer.update(trajectories));
    measured.put("charts/episodic_return", -Yardstick.mean(ratios));
    measured.put(
        "charts/steps", (double) trajectories.stream().mapToInt(t -> t.steps().size()).sum());
    return measured;
  }

  private Rollout play(long episode, Policy policy, double share, Streams streams) {
    double scale = yardstick.jobSeconds(episode);
    Rollout rollout =
        Rollout.sampled(
            yardstick.episodes().episode(episode),
            cast,
            policy,
            terms -> -terms.jobSeconds() / scale,
            episode,
            share,
            streams.stream("choices"));
    yardstick.count(rollout);
    return rollout;
  }

  @Override
  public void save(Checkpoint checkpoint) {
    trainer.save(checkpoint);
  }

  @Override
  public void restore(Checkpoint checkpoint) {
    trainer.restore(checkpoint);
  }
}
