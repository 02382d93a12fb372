package org.edgetwin.sim.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Adds up the progress of runs that go on at the same time, and reports it now and then. */
final class ProgressMeter {
  private static final long REPORT_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final ProgressListener listener;
  private final int runsTotal;
  private final List<Share> openShares = new ArrayList<>();
  private int runsDone;
  private long events;
  private long lastReportNanos = System.nanoTime();

  ProgressMeter(ProgressListener listener, int runsTotal) {
    this.listener = listener;
    this.runsTotal = runsTotal;
  }

  /** The share of one run. Used by one thread. */
  synchronized Share begin(double expectedEndTime) {
    Share share = new Share(expectedEndTime);
    openShares.add(share);
    return share;
  }

  private void report(double clockSeconds) {
    double runs = runsDone;
    for (Share share : openShares) {
      runs += share.fraction;
    }
    listener.onProgress(new Progress(runsDone, runsTotal, runs / runsTotal, clockSeconds, events));
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
        double estimate = clockSeconds / expectedEndTime;
        // The end may be unknown, or later than expected.
        fraction = estimate >= 0 ? Math.min(estimate, 1) : 0;
        count(runEvents);
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
        count(runEvents);
        openShares.remove(this);
        runsDone++;
        if (runsDone == runsTotal) {
          report(clockSeconds);
        }
      }
    }

    private void count(long runEvents) {
      events += runEvents - eventsTold;
      eventsTold = runEvents;
    }
  }
}
