package org.edgetwin.sim.metrics;

import java.util.Arrays;

/**
 * The integral over time of a quantity that changes in steps, for each hour of the run. A change
 * costs O(1), and O(hours) for hours that have passed without one: O(1) for each hour of the run.
 */
public final class HourlyIntegral {
  /** Seconds of an hour. */
  public static final double HOUR_SECONDS = 3600;

  private static final int FIRST_CAPACITY = 64;

  private double[] sumByHour = new double[FIRST_CAPACITY];
  private double value;
  private double lastTime;

  /** The quantity takes a new value. */
  public void set(double time, double newValue) {
    settle(time);
    value = newValue;
  }

  /** The quantity changes by so much. */
  public void add(double time, double change) {
    set(time, value + change);
  }

  private void settle(double time) {
    int first = hour(lastTime);
    int last = hour(time);
    if (last >= sumByHour.length) {
      sumByHour = Arrays.copyOf(sumByHour, Math.max(2 * sumByHour.length, last + 1));
    }
    if (first == last) {
      sumByHour[first] += value * (time - lastTime);
    } else {
      sumByHour[first] += value * ((first + 1) * HOUR_SECONDS - lastTime);
      for (int hour = first + 1; hour < last; hour++) {
        sumByHour[hour] = value * HOUR_SECONDS;
      }
      sumByHour[last] += value * (time - last * HOUR_SECONDS);
    }
    lastTime = time;
  }

  private static int hour(double time) {
    return (int) (time / HOUR_SECONDS);
  }

  /** The integrals of the hours up to a time not before the last change, the last one so far. */
  public double[] until(double time) {
    HourlyIntegral settled = copy();
    settled.settle(time);
    int hours = (int) Math.ceil(time / HOUR_SECONDS);
    return Arrays.copyOf(settled.sumByHour, hours);
  }

  public HourlyIntegral copy() {
    HourlyIntegral copy = new HourlyIntegral();
    copy.sumByHour = sumByHour.clone();
    copy.value = value;
    copy.lastTime = lastTime;
    return copy;
  }
}
