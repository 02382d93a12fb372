package org.edgetwin.sim.policies.gavel;

import java.util.BitSet;
import java.util.List;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.policies.Placements;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.PlacementPolicy;

/**
 * Jobs that rounds know nothing of, because they take a share of a GPU or none: they start in order
 * of submission where they fit and run to their end.
 */
final class SideJobs {
  private final BitSet queue = new BitSet();
  private final PlacementPolicy placement = Placements.firstFit();

  SideJobs() {}

  SideJobs(SideJobs other) {
    queue.or(other.queue);
  }

  static boolean contains(JobView job) {
    Demand demand = job.demand();
    return !demand.wholeGpus() || demand.gpus() == 0;
  }

  void add(int job) {
    queue.set(job);
  }

  void remove(int job) {
    queue.clear(job);
  }

  /** Starts those that fit into the plan as it is. */
  void start(ClusterView view, List<Action> actions) {
    BitSet misfits = new BitSet();
    for (int id = queue.nextSetBit(0); id >= 0; id = queue.nextSetBit(id + 1)) {
      JobView job = view.job(id);
      if (misfits.get(job.shape())) {
        continue;
      }
      if (placement.choose(job, view) instanceof Placement gpus) {
        view.plan().take(job, gpus);
        actions.add(new Action.Start(id, gpus));
        queue.clear(id);
      } else {
        misfits.set(job.shape());
      }
    }
  }
}
