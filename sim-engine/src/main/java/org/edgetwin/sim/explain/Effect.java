package org.edgetwin.sim.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.RunResult;

/**
 * What another choice would have changed by the end of the run.
 *
 * @param job the job explained
 * @param meanJctSeconds mean JCT of the jobs that were done as it was
 * @param otherMeanJctSeconds mean JCT of the jobs that would have been done
 * @param others those whose JCT would have changed most, the largest change first
 */
public record Effect(
    Change job, double meanJctSeconds, double otherMeanJctSeconds, List<Change> others) {
  private static final int MOST_OTHERS = 3;

  /**
   * A job with both choices.
   *
   * @param jctSeconds as it was; NaN if it was not done
   * @param otherJctSeconds as it would have been
   */
  public record Change(String job, double jctSeconds, double otherJctSeconds) {
    /** Seconds that the job would have taken longer; NaN if it was not done both times. */
    public double seconds() {
      return otherJctSeconds - jctSeconds;
    }
  }

  public Effect {
    others = List.copyOf(others);
  }

  static Effect of(int job, RunResult as, RunResult other) {
    List<Change> changes = new ArrayList<>();
    int count = Math.min(as.jobs().size(), other.jobs().size());
    for (int i = 0; i < count; i++) {
      Change change = change(i, as, other);
      if (i != job && Math.abs(change.seconds()) > 0) {
        changes.add(change);
      }
    }
    changes.sort(
        Comparator.comparingDouble((Change change) -> -Math.abs(change.seconds()))
            .thenComparing(Change::job));
    return new Effect(
        change(job, as, other),
        mean(as),
        mean(other),
        changes.subList(0, Math.min(MOST_OTHERS, changes.size())));
  }

  private static Change change(int job, RunResult as, RunResult other) {
    return new Change(
        as.jobs().get(job).name(),
        as.jobs().get(job).jctSeconds(),
        other.jobs().get(job).jctSeconds());
  }

  private static double mean(RunResult result) {
    return result.jobs().stream()
        .mapToDouble(JobRecord::jctSeconds)
        .filter(jct -> !Double.isNaN(jct))
        .average()
        .orElse(Double.NaN);
  }
}
