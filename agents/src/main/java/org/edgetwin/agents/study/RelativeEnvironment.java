package org.edgetwin.agents.study;

import java.util.Optional;
import org.edgetwin.agents.env.Episodes;
import org.edgetwin.agents.env.FlatView;
import org.edgetwin.agents.env.Reward;
import org.edgetwin.agents.env.TwoAgentEnvironment;
import org.edgetwin.agents.flat.FlatEnvironment;
import org.edgetwin.agents.flat.FlatLayout;
import org.edgetwin.agents.pair.PairChooser;
import org.edgetwin.agents.rollout.Rollout;

/**
 * Scheduling for flat learners: rewards are minus the job-seconds over those of the rule in the
 * same episode, so that crowded and quiet episodes weigh the same and a return of -1 is as good as
 * the rule. The rule plays an episode when it is first begun. Not thread-safe.
 */
public final class RelativeEnvironment implements FlatEnvironment {
  private final FlatEnvironment view;
  private final Yardstick yardstick;
  private double ruleJobSeconds = Double.NaN;

  /**
   * An environment before its first episode.
   *
   * @param cast its rule ranks jobs and nodes, and is what rewards are measured against
   */
  public RelativeEnvironment(Episodes episodes, Rollout.Cast cast, int jobSlots, int nodeSlots) {
    view =
        new FlatView(
            new TwoAgentEnvironment(
                episodes, vc -> cast.scheduler(PairChooser.RULE), Reward.JOB_SECONDS),
            new FlatLayout(
                jobSlots, nodeSlots, cast.setting().rule(), cast.setting().preemptive()));
    yardstick = new Yardstick(episodes, cast);
  }

  @Override
  public int observationSize() {
    return view.observationSize();
  }

  @Override
  public int actionCount() {
    return view.actionCount();
  }

  @Override
  public Optional<FlatLayout> layout() {
    return view.layout();
  }

  /**
   * Begins an episode.
   *
   * @param seed number of the episode, 0 or more; {@link Episodes#count} later it returns
   */
  @Override
  public float[] reset(long seed) {
    ruleJobSeconds = yardstick.jobSeconds(seed);
    return view.reset(seed);
  }

  @Override
  public boolean[] actionMask() {
    return view.actionMask();
  }

  @Override
  public Transition step(int action) {
    Transition next = view.step(action);
    return new Transition(
        next.observation(), next.reward() / ruleJobSeconds, next.terminated(), next.truncated());
  }
}
