package org.edgetwin.sim.policies.elastic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.Slice;

/**
 * Finds nodes for gangs of given sizes: those that keep their size stay, then the small ones first,
 * each on as few nodes as possible of the group with the most free GPUs. A gang that fits nowhere
 * shrinks to what does.
 */
final class GreedyGangs {
  /** The batch of a job for some GPUs. */
  interface BatchRule {
    int batch(JobView job, NodeGroupView group, int gpus, int nodes);
  }

  private final Round round;
  private final BatchRule rule;

  GreedyGangs(Round round, BatchRule rule) {
    this.round = round;
    this.rule = rule;
  }

  /** Gives the i-th job of the round so many GPUs; 0 for none. */
  void place(int[] gpus) {
    List<Integer> moving = new ArrayList<>();
    for (int i = 0; i < gpus.length; i++) {
      List<Slice> held = round.held(round.jobs().get(i));
      if (gpus[i] > 0 && Gang.gpus(held) == gpus[i] && round.machines().take(held)) {
        give(round.jobs().get(i), held);
      } else if (gpus[i] > 0) {
        moving.add(i);
      }
    }
    moving.sort(Comparator.comparingInt(i -> gpus[i]));
    moving.forEach(i -> place(round.jobs().get(i), gpus[i]));
  }

  private void place(JobView job, int wanted) {
    NodeGroupView best = null;
    for (NodeGroupView group : round.groups(job)) {
      if (best == null || round.machines().leftIn(group) > round.machines().leftIn(best)) {
        best = group;
      }
    }
    if (best == null) {
      return;
    }
    int gpus = Math.min(wanted, Round.most(job, best));
    List<Slice> slices = List.of();
    while (slices.isEmpty() && gpus >= job.elasticity().leastGpus()) {
      slices = round.machines().fewestNodes(best, gpus, job.demand().spanning());
      gpus--;
    }
    if (!slices.isEmpty() && round.machines().take(slices)) {
      give(job, slices);
    }
  }

  private void give(JobView job, List<Slice> slices) {
    NodeGroupView group =
        round.view().fleet().group(round.view().fleet().node(slices.get(0).node()).group());
    int batch = rule.batch(job, group, Gang.gpus(slices), slices.size());
    round.give(job, new Gang(slices, batch));
  }
}
