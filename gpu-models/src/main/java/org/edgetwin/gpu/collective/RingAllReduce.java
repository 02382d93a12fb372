package org.edgetwin.gpu.collective;

import org.edgetwin.gpu.table.Require;

/**
 * All-reduce around a ring [patarasuk2009]: n - 1 steps scatter the sums, n - 1 gather them, and
 * each step moves one n-th of the array over each link,
 *
 * <pre>t = 2 (n - 1) startup + 2 (n - 1) / n bytes / bandwidth </pre>
 *
 * <p>Bandwidth hardly depends on n, start-ups grow with it: best for large arrays.
 *
 * @param hop the slowest link of the ring
 * @param workers n
 */
public record RingAllReduce(Link hop, int workers) implements AllReduce {
  public RingAllReduce {
    Require.atLeast("workers", workers, 1);
  }

  @Override
  public double seconds(double bytes) {
    return 2 * (workers - 1) * hop.startupSeconds()
        + AllReduce.busFactor(workers) * bytes / hop.bytesPerSecond();
  }
}
