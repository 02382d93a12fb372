package org.edgetwin.sim.metrics;

/** The integral over time of a quantity that changes in steps. */
public final class Integral {
  private double value;
  private double sum;
  private double lastTime;

  /** The quantity takes a new value. */
  public void set(double time, double newValue) {
    sum += value * (time - lastTime);
    lastTime = time;
    value = newValue;
  }

  /** The quantity changes by so much. */
  public void add(double time, double change) {
    set(time, value + change);
  }

  public double value() {
    return value;
  }

  /** The integral from time 0 up to a time not before the last change. */
  public double until(double time) {
    return sum + value * (time - lastTime);
  }

  public Integral copy() {
    Integral copy = new Integral();
    copy.value = value;
    copy.sum = sum;
    copy.lastTime = lastTime;
    return copy;
  }
}
