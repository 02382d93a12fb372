package org.edgetwin.scenarios.generate;

/** A number of arrivals at one instant. */
final class ArrivalsAtOnce implements ArrivalProcess {
  private final double time;
  private int left;

  ArrivalsAtOnce(double time, int count) {
    this.time = time;
    left = count;
  }

  @Override
  public double next() {
    return left-- > 0 ? time : Double.POSITIVE_INFINITY;
  }

  @Override
  public ArrivalsAtOnce copy() {
    return new ArrivalsAtOnce(time, left);
  }
}
