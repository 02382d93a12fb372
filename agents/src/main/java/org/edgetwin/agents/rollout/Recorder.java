package org.edgetwin.agents.rollout;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.agents.net.Choice;
import org.edgetwin.agents.net.Decision;
import org.edgetwin.agents.train.Act;
import org.edgetwin.agents.train.Step;
import org.edgetwin.agents.train.Trajectory;
import org.jspecify.annotations.Nullable;
import umontreal.ssj.rng.RandomStream;

/**
 * Writes an episode down as it is played. Steps whose choices were as good as certain are left out,
 * and what they earned goes to the step before: there is next to nothing to learn from each of
 * them. Where one choice is all but certain, the rare others are written down and it is not, so an
 * error of the baseline there does not cancel; that is one step in five hundred of such states at
 * most.
 */
final class Recorder {
  /** A choice of at least this log-probability has next to no gradient. */
  static final double CERTAIN = Math.log(0.998);

  /** No log-probability is above this: everything is written down. */
  static final double NEVER_CERTAIN = 1;

  /** A step whose reward is not known yet. */
  private record Open(Act order, List<Act> places, long decision, double time) {}

  private final double share;
  private final double certain;
  private final RandomStream stream;
  private final List<Step> steps = new ArrayList<>();
  private long decision = -1;
  private double now;
  private @Nullable Open pass;
  private @Nullable Open kept;
  private @Nullable Decision seen;
  private double earned;

  /**
   * Nothing recorded yet.
   *
   * @param share of the steps to keep, drawn by the stream: some steps of many episodes teach more
   *     than all steps of few, for what comes after the steps of one episode is much the same
   * @param certain log-probability from which on a choice is left out
   */
  Recorder(double share, double certain, RandomStream stream) {
    this.share = share;
    this.certain = certain;
    this.stream = stream;
  }

  /** Another decision is due; what follows is part of it. */
  void begin(double time) {
    decision++;
    now = time;
  }

  void order(Decision view, int choice, float[] logits) {
    close();
    seen = view;
    pass = new Open(act(view, choice, logits), new ArrayList<>(), decision, now);
  }

  void place(Decision view, int choice, float[] logits) {
    Act act = act(view, choice, logits);
    if (pass != null && act.logProbability() < certain) {
      pass.places().add(act);
    }
  }

  private static Act act(Decision view, int choice, float[] logits) {
    return new Act(view, choice, Choice.logProbability(logits, view.itemCount() + 1, choice));
  }

  /** Decides whether the step that is being recorded is kept. */
  private void close() {
    Open open = pass;
    pass = null;
    if (open == null
        || (open.places().isEmpty() && open.order().logProbability() >= certain)
        || stream.nextDouble() >= share) {
      return;
    }
    flush();
    kept = open;
  }

  private void flush() {
    Open open = kept;
    if (open != null) {
      steps.add(new Step(open.order(), open.places(), open.decision(), open.time(), earned, 1));
      earned = 0;
    }
  }

  /** Time has passed since the last decision. */
  void earn(double reward) {
    close();
    if (kept != null) {
      earned += reward;
    }
  }

  /**
   * The whole episode.
   *
   * @param arrivals as in {@link Trajectory}
   * @param endTime as in {@link Trajectory}
   * @param cutOff whether jobs were left; what the orderer saw last stands for the state then
   * @return null if nothing in it was uncertain
   */
  @Nullable Trajectory finish(long arrivals, double endTime, boolean cutOff) {
    close();
    flush();
    kept = null;
    return steps.isEmpty() ? null : new Trajectory(arrivals, steps, endTime, cutOff ? seen : null);
  }
}
