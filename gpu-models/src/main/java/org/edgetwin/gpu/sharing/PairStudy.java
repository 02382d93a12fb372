package org.edgetwin.gpu.sharing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.edgetwin.gpu.MeasuredGpu;

/**
 * New jobs on a GPU whose usual pairs are known: which of their pairs to measure, and what they
 * will keep beside others as far as that is known by then.
 *
 * @param gpu where they run
 * @param newJobs jobs that Gavel did not measure
 * @param measured their pairs that were measured so far, as a rule with jobs that Gavel measured
 */
public record PairStudy(MeasuredGpu gpu, List<JobKind> newJobs, List<MeasuredPair> measured) {
  public PairStudy {
    newJobs = List.copyOf(newJobs);
    measured = List.copyOf(measured);
    Set<JobKind> all = new LinkedHashSet<>(GavelPairs.kinds());
    for (JobKind job : newJobs) {
      if (all.stream().anyMatch(job::is)) {
        throw new IllegalArgumentException(
            "The job " + job.id() + " is known or named twice. Maybe give a new job another name.");
      }
      all.add(job);
    }
  }

  /** All pairs with a new job: beside every known one, beside each other, beside themselves. */
  public List<JobPair> pairs() {
    List<JobPair> pairs = new ArrayList<>();
    for (int i = 0; i < newJobs.size(); i++) {
      for (JobKind known : GavelPairs.kinds()) {
        pairs.add(new JobPair(newJobs.get(i), known));
      }
      for (int j = i; j < newJobs.size(); j++) {
        pairs.add(new JobPair(newJobs.get(i), newJobs.get(j)));
      }
    }
    return pairs;
  }

  /**
   * The pairs whose measurement tells most of all pairs with a new job, most useful first.
   *
   * @param count how many, at most as many as there are
   */
  public List<JobPair> probes(int count) {
    List<JobPair> known = new ArrayList<>();
    GavelPairs.fitting(gpu).forEach(pair -> known.add(pair.jobs()));
    measured.stream().filter(MeasuredPair::fits).forEach(pair -> known.add(pair.jobs()));
    List<JobPair> open =
        pairs().stream()
            .filter(pair -> measured.stream().noneMatch(m -> m.jobs().isSameAs(pair)))
            .toList();
    return new ProbePlanner(PairHyperparameters.shipped(gpu)).next(known, open, count);
  }

  /** Forecasts from Gavel's pairs and from what was measured of the new jobs. */
  public PairPosterior posterior() {
    List<MeasuredPair> all = new ArrayList<>(GavelPairs.fitting(gpu));
    measured.stream().filter(MeasuredPair::fits).forEach(all::add);
    return new PairPosterior(PairHyperparameters.shipped(gpu), all);
  }
}
