package org.edgetwin.agents.rollout;

import org.edgetwin.agents.env.ClusterEnvironment;
import org.edgetwin.agents.env.Reward;
import org.edgetwin.agents.env.RewardTerms;
import org.edgetwin.agents.net.Policy;
import org.edgetwin.agents.pair.PairChooser;
import org.edgetwin.agents.pair.PairScheduler;
import org.edgetwin.agents.train.Trajectory;
import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.policies.LearnedOutlook;
import org.jspecify.annotations.Nullable;
import umontreal.ssj.rng.RandomStream;

/**
 * An episode that was played.
 *
 * @param trajectory what can be learnt from it; null if nothing can, or nobody was to learn
 * @param terms what passed in all
 * @param decisions how many decisions were due
 */
public record Rollout(@Nullable Trajectory trajectory, RewardTerms terms, long decisions) {
  /**
   * Who plays.
   *
   * @param setting the rule that the networks start from and what they may do
   * @param belief what is believed of machines before the episode; not changed
   */
  public record Cast(PairScheduler.Setting setting, LearnedOutlook belief) {
    /** A scheduler of this cast, with nothing seen yet. */
    public PairScheduler scheduler(PairChooser chooser) {
      return new PairScheduler(setting, belief.copy(), chooser);
    }
  }

  /**
   * Plays an episode with agents that draw their choices, for learning.
   *
   * @param arrivals as in {@link Trajectory}
   * @param share of the steps to learn from
   * @param stream for the choices
   */
  public static Rollout sampled(
      PreparedRun run,
      Cast cast,
      Policy policy,
      Reward reward,
      long arrivals,
      double share,
      RandomStream stream) {
    Recorder recorder = new Recorder(share, Recorder.CERTAIN, stream);
    return recorded(
        run, cast, NetworkChooser.recorded(policy, stream, recorder), recorder, reward, arrivals);
  }

  /**
   * Plays an episode by the cast's rule, for others to imitate.
   *
   * @param policy sees what the rule sees; the trajectory has it as these networks see it
   * @param share of the steps to write down
   * @param stream for that share
   */
  public static Rollout taught(
      PreparedRun run, Cast cast, Policy policy, double share, RandomStream stream) {
    Recorder recorder = new Recorder(share, Recorder.NEVER_CERTAIN, stream);
    return recorded(run, cast, NetworkChooser.watching(policy, recorder), recorder, terms -> 0, 0);
  }

  private static Rollout recorded(
      PreparedRun run,
      Cast cast,
      PairChooser chooser,
      Recorder recorder,
      Reward reward,
      long arrivals) {
    ClusterEnvironment environment = new ClusterEnvironment(run, vc -> cast.scheduler(chooser));
    RewardTerms sum = RewardTerms.ZERO;
    long decisions = 0;
    while (!environment.isOver()) {
      recorder.begin(environment.cluster().now());
      RewardTerms terms = environment.step(environment.listener().decide(environment.view()));
      recorder.earn(reward.of(terms));
      sum = sum.plus(terms);
      decisions++;
    }
    Trajectory trajectory =
        recorder.finish(arrivals, environment.cluster().now(), environment.isTruncated());
    return new Rollout(trajectory, sum, decisions);
  }

  /** Plays an episode and writes nothing down. */
  public static Rollout of(PreparedRun run, Cast cast, PairChooser chooser) {
    ClusterEnvironment environment =
        new ClusterEnvironment(run, vc -> cast.scheduler(chooser.copy()));
    RewardTerms sum = RewardTerms.ZERO;
    long decisions = 0;
    while (!environment.isOver()) {
      sum = sum.plus(environment.step(environment.listener().decide(environment.view())));
      decisions++;
    }
    return new Rollout(null, sum, decisions);
  }
}
