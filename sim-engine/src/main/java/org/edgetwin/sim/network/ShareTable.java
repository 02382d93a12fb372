package org.edgetwin.sim.network;

import java.util.Arrays;

/** Links and the flows on them, in columns. Flows are named by slot, links by index. */
final class ShareTable {
  /** Bottleneck of a flow that its own cap holds back. */
  static final int OWN_CAP = -1;

  private static final int INITIAL_FLOWS = 16;
  private static final int INITIAL_MEMBERS = 4;

  final double[] capacityArray;

  /** Sum of the rates on each link. */
  final double[] usedArray;

  /** How many flows have the link as their bottleneck. */
  final int[] waiterCountArray;

  /** The level that they share. */
  final double[] waiterLevelArray;

  final int[][] memberArray;
  final int[] memberCountArray;

  int[][] routeArray = new int[INITIAL_FLOWS][];
  double[] weightArray = new double[INITIAL_FLOWS];
  double[] capArray = new double[INITIAL_FLOWS];

  /** Cap over weight. */
  double[] capLevelArray = new double[INITIAL_FLOWS];

  double[] rateArray = new double[INITIAL_FLOWS];

  /** The saturated link on which the flow has a maximal level, or {@link #OWN_CAP}. */
  int[] bottleneckArray = new int[INITIAL_FLOWS];

  int flowCount;

  ShareTable(double[] capacityArray) {
    this.capacityArray = capacityArray.clone();
    usedArray = new double[capacityArray.length];
    waiterCountArray = new int[capacityArray.length];
    waiterLevelArray = new double[capacityArray.length];
    memberArray = new int[capacityArray.length][INITIAL_MEMBERS];
    memberCountArray = new int[capacityArray.length];
  }

  ShareTable(ShareTable other) {
    capacityArray = other.capacityArray.clone();
    usedArray = other.usedArray.clone();
    waiterCountArray = other.waiterCountArray.clone();
    waiterLevelArray = other.waiterLevelArray.clone();
    memberArray = new int[other.memberArray.length][];
    for (int link = 0; link < memberArray.length; link++) {
      memberArray[link] = other.memberArray[link].clone();
    }
    memberCountArray = other.memberCountArray.clone();
    routeArray = other.routeArray.clone();
    weightArray = other.weightArray.clone();
    capArray = other.capArray.clone();
    capLevelArray = other.capLevelArray.clone();
    rateArray = other.rateArray.clone();
    bottleneckArray = other.bottleneckArray.clone();
    flowCount = other.flowCount;
  }

  int linkCount() {
    return capacityArray.length;
  }

  int slotCount() {
    return rateArray.length;
  }

  boolean contains(int slot) {
    return slot < routeArray.length && routeArray[slot] != null;
  }

  void add(int slot, int[] route, double weight, double cap) {
    growTo(slot);
    routeArray[slot] = route;
    weightArray[slot] = weight;
    capArray[slot] = cap;
    capLevelArray[slot] = cap / weight;
    rateArray[slot] = 0;
    bottleneckArray[slot] = OWN_CAP;
    flowCount++;
    for (int link : route) {
      insert(link, slot);
    }
  }

  void remove(int slot) {
    leaveBottleneck(slot);
    for (int link : routeArray[slot]) {
      erase(link, slot);
    }
    routeArray[slot] = null;
    rateArray[slot] = 0;
    flowCount--;
  }

  /** Gives a flow another rate. */
  void setRate(int slot, double rate) {
    double change = rate - rateArray[slot];
    rateArray[slot] = rate;
    for (int link : routeArray[slot]) {
      usedArray[link] += change;
    }
  }

  void leaveBottleneck(int slot) {
    if (bottleneckArray[slot] != OWN_CAP) {
      waiterCountArray[bottleneckArray[slot]]--;
    }
  }

  void enterBottleneck(int slot, int bottleneck) {
    bottleneckArray[slot] = bottleneck;
    if (bottleneck != OWN_CAP) {
      waiterCountArray[bottleneck]++;
    }
  }

  /** Rate per weight. */
  double level(int slot) {
    return rateArray[slot] / weightArray[slot];
  }

  /** What no flow takes; never negative. */
  double left(int link) {
    return Math.max(0, capacityArray[link] - usedArray[link]);
  }

  /** Members are sorted by slot, so that one is found without a search of all. */
  private void insert(int link, int slot) {
    int count = memberCountArray[link];
    int[] members = memberArray[link];
    if (count == members.length) {
      members = Arrays.copyOf(members, 2 * count);
      memberArray[link] = members;
    }
    int place = -1 - Arrays.binarySearch(members, 0, count, slot);
    System.arraycopy(members, place, members, place + 1, count - place);
    members[place] = slot;
    memberCountArray[link] = count + 1;
    sumAfresh(link);
  }

  private void erase(int link, int slot) {
    int[] members = memberArray[link];
    int count = memberCountArray[link];
    int place = Arrays.binarySearch(members, 0, count, slot);
    System.arraycopy(members, place + 1, members, place, count - place - 1);
    memberCountArray[link] = count - 1;
    sumAfresh(link);
  }

  /**
   * Adding and subtracting leaves rounding behind: begins a new sum with every change of members.
   */
  private void sumAfresh(int link) {
    double sum = 0;
    for (int i = 0; i < memberCountArray[link]; i++) {
      sum += rateArray[memberArray[link][i]];
    }
    usedArray[link] = sum;
  }

  private void growTo(int slot) {
    int length = rateArray.length;
    if (slot >= length) {
      int longer = Math.max(slot + 1, 2 * length);
      routeArray = Arrays.copyOf(routeArray, longer);
      weightArray = Arrays.copyOf(weightArray, longer);
      capArray = Arrays.copyOf(capArray, longer);
      capLevelArray = Arrays.copyOf(capLevelArray, longer);
      rateArray = Arrays.copyOf(rateArray, longer);
      bottleneckArray = Arrays.copyOf(bottleneckArray, longer);
    }
  }
}
