package org.edgetwin.sim.policies.gavel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.policies.Placements;
import org.edgetwin.sim.policies.gavel.RoundSelection.Pick;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Placement;

/**
 * Which GPUs the jobs of a round get. Whoever stays on its type keeps its GPUs, which extends its
 * lease and costs no restart. The largest gangs come first, among equals those that stay; before
 * all, those for which nothing was found in the round before.
 */
final class RoundPlacement {
  private final ClusterView view;
  private final List<NodeGroupView> types;
  private final List<Member> placedList = new ArrayList<>();
  private final List<Action> starts = new ArrayList<>();

  /** A placement in the plan of a view, in which what all members hold has been released. */
  RoundPlacement(ClusterView view, List<NodeGroupView> types) {
    this.view = view;
    this.types = types;
  }

  /** Places all picks for which GPUs are found, and takes these in the plan. */
  void place(List<Pick> picks) {
    List<Pick> order = new ArrayList<>(picks);
    order.sort(
        Comparator.comparing((Pick pick) -> !pick.member().passedOver)
            .thenComparingInt(pick -> -view.job(pick.member().id).gpus())
            .thenComparing(pick -> !stays(pick)));
    for (Pick pick : order) {
      Member member = pick.member();
      member.passedOver = !place(view.job(member.id), pick);
      if (!member.passedOver) {
        member.type = pick.type();
        placedList.add(member);
      }
    }
  }

  private boolean stays(Pick pick) {
    return view.job(pick.member().id).nodeGroup() == types.get(pick.type()).index();
  }

  private boolean place(JobView job, Pick pick) {
    if (stays(pick) && view.plan().hold(job)) {
      return true;
    }
    if (Placements.inGroup(job, view, types.get(pick.type())) instanceof Placement gpus) {
      view.plan().take(job, gpus);
      starts.add(new Action.Start(job.id(), gpus));
      return true;
    }
    return false;
  }

  /** Jobs that have GPUs for the round. */
  List<Member> placed() {
    return placedList;
  }

  /** Starts of those that do not stay where they are, in the order of the plan. */
  List<Action> starts() {
    return starts;
  }
}
