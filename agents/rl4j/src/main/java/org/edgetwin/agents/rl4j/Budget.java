package org.edgetwin.agents.rl4j;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;

/** Steps and wall time that a training may use. Thread-safe. */
final class Budget {
  private final DoubleSupplier clock;
  private final double begin;
  private final double seconds;
  private final long steps;
  private final AtomicLong used;
  private volatile boolean stopped;

  /** Begins now, by a clock in seconds. */
  Budget(double seconds, long steps, DoubleSupplier clock) {
    this(seconds, steps, clock, 0, 0);
  }

  /** Goes on now, after some steps and seconds of it. */
  Budget(double seconds, long steps, DoubleSupplier clock, long used, double elapsed) {
    this.clock = clock;
    this.begin = clock.getAsDouble() - elapsed;
    this.seconds = seconds;
    this.steps = steps;
    this.used = new AtomicLong(used);
  }

  /** Uses a step; returns how many are used now. */
  long use() {
    return used.incrementAndGet();
  }

  /** Steps used so far. */
  long used() {
    return used.get();
  }

  /** Ends it early. */
  void stop() {
    stopped = true;
  }

  boolean isSpent() {
    return stopped || used.get() >= steps || elapsed() >= seconds;
  }

  /** Seconds since the beginning. */
  double elapsed() {
    return clock.getAsDouble() - begin;
  }
}
