package org.edgetwin.sim.policies.sharing;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.ClusterView;

/** GPUs that running jobs give back for the length of a decision, and may get again. */
final class Offers {
  private Offers() {}

  /**
   * A running job gives its GPUs back in the plan.
   *
   * @return false, and it keeps them, if it could not take them again
   */
  static boolean offer(JobView job, ClusterView view) {
    int mark = view.plan().mark();
    view.plan().release(job);
    if (view.plan().canHold(job)) {
      return true;
    }
    view.plan().undo(mark);
    return false;
  }

  /** Whoever did not get their GPUs again makes room before others start. */
  static List<Action> actions(List<JobView> offered, List<Action> starts, ClusterView view) {
    List<Action> actions = new ArrayList<>();
    for (JobView job : offered) {
      if (!view.plan().holds(job)) {
        actions.add(new Action.Preempt(job.id()));
      }
    }
    actions.addAll(starts);
    return actions;
  }
}
