package org.edgetwin.sim.network;

import java.util.Arrays;

/**
 * Weighted max-min fair rates [bertsekas1992] of flows over links, kept up to date as flows come
 * and go.
 *
 * <p>A rate vector is weighted max-min fair if and only if every flow is at its cap or crosses a
 * full link on which no flow has a higher rate per weight. A change is therefore repaired from
 * where it happened: only the flows that it may touch are filled anew while the others keep their
 * rates, then the condition is checked on the links of those flows, and flows that break it join
 * them, until none does. When more than half of all flows have joined, all are filled.
 *
 * <p>The cost of a change grows with the flows and links that it touches, not with all of them.
 * Rates agree with those filled from nothing to about 1e-11. Not thread-safe.
 */
public final class FairShares {
  /** Rates closer than this, relative, are the same. */
  private static final double TOLERANCE = 1e-12;

  private static final int ALL_SHARE = 2;

  /**
   * How far flows are touched ahead of the condition: who waits for a link that a touched flow
   * crosses will hardly keep its rate. Two steps save a third to a half of the fillings of one
   * flow; more touch flows in vain.
   */
  private static final int STEPS_AHEAD = 2;

  private final ShareTable table;
  private final WaterFilling filling;
  private final SlotSet touched = new SlotSet();

  /** Links whose waiters have all been touched since the last filling. */
  private final SlotSet released = new SlotSet();

  private double[] oldRateArray = new double[0];
  private int[] changedArray = new int[0];
  private int changedCount;

  /**
   * No flows yet.
   *
   * @param capacityArray byte/s of each link
   */
  public FairShares(double[] capacityArray) {
    this(new ShareTable(capacityArray));
  }

  private FairShares(ShareTable table) {
    this.table = table;
    filling = new WaterFilling(table);
  }

  /** An independent copy. All changes must have been shared. */
  public FairShares copy() {
    return new FairShares(new ShareTable(table));
  }

  /**
   * Adds a flow; {@link #share} must follow.
   *
   * @param slot its name, small and not in use
   * @param route indices of its links, each once; not changed afterwards
   * @param weight its part against other flows, positive
   * @param cap the most it can take, byte/s; may be infinite if the route is not empty
   */
  public void add(int slot, int[] route, double weight, double cap) {
    table.add(slot, route, weight, cap);
    touch(slot);
    for (int link : route) {
      touchWaiters(link);
    }
  }

  /** Takes a flow away; {@link #share} must follow. */
  public void remove(int slot) {
    int[] route = table.routeArray[slot];
    table.remove(slot);
    touched.remove(slot);
    for (int link : route) {
      touchWaiters(link);
    }
  }

  /** Changes what a link carries, byte/s, 0 or more; {@link #share} must follow. */
  public void setCapacity(int link, double bytesPerSecond) {
    table.capacityArray[link] = bytesPerSecond;
    for (int i = 0; i < table.memberCountArray[link]; i++) {
      touch(table.memberArray[link][i]);
    }
  }

  /** Rate of a flow, byte/s. */
  public double rate(int slot) {
    return table.rateArray[slot];
  }

  public int flowCount() {
    return table.flowCount;
  }

  /** Makes the rates fair after changes. */
  public void share() {
    changedCount = 0;
    if (oldRateArray.length < table.slotCount()) {
      oldRateArray = Arrays.copyOf(oldRateArray, table.slotCount());
      changedArray = Arrays.copyOf(changedArray, table.slotCount());
    }
    boolean fair = touched.size() == 0;
    while (!fair) {
      if (touched.size() > table.flowCount / ALL_SHARE) {
        touchAll();
      }
      rememberRates();
      filling.fill(touched);
      released.clear();
      fair = touched.size() == table.flowCount || !touchUnfair();
    }
    keepUnchanged();
    touched.clear();
    released.clear();
    filling.forgetFairLevels();
  }

  /** How many flows have another rate since the last {@link #share}. */
  public int changedCount() {
    return changedCount;
  }

  /** One of the flows that have another rate. */
  public int changed(int index) {
    return changedArray[index];
  }

  /**
   * Touches a flow, and with it all who wait for the same link: they share its level, so one of
   * them hardly changes alone.
   */
  private void touch(int slot) {
    if (touched.add(slot) && table.bottleneckArray[slot] != ShareTable.OWN_CAP) {
      touchWaiters(table.bottleneckArray[slot]);
    }
  }

  private void touchAll() {
    for (int slot = 0; slot < table.slotCount(); slot++) {
      if (table.contains(slot)) {
        touch(slot);
      }
    }
  }

  private void touchWaiters(int link) {
    if (!released.add(link)) {
      return;
    }
    int waiters = table.waiterCountArray[link];
    for (int i = 0; waiters > 0; i++) {
      int slot = table.memberArray[link][i];
      if (table.bottleneckArray[slot] == link) {
        touched.add(slot);
        waiters--;
      }
    }
  }

  /** Rates before this change of the flows that have joined since. */
  private void rememberRates() {
    for (int i = changedCount; i < touched.size(); i++) {
      int slot = touched.array()[i];
      oldRateArray[slot] = table.rateArray[slot];
      changedArray[i] = slot;
    }
    changedCount = touched.size();
  }

  /**
   * Touches the flows that kept their rates and should not have, and those who depend on them.
   *
   * @return whether there are any
   */
  private boolean touchUnfair() {
    int filled = touched.size();
    SlotSet links = filling.links;
    for (int i = 0; i < links.size(); i++) {
      check(links.array()[i]);
    }
    touchAhead(filled);
    return touched.size() > filled;
  }

  private void touchAhead(int from) {
    int begin = from;
    for (int step = 0; step < STEPS_AHEAD; step++) {
      int end = touched.size();
      for (int i = begin; i < end; i++) {
        for (int link : table.routeArray[touched.array()[i]]) {
          touchWaiters(link);
        }
      }
      begin = end;
    }
  }

  private void check(int link) {
    int others = filling.otherWaiterCountArray[link];
    double otherLevel = filling.otherWaiterLevelArray[link];
    boolean full = table.usedArray[link] >= table.capacityArray[link] * (1 - TOLERANCE);
    if (others > 0 && (!full || filling.highestLevelArray[link] > otherLevel * (1 + TOLERANCE))) {
      touchWaiters(link);
    }
    boolean divided = table.waiterCountArray[link] > others;
    double level = table.waiterLevelArray[link] * (1 + TOLERANCE);
    // Those that were not filled are still below the fair level.
    if (divided && filling.fairLevelArray[link] > level) {
      for (int i = 0; i < table.memberCountArray[link]; i++) {
        int slot = table.memberArray[link][i];
        if (table.level(slot) > level) {
          touch(slot);
        }
      }
    }
  }

  /** Gives flows that moved by rounding alone their old rates, and drops them from the changed. */
  private void keepUnchanged() {
    int kept = 0;
    for (int i = 0; i < changedCount; i++) {
      int slot = changedArray[i];
      double rate = table.rateArray[slot];
      if (Math.abs(rate - oldRateArray[slot]) <= TOLERANCE * rate) {
        table.setRate(slot, oldRateArray[slot]);
      } else {
        changedArray[kept++] = slot;
      }
    }
    changedCount = kept;
  }
}
