package org.edgetwin.sim.policies.history;

import java.util.Arrays;

/**
 * The services of ended jobs, GPU-seconds, and what they say of a job that goes on: its Gittins
 * index.
 *
 * <p>The samples that count are those of the last {@link #fit}: a sorted array, so an index costs
 * two searches.
 */
final class ServiceHistogram {
  private double[] seenArray = new double[16];
  private int seenCount;
  private double[] sortedArray = {};

  /** Sums of the samples before each position of {@link #sortedArray}. */
  private double[] sumBefore = {0};

  /** Adds a sample; it counts from the next {@link #fit} on. */
  void add(double gpuSeconds) {
    if (seenCount == seenArray.length) {
      seenArray = Arrays.copyOf(seenArray, seenCount * 2);
    }
    seenArray[seenCount++] = gpuSeconds;
  }

  /** Samples seen. */
  int seen() {
    return seenCount;
  }

  /** Samples that count. */
  int fitted() {
    return sortedArray.length;
  }

  /** Lets all samples seen count. */
  void fit() {
    sortedArray = Arrays.copyOf(seenArray, seenCount);
    Arrays.sort(sortedArray);
    sumBefore = new double[seenCount + 1];
    for (int i = 0; i < seenCount; i++) {
      sumBefore[i + 1] = sumBefore[i] + sortedArray[i];
    }
  }

  /**
   * The Gittins index of a job: the chance to end within a quantum over the service that this takes
   * on average, {@code P(S - a <= quantum | S > a) / E[min(S - a, quantum) | S > a]}.
   *
   * @param attained service so far (a), GPU-seconds
   * @param quantum GPU-seconds, above 0; may be infinite
   * @return per GPU-second; 0 if no sample is above the service so far, or none ends within the
   *     quantum
   */
  double index(double attained, double quantum) {
    int first = firstAbove(attained);
    int end = firstAbove(attained + quantum);
    if (end == first) {
      return 0;
    }
    double within = sumBefore[end] - sumBefore[first] - (end - first) * attained;
    int beyond = sortedArray.length - end;
    return (end - first) / (within + (beyond == 0 ? 0 : beyond * quantum));
  }

  private int firstAbove(double value) {
    int low = 0;
    int high = sortedArray.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sortedArray[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  ServiceHistogram copy() {
    ServiceHistogram copy = new ServiceHistogram();
    copy.seenArray = seenArray.clone();
    copy.seenCount = seenCount;
    // Never changed once made.
    copy.sortedArray = sortedArray;
    copy.sumBefore = sumBefore;
    return copy;
  }
}
