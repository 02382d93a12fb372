package org.edgetwin.gpu.sharing;

import java.util.Arrays;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.MeasuredGpu;
import org.edgetwin.gpu.WorkloadClass;

/**
 * What a job keeps among some others on one GPU: the physical law, corrected by what is better
 * known of its pairs, and never more than among fewer of them.
 *
 * <pre>{@code
 * f(others) = physical(self, others) * geometric mean over j of pair(self, j) / physical(self, {j})
 * kept      = min over all parts P of the others, not empty, of f(P)
 * }</pre>
 *
 * <p>With one other that is the pair itself. The minimum is needed because a job can free a third
 * one by slowing a second. All parts of up to {@link #MOST_OTHERS} others are looked at; of more,
 * those with the largest demands count, and the rest take turns with them. Working space: one per
 * thread.
 */
final class Crowd {
  /** Beyond these, jobs take turns. */
  static final int MOST_OTHERS = 6;

  private final SharingLaw law = new SharingLaw(MOST_OTHERS + 1, JobDemand.RESOURCES);
  private final JobDemand[] jobs = new JobDemand[MOST_OTHERS + 1];
  private final WorkloadClass[] chosen = new WorkloadClass[MOST_OTHERS];
  private final JobDemand[] part = new JobDemand[MOST_OTHERS + 1];
  private final double[] logRatios = new double[MOST_OTHERS];
  private final double[] kept = new double[MOST_OTHERS + 1];
  private final SharingMode.Concurrent mode;
  private int count;
  private int size;

  Crowd(SharingMode.Concurrent mode) {
    this.mode = mode;
  }

  /** Takes in who is there. */
  void start(GpuModel gpu, WorkloadClass self, WorkloadClass[] others, int count) {
    this.count = count;
    gather(MeasuredGpu.closest(gpu), others, count);
    jobs[0] = ClassDemands.of(MeasuredGpu.closest(gpu), self);
    Arrays.fill(logRatios, 0);
  }

  /** How many of the others count. */
  int size() {
    return size;
  }

  /** One of those who count. */
  WorkloadClass other(int i) {
    return chosen[i];
  }

  /** Takes in what is known of the pair with one of those who count; NaN if that is nothing. */
  void correct(int i, double pair) {
    if (!Double.isNaN(pair)) {
      part[0] = jobs[0];
      part[1] = jobs[i + 1];
      logRatios[i] = Math.log(pair / physical(2));
    }
  }

  /** What the job keeps. */
  double kept() {
    double least = 1;
    for (int bits = 1; bits < 1 << size; bits++) {
      least = Math.min(least, among(bits));
    }
    return count > size ? least * (size + 1) / (count + 1) : least;
  }

  /** Picks the others that count, the most demanding first if there are too many. */
  private void gather(MeasuredGpu gpu, WorkloadClass[] others, int count) {
    size = 0;
    for (int i = 0; i < count; i++) {
      JobDemand demand = ClassDemands.of(gpu, others[i]);
      int place = size;
      while (place > 0 && demand.peak() > jobs[place].peak()) {
        place--;
      }
      if (place < MOST_OTHERS) {
        size = Math.min(size + 1, MOST_OTHERS);
        for (int move = size - 1; move > place; move--) {
          jobs[move + 1] = jobs[move];
          chosen[move] = chosen[move - 1];
        }
        jobs[place + 1] = demand;
        chosen[place] = others[i];
      }
    }
  }

  /** f of the part whose members are the bits. */
  private double among(int bits) {
    part[0] = jobs[0];
    int members = 1;
    double logRatio = 0;
    for (int rest = bits; rest != 0; rest &= rest - 1) {
      int other = Integer.numberOfTrailingZeros(rest);
      part[members++] = jobs[other + 1];
      logRatio += logRatios[other];
    }
    return physical(members) * Math.exp(logRatio / (members - 1));
  }

  private double physical(int members) {
    law.kept(part, members, Double.POSITIVE_INFINITY, mode, kept);
    return kept[0];
  }
}
