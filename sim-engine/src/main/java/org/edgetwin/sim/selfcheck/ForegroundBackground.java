package org.edgetwin.sim.selfcheck;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.Scheduler;

/**
 * Least attained service on one GPU in its continuous form: the jobs with the least service share
 * the GPU, and those that catch up with the next ones join them [kleinrock1976].
 *
 * <p>Jobs of equal service form a level. The levels are a stack: an arrival has no service yet and
 * goes on top; only the top runs.
 */
final class ForegroundBackground implements Scheduler {
  /** Two levels closer than this, in seconds of service, are one. */
  private static final double RESOLUTION = 1e-8;

  private static final Placement SHARE = Placement.shared(0, 0, 1);

  private final Deque<Level> stack = new ArrayDeque<>();
  private List<Integer> arrivals = new ArrayList<>();

  /** Jobs of equal attained service. */
  private static final class Level {
    final List<Integer> jobs;
    double attained;

    Level(List<Integer> jobs, double attained) {
      this.jobs = jobs;
      this.attained = attained;
    }
  }

  @Override
  public void on(EngineNotice notice, ClusterView view) {
    if (notice instanceof EngineNotice.JobArrived arrived) {
      arrivals.add(arrived.job());
    } else if (notice instanceof EngineNotice.JobEnded ended) {
      stack.element().jobs.remove((Integer) ended.job());
    }
  }

  @Override
  public Decision decide(ClusterView view) {
    List<Action> actions = new ArrayList<>();
    boolean topRuns = dropEmptyLevels();
    if (topRuns) {
      Level top = stack.element();
      top.attained = view.attainedService(view.job(top.jobs.get(0)));
    }
    if (!arrivals.isEmpty()) {
      if (topRuns) {
        stack.element().jobs.forEach(job -> actions.add(new Action.Preempt(job)));
      }
      stack.push(new Level(arrivals, 0));
      arrivals = new ArrayList<>();
      topRuns = false;
    }
    if (!topRuns && !stack.isEmpty()) {
      start(stack.element(), actions);
    }
    double wakeAt = joinReachedLevels(view.now(), actions);
    return new Decision(actions, wakeAt);
  }

  /** Whether the top is the level that was running. */
  private boolean dropEmptyLevels() {
    boolean sameTop = true;
    while (!stack.isEmpty() && stack.element().jobs.isEmpty()) {
      stack.pop();
      sameTop = false;
    }
    return sameTop && !stack.isEmpty();
  }

  private static void start(Level level, List<Action> actions) {
    level.jobs.forEach(job -> actions.add(new Action.Start(job, SHARE)));
  }

  /** Lets the levels that the top has reached run with it; returns when it reaches the next. */
  private double joinReachedLevels(double now, List<Action> actions) {
    while (stack.size() > 1) {
      Level top = stack.pop();
      Level next = stack.pop();
      double gap = next.attained - top.attained;
      if (gap > RESOLUTION) {
        stack.push(next);
        stack.push(top);
        return now + gap * top.jobs.size();
      }
      start(next, actions);
      top.jobs.addAll(next.jobs);
      stack.push(top);
    }
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    return EnumSet.of(EngineNotice.Kind.JOB_ARRIVED, EngineNotice.Kind.JOB_ENDED);
  }

  @Override
  public Knowledge knowledge() {
    return Knowledge.NONE;
  }

  @Override
  public Set<Capability> needs() {
    return EnumSet.of(Capability.PREEMPT, Capability.SHARE, Capability.GPU_INDEX);
  }

  @Override
  public Scheduler copy() {
    ForegroundBackground copy = new ForegroundBackground();
    stack.forEach(
        level -> copy.stack.addLast(new Level(new ArrayList<>(level.jobs), level.attained)));
    copy.arrivals.addAll(arrivals);
    return copy;
  }
}
