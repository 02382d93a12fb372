package org.edgetwin.sim.policies.gavel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.policies.Placements;
import org.edgetwin.sim.policies.gavel.RoundSelection.Pick;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.ShareMode;

/**
 * Which GPUs the jobs of a round get. Whoever stays on its type, and alone or with the same
 * partner, keeps its GPUs, which extends its lease and costs no restart. The largest gangs come
 * first, among equals those that stay; before all, those for which nothing was found in the round
 * before.
 */
final class RoundPlacement {
  private static final int HALF = Demand.WHOLE_GPU / 2;

  private final ClusterView view;
  private final Ledger ledger;
  private final List<NodeGroupView> types;
  private final List<Member> placedList = new ArrayList<>();
  private final List<Action> starts = new ArrayList<>();

  /** A placement in the plan of a view, in which what all members hold has been released. */
  RoundPlacement(ClusterView view, Ledger ledger, List<NodeGroupView> types) {
    this.view = view;
    this.ledger = ledger;
    this.types = types;
  }

  /** Places all picks for which GPUs are found, and takes these in the plan. */
  void place(List<Pick> picks) {
    List<Pick> order = new ArrayList<>(picks);
    order.sort(
        Comparator.comparing((Pick pick) -> !wasPassedOver(pick.claim()))
            .thenComparingInt(pick -> -view.job(pick.claim().first).gpus())
            .thenComparing(pick -> !stays(pick)));
    for (Pick pick : order) {
      boolean placed = keep(pick) || start(pick);
      note(ledger.member(pick.claim().first), pick, placed);
      if (pick.claim().isPair()) {
        note(ledger.member(pick.claim().second), pick, placed);
      }
    }
  }

  private void note(Member member, Pick pick, boolean placed) {
    member.passedOver = !placed;
    if (placed) {
      member.type = pick.type();
      member.partner = pick.claim().partner(member.id);
      placedList.add(member);
    }
  }

  private boolean wasPassedOver(Claim claim) {
    return ledger.member(claim.first).passedOver
        || (claim.isPair() && ledger.member(claim.second).passedOver);
  }

  private boolean stays(Pick pick) {
    Claim claim = pick.claim();
    return stays(claim.first, pick) && (!claim.isPair() || stays(claim.second, pick));
  }

  private boolean stays(int job, Pick pick) {
    return view.job(job).nodeGroup() == types.get(pick.type()).index()
        && ledger.member(job).partner == pick.claim().partner(job);
  }

  private boolean keep(Pick pick) {
    Claim claim = pick.claim();
    if (!stays(pick)) {
      return false;
    }
    int mark = view.plan().mark();
    if (view.plan().hold(view.job(claim.first))
        && (!claim.isPair() || view.plan().hold(view.job(claim.second)))) {
      return true;
    }
    view.plan().undo(mark);
    return false;
  }

  private boolean start(Pick pick) {
    Claim claim = pick.claim();
    JobView first = view.job(claim.first);
    if (!(Placements.inGroup(first, view, types.get(pick.type())) instanceof Placement gpus)) {
      return false;
    }
    if (claim.isPair()) {
      ShareMode mode = new ShareMode.Packed(claim.first);
      start(first, new Placement(gpus.slices(), HALF, mode));
      start(view.job(claim.second), new Placement(gpus.slices(), HALF, mode));
    } else {
      start(first, gpus);
    }
    return true;
  }

  private void start(JobView job, Placement gpus) {
    view.plan().take(job, gpus);
    starts.add(new Action.Start(job.id(), gpus));
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
