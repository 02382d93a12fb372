package org.edgetwin.sim.policies.gavel;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.edgetwin.sim.optimize.Matching;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.SpeedKnowledge;

/**
 * AlloX [allox2020] as Gavel runs it: jobs without a type are matched to the machines that no other
 * job has, and the first one of each machine has its type from then on, to its end.
 *
 * <p>Differs from [allox2020]: a gang is matched like one GPU; the oldest gang for which its type
 * has no room keeps younger jobs off that type.
 */
final class AlloxShares implements SharePolicy {
  private final TreeMap<Integer, Integer> typeByJob = new TreeMap<>();
  private final DurationKnowledge durations;
  private final double alpha;
  private final int depth;
  private final Matching matching;

  /**
   * A policy.
   *
   * @param alpha share of the waiting jobs, the oldest ones, that are matched; as many as there are
   *     free machines always are
   * @param depth most jobs in the order of a machine
   */
  AlloxShares(DurationKnowledge durations, double alpha, int depth, Matching matching) {
    this.durations = durations;
    this.alpha = alpha;
    this.depth = depth;
    this.matching = matching;
  }

  @Override
  public Shares shares(ShareProblem problem) {
    int[] room = new int[problem.typeCount()];
    int free = 0;
    for (int j = 0; j < room.length; j++) {
      room[j] = problem.gpus(j);
    }
    double[][] shares = new double[problem.jobCount()][problem.typeCount()];
    TreeMap<Integer, Integer> kept = new TreeMap<>();
    List<Integer> waiting = new ArrayList<>();
    for (int i = 0; i < problem.jobCount(); i++) {
      Integer type = typeByJob.get(problem.id(i));
      if (type == null) {
        waiting.add(i);
      } else {
        kept.put(problem.id(i), type);
        shares[i][type] = 1;
        room[type] -= problem.gang(i);
      }
    }
    typeByJob.clear();
    typeByJob.putAll(kept);
    for (int j = 0; j < room.length; j++) {
      room[j] = Math.max(0, room[j]);
      free += room[j];
    }
    int matched = Math.min(waiting.size(), Math.max(free, (int) (alpha * waiting.size())));
    if (free > 0 && matched > 0) {
      match(problem, waiting.subList(0, matched), room, shares);
    }
    return Shares.alone(shares);
  }

  private void match(ShareProblem problem, List<Integer> waiting, int[] room, double[][] shares) {
    double[][] seconds = new double[waiting.size()][room.length];
    for (int i = 0; i < seconds.length; i++) {
      for (int j = 0; j < room.length; j++) {
        seconds[i][j] = problem.remaining(waiting.get(i)) / problem.speed(waiting.get(i), j);
      }
    }
    AlloxMatching plan = AlloxMatching.solve(seconds, room, depth, matching);
    int[] left = room.clone();
    for (int i = 0; i < seconds.length; i++) {
      if (!plan.isFirst(i)) {
        continue;
      }
      int type = plan.type()[i];
      int place = waiting.get(i);
      if (problem.gang(place) <= left[type]) {
        left[type] -= problem.gang(place);
        typeByJob.put(problem.id(place), type);
        shares[place][type] = 1;
      } else {
        left[type] = 0;
      }
    }
  }

  @Override
  public Knowledge knowledge() {
    return new Knowledge(durations, SpeedKnowledge.MATRIX);
  }

  @Override
  public SharePolicy copy() {
    AlloxShares copy = new AlloxShares(durations, alpha, depth, matching);
    copy.typeByJob.putAll(typeByJob);
    return copy;
  }
}
