package org.edgetwin.cli.bench;

import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.randvar.RandomVariateGen;
import umontreal.ssj.rng.RandomStream;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;

/**
 * The hold model [jones1986] on SSJ's simulator: a fixed number of pending events, each of which,
 * when it fires, schedules itself again after an exponential delay of mean 1.
 *
 * <p>Delays and victims are drawn before the clock starts, so what is timed is the event list and
 * the simulator's loop around it. Every list walks through the same events: equal calls leave equal
 * clocks, which callers check. Not thread-safe.
 */
public final class HoldModel {
  /** A power of two and no divisor of common population sizes; 0.5 MB of delays fit in a cache. */
  private static final int DRAWS = 1 << 16;

  private final Simulator simulator;
  private final Holder[] holderArray;
  private final double[] delayArray = new double[DRAWS];
  private final int[] victimArray = new int[DRAWS];
  private int position;
  private long remaining;

  /**
   * @param pending number of pending events, at least 1
   */
  public HoldModel(EventListKind list, int pending) {
    simulator = new Simulator(list.create());
    simulator.init(simulator.getEventList());
    RandomStream stream = new Streams(1, 1).stream("bench/hold-model");
    RandomVariateGen delays = new ExponentialGen(stream, 1);
    for (int i = 0; i < DRAWS; i++) {
      delayArray[i] = delays.nextDouble();
      victimArray[i] = stream.nextInt(0, pending - 1);
    }
    holderArray = new Holder[pending];
    for (int i = 0; i < pending; i++) {
      holderArray[i] = new Holder(simulator);
      holderArray[i].schedule(delays.nextDouble());
    }
  }

  private final class Holder extends Event {
    Holder(Simulator simulator) {
      super(simulator);
    }

    @Override
    public void actions() {
      schedule(nextDelay());
      if (--remaining == 0) {
        simulator.stop();
      }
    }
  }

  private double nextDelay() {
    position = (position + 1) & (DRAWS - 1);
    return delayArray[position];
  }

  /**
   * Fires events, each of which schedules itself again.
   *
   * @return the simulated time afterwards
   */
  public double hold(long events) {
    remaining = events;
    simulator.start();
    return simulator.time();
  }

  /**
   * Cancels random pending events and schedules each again; the clock stands still.
   *
   * @return the time of the event that was moved last
   */
  public double cancelAndReschedule(long events) {
    double last = Double.NaN;
    for (long i = 0; i < events; i++) {
      double delay = nextDelay();
      // The stream of victims is shifted by the size of the population, or every round of draws
      // would move the same events.
      Holder victim = holderArray[victimOf(i)];
      victim.cancel();
      victim.schedule(delay);
      last = victim.time();
    }
    return last;
  }

  private int victimOf(long round) {
    long shift = round >>> 16;
    return (int) ((victimArray[position] + shift * 7919) % holderArray.length);
  }
}
