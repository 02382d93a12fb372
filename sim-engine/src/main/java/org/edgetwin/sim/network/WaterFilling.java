package org.edgetwin.sim.network;

import java.util.Arrays;

/**
 * Weighted max-min fair rates of some flows while all others keep theirs, by progressive filling
 * [bertsekas1992]: the level (rate per weight) of all flows rises together; a flow stops at its own
 * cap, or when a link on its route is full.
 *
 * <p>The link that fills first is found in a tree. The keys there are lower bounds, because a flow
 * that stops leaves more to the others; they are brought up to date when they come first. Takes O(m
 * + l log l) for m touches of a link by a flow on l links, if few flows of a link stop at their
 * caps one after the other.
 */
final class WaterFilling {
  /** Flows that keep their rates and wait for the link, by link, and their level. */
  final int[] otherWaiterCountArray;

  final double[] otherWaiterLevelArray;

  /** No flow on the link was above this level when rates were last fair, by link. */
  final double[] fairLevelArray;

  /** The highest level of the flows that were filled last, by link. */
  final double[] highestLevelArray;

  /** The links on the routes of the flows that were filled last. */
  final SlotSet links = new SlotSet();

  private final ShareTable table;

  /** The links whose fair level is noted. */
  private final SlotSet noted = new SlotSet();

  /** Sum of the weights of the flows that still grow, by link. */
  private final double[] growingWeightArray;

  private final int[] growingCountArray;

  /** Where the flows of a link that may still grow begin and end in the entries. */
  private final int[] beginArray;

  private final int[] endArray;
  private int[] entrySlotArray = new int[64];
  private double[] entryCapLevelArray = new double[64];
  private int entryCount;

  private final LevelTree tree;
  private boolean[] growingArray = new boolean[0];

  WaterFilling(ShareTable table) {
    this.table = table;
    int count = table.linkCount();
    growingWeightArray = new double[count];
    growingCountArray = new int[count];
    beginArray = new int[count];
    endArray = new int[count];
    otherWaiterCountArray = new int[count];
    otherWaiterLevelArray = new double[count];
    highestLevelArray = new double[count];
    fairLevelArray = new double[count];
    tree = new LevelTree(count);
  }

  /** The rates are fair now. */
  void forgetFairLevels() {
    noted.clear();
  }

  /** Sets rates and bottlenecks of some flows. */
  void fill(SlotSet flows) {
    if (growingArray.length < table.slotCount()) {
      growingArray = Arrays.copyOf(growingArray, table.slotCount());
    }
    links.clear();
    entryCount = 0;
    for (int i = 0; i < flows.size(); i++) {
      begin(flows.array()[i]);
    }
    tree.clear();
    for (int i = 0; i < links.size(); i++) {
      int link = links.array()[i];
      otherWaiterCountArray[link] = table.waiterCountArray[link];
      otherWaiterLevelArray[link] = table.waiterLevelArray[link];
      tree.append(link, level(link));
    }
    tree.order();
    while (!tree.isEmpty()) {
      advance(tree.firstLink());
    }
  }

  private void begin(int slot) {
    double weight = table.weightArray[slot];
    double rate = table.rateArray[slot];
    double capLevel = table.capLevelArray[slot];
    growingArray[slot] = true;
    for (int link : table.routeArray[slot]) {
      if (links.add(link)) {
        growingWeightArray[link] = 0;
        growingCountArray[link] = 0;
        highestLevelArray[link] = 0;
        noteFairLevel(link);
        layOut(link);
      }
      int entry = endArray[link]++;
      entrySlotArray[entry] = slot;
      entryCapLevelArray[entry] = capLevel;
      table.usedArray[link] -= rate;
      growingWeightArray[link] += weight;
      growingCountArray[link]++;
    }
    table.leaveBottleneck(slot);
    if (table.routeArray[slot].length == 0) {
      stop(slot, table.capArray[slot], table.capLevelArray[slot], ShareTable.OWN_CAP);
    }
  }

  private void noteFairLevel(int link) {
    if (noted.add(link)) {
      fairLevelArray[link] =
          table.waiterCountArray[link] > 0
              ? table.waiterLevelArray[link]
              : Double.POSITIVE_INFINITY;
    }
  }

  /** Gives a link a stretch of the entries that all its flows fit in. */
  private void layOut(int link) {
    int end = entryCount + table.memberCountArray[link];
    if (end > entrySlotArray.length) {
      entrySlotArray = Arrays.copyOf(entrySlotArray, 2 * end);
      entryCapLevelArray = Arrays.copyOf(entryCapLevelArray, 2 * end);
    }
    beginArray[link] = entryCount;
    endArray[link] = entryCount;
    entryCount = end;
  }

  private double level(int link) {
    return table.left(link) / growingWeightArray[link];
  }

  /** The first link of the tree fills, or turns out to fill later. */
  private void advance(int link) {
    if (growingCountArray[link] == 0) {
      tree.removeFirst();
      return;
    }
    double level = level(link);
    if (level > tree.firstLevel()) {
      tree.raiseFirst(level);
      return;
    }
    if (!stopAtCaps(link, level)) {
      saturate(link);
      tree.removeFirst();
    }
  }

  /**
   * Stops the flows on a link whose caps lie below its level; no other link is lower, so they get
   * their caps. Drops those that have stopped from the link's list.
   *
   * @return whether there were any
   */
  private boolean stopAtCaps(int link, double level) {
    boolean stopped = false;
    int end = beginArray[link];
    for (int entry = beginArray[link]; entry < endArray[link]; entry++) {
      int slot = entrySlotArray[entry];
      if (growingArray[slot]) {
        double capLevel = entryCapLevelArray[entry];
        if (capLevel > level) {
          entrySlotArray[end] = slot;
          entryCapLevelArray[end++] = capLevel;
        } else {
          stop(slot, table.capArray[slot], table.capLevelArray[slot], ShareTable.OWN_CAP);
          stopped = true;
        }
      }
    }
    endArray[link] = end;
    return stopped;
  }

  /** Divides what is left of a link among those that still grow. */
  private void saturate(int link) {
    // A fresh sum: what is left of many subtractions may be rounding alone.
    double weight = 0;
    for (int entry = beginArray[link]; entry < endArray[link]; entry++) {
      weight += table.weightArray[entrySlotArray[entry]];
    }
    double level = table.left(link) / weight;
    for (int entry = beginArray[link]; entry < endArray[link]; entry++) {
      int slot = entrySlotArray[entry];
      stop(slot, level * table.weightArray[slot], level, link);
    }
    table.waiterLevelArray[link] = level;
  }

  private void stop(int slot, double rate, double level, int bottleneck) {
    double weight = table.weightArray[slot];
    growingArray[slot] = false;
    table.rateArray[slot] = rate;
    table.enterBottleneck(slot, bottleneck);
    for (int link : table.routeArray[slot]) {
      table.usedArray[link] += rate;
      growingWeightArray[link] -= weight;
      growingCountArray[link]--;
      if (level > highestLevelArray[link]) {
        highestLevelArray[link] = level;
      }
    }
  }
}
