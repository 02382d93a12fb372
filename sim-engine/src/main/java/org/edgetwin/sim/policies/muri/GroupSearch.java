package org.edgetwin.sim.policies.muri;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.optimize.Matching;
import org.edgetwin.sim.optimize.SolverMeter;

/**
 * Groups jobs of equal gangs by repeated matching [muri]: pairs, then pairs of pairs. The weight of
 * an edge is how busy the group keeps the resources, {@code sum of stages / (resources x period)},
 * with the phases for which the period is shortest; there is no edge where the jobs would end
 * sooner one after the other.
 */
final class GroupSearch {
  private final int most;
  private final double overhead;
  private final SolverMeter meter = new SolverMeter();
  private final Matching matching = Matching.standard().metered(meter);

  /**
   * A search.
   *
   * @param most most jobs in a group
   * @param overhead by what a period is expected to be longer than an ideal one
   */
  GroupSearch(int most, double overhead) {
    this.most = most;
    this.overhead = overhead;
  }

  SolverMeter solverMeter() {
    return meter;
  }

  /** Jobs in order of urgency, each alone or in one group, groups in order of their first jobs. */
  List<TurnGroup> group(List<JobView> jobs) {
    List<TurnGroup> groups = new ArrayList<>();
    for (JobView job : jobs) {
      groups.add(TurnGroup.alone(job));
    }
    for (int size = 1; 2 * size <= most; size *= 2) {
      groups = paired(groups);
    }
    return groups;
  }

  private List<TurnGroup> paired(List<TurnGroup> groups) {
    List<Matching.Edge> edges = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      for (int j = i + 1; j < groups.size(); j++) {
        TurnGroup both = merged(groups.get(i), groups.get(j));
        if (both != null) {
          edges.add(new Matching.Edge(i, j, both.efficiency()));
        }
      }
    }
    int[] partners = matching.maximumWeight(groups.size(), edges);
    List<TurnGroup> result = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      if (partners[i] == Matching.NONE) {
        result.add(groups.get(i));
      } else if (partners[i] > i) {
        result.add(merged(groups.get(i), groups.get(partners[i])));
      }
    }
    return result;
  }

  /** Null where that does not pay. */
  private TurnGroup merged(TurnGroup first, TurnGroup second) {
    if (!first.mayInterleave() || !second.mayInterleave()) {
      return null;
    }
    List<JobView> jobs = new ArrayList<>(first.jobs());
    jobs.addAll(second.jobs());
    TurnGroup both = TurnGroup.inBestPhases(jobs);
    return overhead * both.period() < both.turnByTurn() ? both : null;
  }
}
