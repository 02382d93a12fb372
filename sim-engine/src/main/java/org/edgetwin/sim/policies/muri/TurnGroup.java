package org.edgetwin.sim.policies.muri;

import java.util.Arrays;
import java.util.List;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.job.StageTimes;
import org.edgetwin.sim.job.Turns;

/**
 * Jobs that are to take turns on the same GPUs.
 *
 * @param jobs the most urgent first
 * @param phases of each of them
 * @param period seconds in which each makes an iteration, without loss
 */
record TurnGroup(List<JobView> jobs, List<Integer> phases, double period) {
  /** A job that shares its GPUs with nobody. */
  static TurnGroup alone(JobView job) {
    StageTimes stages = job.stages();
    return new TurnGroup(List.of(job), List.of(0), stages == null ? 0 : stages.iteration());
  }

  /**
   * Phases 0, 1, 2, ... in the order of the shortest period; the first in lexical order of several.
   */
  static TurnGroup inBestPhases(List<JobView> jobs) {
    StageTimes[] stages = jobs.stream().map(JobView::stages).toArray(StageTimes[]::new);
    Best best = new Best();
    search(stages, new int[stages.length], 0, best);
    List<Integer> phases = Arrays.stream(best.phases).boxed().toList();
    return new TurnGroup(List.copyOf(jobs), phases, best.period);
  }

  private static final class Best {
    double period = Double.POSITIVE_INFINITY;
    int[] phases = {};
  }

  /** Tries all orders; {@code phases} are given to the jobs before {@code next}. */
  private static void search(StageTimes[] stages, int[] phases, int next, Best best) {
    if (next == stages.length) {
      double period = Turns.period(stages, phases, stages.length, 1);
      if (period < best.period) {
        best.period = period;
        best.phases = phases.clone();
      }
      return;
    }
    for (int phase = 0; phase < stages.length; phase++) {
      if (!contains(phases, next, phase)) {
        phases[next] = phase;
        search(stages, phases, next + 1, best);
      }
    }
  }

  private static boolean contains(int[] phases, int count, int phase) {
    for (int i = 0; i < count; i++) {
      if (phases[i] == phase) {
        return true;
      }
    }
    return false;
  }

  JobView first() {
    return jobs.get(0);
  }

  boolean mayInterleave() {
    for (JobView job : jobs) {
      if (job.stages() == null || !job.demand().wholeGpus() || job.elasticity() != null) {
        return false;
      }
    }
    return true;
  }

  /** Share of the time for which the resources are busy. */
  double efficiency() {
    double busy = 0;
    for (JobView job : jobs) {
      busy += job.stages().busy();
    }
    return busy / (StageTimes.RESOURCES * period);
  }

  /** Seconds in which each makes an iteration if they run one after the other. */
  double turnByTurn() {
    double seconds = 0;
    for (JobView job : jobs) {
      seconds += job.stages().iteration();
    }
    return seconds;
  }
}
