package org.edgetwin.calibration.sharing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.edgetwin.gpu.MeasuredGpu;
import org.edgetwin.gpu.sharing.GavelPairs;
import org.edgetwin.gpu.sharing.JobKind;
import org.edgetwin.gpu.sharing.MeasuredPair;
import org.edgetwin.gpu.sharing.PairHyperparameters;

/**
 * One family of jobs that the hyper-parameters have not seen.
 *
 * @param jobs its configurations
 * @param without pairs of other families only
 * @param with pairs with at least one job of the family
 * @param hyperparameters fitted to the pairs without
 */
record FamilyLeftOut(
    List<JobKind> jobs,
    List<MeasuredPair> without,
    List<MeasuredPair> with,
    PairHyperparameters hyperparameters) {

  /** Each family in turn, of the pairs that fit on this GPU. */
  static List<FamilyLeftOut> each(MeasuredGpu gpu) {
    List<MeasuredPair> pairs = GavelPairs.fitting(gpu);
    Set<JobKind> jobs = new LinkedHashSet<>();
    pairs.forEach(pair -> jobs.add(pair.jobs().a()));
    pairs.forEach(pair -> jobs.add(pair.jobs().b()));
    return jobs.stream()
        .map(JobKind::family)
        .distinct()
        .map(family -> leaving(family, List.copyOf(jobs), pairs))
        .toList();
  }

  private static FamilyLeftOut leaving(
      String family, List<JobKind> jobs, List<MeasuredPair> pairs) {
    List<MeasuredPair> without =
        pairs.stream().filter(pair -> !pair.jobs().hasFamily(family)).toList();
    return new FamilyLeftOut(
        jobs.stream().filter(job -> job.family().equals(family)).toList(),
        without,
        pairs.stream().filter(pair -> pair.jobs().hasFamily(family)).toList(),
        VarianceFit.fit(without));
  }
}
