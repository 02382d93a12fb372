package org.edgetwin.sim.selfcheck;

import java.util.Arrays;

/**
 * How far what was drawn is from what is expected: control variates.
 *
 * <p>The gaps and service times of the counted jobs have known moments. For one server there is one
 * more: the work that an arrival finds is the same under every discipline that never idles, and its
 * mean is known (Pollaczek-Khinchine). It is not used first come first served, where that work is
 * the wait itself.
 */
final class InputControls {
  private final double meanGap;
  private final ServiceLaw law;
  private double gapSum;
  private double serviceSum;
  private double serviceSquareSum;
  private double foundWorkSum;

  /** Work left behind by the latest arrival, its own included. */
  private double work;

  private int count;

  InputControls(double meanGap, ServiceLaw law) {
    this.meanGap = meanGap;
    this.law = law;
  }

  InputControls(InputControls other) {
    this(other.meanGap, other.law);
    gapSum = other.gapSum;
    serviceSum = other.serviceSum;
    serviceSquareSum = other.serviceSquareSum;
    foundWorkSum = other.foundWorkSum;
    work = other.work;
    count = other.count;
  }

  /** The next job: the gap before it and its service time. */
  void add(double gap, double service, boolean counted) {
    double foundWork = Math.max(0, work - gap);
    work = foundWork + service;
    if (counted) {
      gapSum += gap;
      serviceSum += service;
      serviceSquareSum += service * service;
      foundWorkSum += foundWork;
      count++;
    }
  }

  /** Relative deviations of the mean gap and of the first two moments of the service time. */
  double[] moments() {
    return new double[] {
      gapSum / count / meanGap - 1,
      serviceSum / count - 1,
      serviceSquareSum / count / law.secondMoment() - 1
    };
  }

  /** The moments, and the relative deviation of the work found by arrivals at one server. */
  double[] momentsAndWork() {
    double[] controls = Arrays.copyOf(moments(), 4);
    double expected = QueueFormulas.wait(1 / meanGap, law.secondMoment());
    controls[3] = foundWorkSum / count / expected - 1;
    return controls;
  }
}
