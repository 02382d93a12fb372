package org.edgetwin.scenarios.generate;

import org.edgetwin.sim.distribution.Distribution;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/** Several arrivals at one instant, then a gap. The first batch comes after one gap. */
final class BatchArrivals implements ArrivalProcess {
  /** Batches may be empty; this many in a row mean that the law of sizes gives nothing else. */
  private static final int MOST_EMPTY = 1_000_000;

  private final Distribution gap;
  private final Distribution size;
  private final RandomStream gapStream;
  private final RandomStream sizeStream;
  private double time;
  private long left;

  BatchArrivals(
      Distribution gap, Distribution size, RandomStream gapStream, RandomStream sizeStream) {
    this.gap = gap;
    this.size = size;
    this.gapStream = gapStream;
    this.sizeStream = sizeStream;
  }

  @Override
  public double next() {
    for (int empty = 0; left == 0; empty++) {
      if (empty == MOST_EMPTY) {
        return Double.POSITIVE_INFINITY;
      }
      time += gap.sample(gapStream);
      left = Math.round(size.sample(sizeStream));
    }
    left--;
    return time;
  }

  @Override
  public BatchArrivals copy() {
    BatchArrivals copy =
        new BatchArrivals(gap, size, Streams.copyOf(gapStream), Streams.copyOf(sizeStream));
    copy.time = time;
    copy.left = left;
    return copy;
  }
}
