package org.edgetwin.sim.policies.gavel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.scheduling.ClusterView;

/**
 * Which jobs run in the next round, on which type: in order of priority, then of deficit, then of
 * share; those that do not fit are skipped.
 */
final class RoundSelection {
  /** A job or a pair, and the type on which it is to run. */
  record Pick(Claim claim, int type) {}

  /** An entry of a queue. */
  private record Entry(
      Claim claim, int type, double priority, double deficitSeconds, double share) {}

  private static final Comparator<Entry> URGENT_FIRST =
      Comparator.comparingDouble(Entry::priority)
          .thenComparingDouble(Entry::deficitSeconds)
          .thenComparingDouble(Entry::share)
          .reversed();

  private final ClusterView view;
  private final Ledger ledger;
  private final List<NodeGroupView> types;
  private final int[] room;
  private int roomInAll;
  private final BitSet chosen = new BitSet();
  private final List<Pick> pickList = new ArrayList<>();

  /** A selection from all jobs of a ledger; what they hold must have been released. */
  RoundSelection(ClusterView view, Ledger ledger, List<NodeGroupView> types) {
    this.view = view;
    this.ledger = ledger;
    this.types = types;
    room = types.stream().mapToInt(NodeGroupView::freeGpus).toArray();
    roomInAll = view.freeGpus();
  }

  /**
   * The published way: one type after the other takes jobs until it is full, whether they have a
   * share of it or not. A job for which no shares have been computed yet keeps the place that its
   * turn gives it, and does not run. Pairs run only where they have a share.
   *
   * @param order of the types
   * @param strict whether jobs without a share are left out after all
   */
  List<Pick> fillTypes(int[] order, boolean strict) {
    List<Member> members = ledger.members();
    for (int type : order) {
      List<Entry> queue = new ArrayList<>();
      for (Member member : members) {
        if (!chosen.get(member.id)) {
          queue.add(entry(member.alone, type));
        }
      }
      addPairs(type, queue);
      queue.sort(URGENT_FIRST);
      for (Entry entry : queue) {
        if (!strict || entry.priority > 0) {
          choose(entry);
        }
      }
    }
    return pickList;
  }

  /** The other way: jobs run only where they have a share, the most urgent pair first. */
  List<Pick> followShares() {
    List<Entry> queue = new ArrayList<>();
    for (Member member : ledger.members()) {
      for (int type = 0; type < room.length; type++) {
        Entry entry = entry(member.alone, type);
        if (entry.priority > 0) {
          queue.add(entry);
        }
      }
    }
    for (int type = 0; type < room.length; type++) {
      addPairs(type, queue);
    }
    queue.sort(URGENT_FIRST);
    queue.forEach(this::choose);
    return pickList;
  }

  private void addPairs(int type, List<Entry> queue) {
    for (Claim pair : ledger.pairs()) {
      Entry entry = entry(pair, type);
      if (entry.priority > 0) {
        queue.add(entry);
      }
    }
  }

  private Entry entry(Claim claim, int type) {
    return new Entry(
        claim,
        type,
        ledger.priority(claim, type),
        claim.deficitSeconds[type],
        claim.share == null ? 0 : claim.share[type]);
  }

  private void choose(Entry entry) {
    int type = entry.type;
    Claim claim = entry.claim;
    if (room[type] == 0 || !mayRun(claim.first, type)) {
      return;
    }
    int gpus = view.job(claim.first).gpus();
    if (gpus > Math.min(room[type], roomInAll) || (claim.isPair() && !mayRun(claim.second, type))) {
      return;
    }
    room[type] -= gpus;
    roomInAll -= gpus;
    chosen.set(claim.first);
    if (claim.isPair()) {
      chosen.set(claim.second);
    }
    if (claim.share != null) {
      pickList.add(new Pick(claim, type));
    }
  }

  private boolean mayRun(int job, int type) {
    return !chosen.get(job) && LiveProblem.speed(view, view.job(job), types.get(type)) > 0;
  }
}
