package org.edgetwin.sim.policies;

import java.util.Arrays;

/**
 * Queued jobs of one gang size by relative wait, {@code (now - submit) / limit}, largest first: a
 * kinetic tournament. Each node of a binary tree keeps the winner below it and until when that is
 * certain, so as time goes on only the matches whose outcome may have changed are played again. Add
 * and remove in O(log n).
 */
final class KineticQueue {
  private static final int NOBODY = -1;

  private int capacity = 4;
  private int[] idArray = new int[capacity];
  private double[] submitArray = new double[capacity];
  private double[] limitArray = new double[capacity];
  private int[] winnerArray = emptyTree(capacity);
  private double[] certainUntil = new double[2 * capacity];
  private int slots;
  private int jobs;

  private static int[] emptyTree(int capacity) {
    int[] tree = new int[2 * capacity];
    Arrays.fill(tree, NOBODY);
    return tree;
  }

  boolean isEmpty() {
    return jobs == 0;
  }

  void add(int id, double submit, double limit, double now) {
    if (slots == capacity) {
      rebuild(now);
    }
    idArray[slots] = id;
    submitArray[slots] = submit;
    limitArray[slots] = limit;
    place(slots, slots, now);
    slots++;
    jobs++;
  }

  /** Removes a job wherever it is, in time linear in the size. */
  void remove(int id, double now) {
    for (int slot = 0; slot < slots; slot++) {
      if (idArray[slot] == id && winnerArray[capacity + slot] == slot) {
        place(slot, NOBODY, now);
        jobs--;
        return;
      }
    }
  }

  /** The job with the largest relative wait now; there must be one. Ties go to the lowest index. */
  int first(double now) {
    refresh(1, now);
    return idArray[winnerArray[1]];
  }

  /** The relative wait of {@link #first}, after it was asked for. */
  double firstRelativeWait(double now) {
    return relativeWait(winnerArray[1], now);
  }

  /** Removes {@link #first}, after it was asked for. */
  void removeFirst(double now) {
    place(winnerArray[1], NOBODY, now);
    jobs--;
  }

  private double relativeWait(int slot, double now) {
    return (now - submitArray[slot]) / limitArray[slot];
  }

  private void place(int slot, int winner, double now) {
    int node = capacity + slot;
    winnerArray[node] = winner;
    certainUntil[node] = Double.POSITIVE_INFINITY;
    for (node /= 2; node > 0; node /= 2) {
      refresh(2 * node, now);
      refresh(2 * node + 1, now);
      play(node, now);
    }
  }

  private void refresh(int node, double now) {
    if (node >= capacity || certainUntil[node] > now) {
      return;
    }
    refresh(2 * node, now);
    refresh(2 * node + 1, now);
    play(node, now);
  }

  private void play(int node, double now) {
    int left = winnerArray[2 * node];
    int right = winnerArray[2 * node + 1];
    double certain = Double.POSITIVE_INFINITY;
    if (left == NOBODY || right == NOBODY) {
      winnerArray[node] = left == NOBODY ? right : left;
    } else {
      int winner = leads(left, right, now) ? left : right;
      winnerArray[node] = winner;
      certain = overtakenAt(winner, winner == left ? right : left, now);
    }
    certainUntil[node] =
        Math.min(certain, Math.min(certaintyBelow(2 * node), certaintyBelow(2 * node + 1)));
  }

  private double certaintyBelow(int node) {
    return node >= capacity ? Double.POSITIVE_INFINITY : certainUntil[node];
  }

  private boolean leads(int a, int b, double now) {
    double waitA = relativeWait(a, now);
    double waitB = relativeWait(b, now);
    return waitA > waitB || (waitA == waitB && idArray[a] < idArray[b]);
  }

  /** When two straight lines cross; a moment earlier, so that rounding cannot hide a change. */
  private double overtakenAt(int winner, int loser, double now) {
    double gain = 1 / limitArray[loser] - 1 / limitArray[winner];
    if (!(gain > 0)) {
      return Double.POSITIVE_INFINITY;
    }
    double lead = relativeWait(winner, now) - relativeWait(loser, now);
    double crossing = now + lead / gain;
    return crossing - 1e-9 * Math.max(1, Math.abs(crossing));
  }

  private void rebuild(double now) {
    int[] ids = idArray;
    double[] submits = submitArray;
    double[] limits = limitArray;
    boolean[] here = new boolean[slots];
    for (int slot = 0; slot < slots; slot++) {
      here[slot] = winnerArray[capacity + slot] == slot;
    }
    int count = slots;
    capacity = Math.max(4, Integer.highestOneBit(Math.max(1, jobs)) * 4);
    idArray = new int[capacity];
    submitArray = new double[capacity];
    limitArray = new double[capacity];
    winnerArray = emptyTree(capacity);
    certainUntil = new double[2 * capacity];
    slots = 0;
    for (int slot = 0; slot < count; slot++) {
      if (here[slot]) {
        idArray[slots] = ids[slot];
        submitArray[slots] = submits[slot];
        limitArray[slots] = limits[slot];
        winnerArray[capacity + slots] = slots;
        slots++;
      }
    }
    Arrays.fill(certainUntil, capacity, 2 * capacity, Double.POSITIVE_INFINITY);
    for (int node = capacity - 1; node > 0; node--) {
      play(node, now);
    }
  }

  KineticQueue copy() {
    KineticQueue copy = new KineticQueue();
    copy.capacity = capacity;
    copy.idArray = idArray.clone();
    copy.submitArray = submitArray.clone();
    copy.limitArray = limitArray.clone();
    copy.winnerArray = winnerArray.clone();
    copy.certainUntil = certainUntil.clone();
    copy.slots = slots;
    copy.jobs = jobs;
    return copy;
  }
}
