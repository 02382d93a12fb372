package org.edgetwin.sim.selfcheck;

import org.edgetwin.sim.metrics.Integral;

/** What happens in a network of stations from the end of the warm-up on. */
final class NetworkStatistics {
  private final NetworkPlan plan;
  private final int[] present;
  private final Integral[] numbers;

  /** Product of the numbers at the first and the last station. */
  private Integral product = new Integral();

  /** 1 while the first and the last station are both empty. */
  private Integral bothEmpty = new Integral();

  private double startTime;
  private double[] numbersAtStart;
  private double productAtStart;
  private double bothEmptyAtStart;

  private int[] visits;
  private int[] served;
  private int[] left;
  private double[] work;
  private int entries;
  private double thinking;
  private int exits;
  private double responseSum;

  NetworkStatistics(NetworkPlan plan) {
    this.plan = plan;
    present = new int[plan.stations()];
    numbers = new Integral[plan.stations()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = new Integral();
    }
    bothEmpty.set(0, 1);
    restart(0);
  }

  NetworkStatistics copy() {
    NetworkStatistics copy = new NetworkStatistics(plan);
    System.arraycopy(present, 0, copy.present, 0, present.length);
    for (int i = 0; i < numbers.length; i++) {
      copy.numbers[i] = numbers[i].copy();
    }
    copy.product = product.copy();
    copy.bothEmpty = bothEmpty.copy();
    copy.startTime = startTime;
    copy.numbersAtStart = numbersAtStart.clone();
    copy.productAtStart = productAtStart;
    copy.bothEmptyAtStart = bothEmptyAtStart;
    copy.visits = visits.clone();
    copy.served = served.clone();
    copy.left = left.clone();
    copy.work = work.clone();
    copy.entries = entries;
    copy.thinking = thinking;
    copy.exits = exits;
    copy.responseSum = responseSum;
    return copy;
  }

  /** Forgets what was counted before. */
  void restart(double time) {
    startTime = time;
    numbersAtStart = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      numbersAtStart[i] = numbers[i].until(time);
    }
    productAtStart = product.until(time);
    bothEmptyAtStart = bothEmpty.until(time);
    visits = new int[numbers.length];
    served = new int[numbers.length];
    left = new int[numbers.length];
    work = new double[numbers.length];
    entries = 0;
    thinking = 0;
    exits = 0;
    responseSum = 0;
  }

  void entered(double thinkSeconds) {
    entries++;
    thinking += thinkSeconds;
  }

  /** A customer comes to a station; the work is that of the visit. */
  void visited(double time, int station, double workSeconds) {
    visits[station]++;
    work[station] += workSeconds;
    change(time, station, 1);
  }

  void served(double time, int station, boolean leaves) {
    served[station]++;
    left[station] += leaves ? 1 : 0;
    change(time, station, -1);
  }

  void exited(double response) {
    exits++;
    responseSum += response;
  }

  private void change(double time, int station, int by) {
    present[station] += by;
    numbers[station].set(time, present[station]);
    int last = present[present.length - 1];
    product.set(time, (double) present[0] * last);
    bothEmpty.set(time, present[0] + last == 0 ? 1 : 0);
  }

  double visitRate(int station, double time) {
    return visits[station] / (time - startTime);
  }

  double meanNumber(int station, double time) {
    return (numbers[station].until(time) - numbersAtStart[station]) / (time - startTime);
  }

  double meanProduct(double time) {
    return (product.until(time) - productAtStart) / (time - startTime);
  }

  double bothEmptyShare(double time) {
    return (bothEmpty.until(time) - bothEmptyAtStart) / (time - startTime);
  }

  double throughput(double time) {
    return exits / (time - startTime);
  }

  double meanResponse() {
    return responseSum / exits;
  }

  /**
   * Deviations of the drawn services, of the arrivals or delays, and of the routing from what is
   * expected, per second. Sums of draws less their means have expectation 0 whenever one stops
   * (Wald), which is not true of the mean of a random number of draws.
   */
  double[] controls(double time) {
    int stations = plan.stations();
    double[] controls = new double[2 * stations + 1];
    for (int i = 0; i < stations; i++) {
      controls[i] = work[i] - visits[i] * plan.serviceMeans()[i];
      double leaving = 1;
      for (double probability : plan.onward()[i]) {
        leaving -= probability;
      }
      controls[stations + i] = left[i] - served[i] * leaving;
    }
    controls[2 * stations] = thinking - entries * plan.meanDelay();
    for (int i = 0; i < controls.length; i++) {
      controls[i] /= time - startTime;
    }
    return controls;
  }
}
