package org.edgetwin.sim.experiment;

import java.util.concurrent.TimeUnit;

/** Adds up the progress of runs that go on at the same time, and reports it now and then. */
final class ProgressMeter {
  private static final long REPORT_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final ProgressListener listener;
  private final int runsTotal;
  private int runsDone;
  private double fractionOfOpenRuns;
  private long events;
  private long lastReportNanos = System.nanoTime();

  ProgressMeter(ProgressListener listener, int runsTotal) {
    this.listener = listener;
    this.runsTotal = runsTotal;
  }

  /** The share of one run. Used by one thread. */
  Share begin(double expectedEndTime) {
    return new Share(expectedEndTime);
  }

  private void report(double clockSeconds) {
    double fraction = Math.min(1, (runsDone + fractionOfOpenRuns) / runsTotal);
    listener.onProgress(new Progress(runsDone, runsTotal, fraction, clockSeconds, events));
  }

  /** What one run has told. */
  final class Share {
    private final double expectedEndTime;
    private double fraction;
    private long eventsTold;

    private Share(double expectedEndTime) {
      this.expectedEndTime = expectedEndTime;
    }

    /** The run has come so far. */
    void advance(double clockSeconds, long runEvents) {
      synchronized (ProgressMeter.this) {
        update(clockSeconds / expectedEndTime, runEvents);
        long now = System.nanoTime();
        if (now - lastReportNanos >= REPORT_EVERY_NANOS) {
          lastReportNanos = now;
          report(clockSeconds);
        }
      }
    }

    /** The run has ended; the last one is always reported. */
    void end(double clockSeconds, long runEvents) {
      synchronized (ProgressMeter.this) {
        update(0, runEvents);
        runsDone++;
        if (runsDone == runsTotal) {
          report(clockSeconds);
        }
      }
    }

    private void update(double newFraction, long runEvents) {
      // An estimate of the end may be missing, or too early.
      double bounded = newFraction >= 0 ? Math.min(newFraction, 1) : 0;
      fractionOfOpenRuns += bounded - fraction;
      fraction = bounded;
      events += runEvents - eventsTold;
      eventsTold = runEvents;
    }
  }
}
