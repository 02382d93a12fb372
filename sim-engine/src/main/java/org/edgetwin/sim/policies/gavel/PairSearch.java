package org.edgetwin.sim.policies.gavel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;

/**
 * Which jobs should share GPUs. Two of equal gangs pair on a type where they keep more than one
 * speed together: one that keeps less is as well off with part of the time alone, so leaving it out
 * costs a linear program nothing. Of many, each job's best partners on each type are enough: in a
 * tie those behind it, so that not all want the same one.
 */
final class PairSearch {
  private static final double LEAST_KEPT = 1 + 1e-9;

  private final ClusterView view;
  private final List<JobView> jobs;
  private final List<NodeGroupView> types;
  private final double[][] speeds;
  private final Map<Classes, Double> keptByClasses = new HashMap<>();

  /** What a job keeps beside another depends on no more than that. */
  private record Classes(String own, String other, int gang, int type) {}

  private record Partner(int job, double together, int distance) {}

  /**
   * A search.
   *
   * @param speeds {@code [jobs][types]}; 0 where a job cannot run
   */
  PairSearch(ClusterView view, List<JobView> jobs, List<NodeGroupView> types, double[][] speeds) {
    this.view = view;
    this.jobs = jobs;
    this.types = types;
    this.speeds = speeds;
  }

  /** Every job with its best partners on each type; pairs in order of their jobs. */
  List<PairOption> best(int partners) {
    int count = jobs.size();
    TreeMap<Long, PairOption> chosen = new TreeMap<>();
    for (int j = 0; j < types.size(); j++) {
      for (int i = 0; i < count; i++) {
        for (Partner partner : bestOn(i, j, partners)) {
          int first = Math.min(i, partner.job);
          int second = Math.max(i, partner.job);
          PairOption pair =
              chosen.computeIfAbsent(
                  (long) first * count + second,
                  key ->
                      new PairOption(
                          first, second, new double[types.size()], new double[types.size()]));
          pair.firstKeeps()[j] = kept(first, second, j);
          pair.secondKeeps()[j] = kept(second, first, j);
        }
      }
    }
    return new ArrayList<>(chosen.values());
  }

  private List<Partner> bestOn(int i, int j, int most) {
    List<Partner> partners = new ArrayList<>();
    for (int k = 0; k < jobs.size(); k++) {
      if (k != i && mayPair(i, k, j)) {
        double own = kept(i, k, j);
        double other = kept(k, i, j);
        if (own > 0 && other > 0 && own + other > LEAST_KEPT) {
          partners.add(new Partner(k, own + other, Math.floorMod(k - i, jobs.size())));
        }
      }
    }
    partners.sort(
        Comparator.comparingDouble((Partner partner) -> -partner.together)
            .thenComparingInt(Partner::distance));
    return partners.subList(0, Math.min(most, partners.size()));
  }

  private boolean mayPair(int i, int k, int j) {
    return jobs.get(i).gpus() == jobs.get(k).gpus()
        && speeds[i][j] > 0
        && speeds[k][j] > 0
        && takesGpusOnly(jobs.get(i))
        && takesGpusOnly(jobs.get(k))
        && jobs.get(i).demand().gpuMemoryGb() + jobs.get(k).demand().gpuMemoryGb()
            <= types.get(j).gpuModel().memoryGb();
  }

  /** Others are left alone: what the first of a pair finds on its nodes may not do for two. */
  private static boolean takesGpusOnly(JobView job) {
    Demand demand = job.demand();
    return demand.cpuMilli() == 0 && demand.memoryMib() == 0 && job.elasticity() == null;
  }

  private double kept(int i, int k, int j) {
    JobView job = jobs.get(i);
    JobView other = jobs.get(k);
    return keptByClasses.computeIfAbsent(
        new Classes(job.workload().id(), other.workload().id(), job.gpus(), j),
        key -> view.gpuRetained(job, types.get(j).node(0), new int[] {other.id()}, 1));
  }
}
