package org.edgetwin.gpu.collective;

import org.edgetwin.gpu.table.Require;

/**
 * All-reduce as a library measures it: one start-up for the whole operation, and the bus bandwidth,
 * which is the traffic of a ring's slowest link over the time [ncclTests],
 *
 * <pre>t = startup + 2 (n - 1) / n bytes / bus bandwidth </pre>
 *
 * @param whole start-up of the operation and bus bandwidth
 * @param workers n
 */
public record BusBandwidthLaw(Link whole, int workers) implements AllReduce {
  public BusBandwidthLaw {
    Require.atLeast("workers", workers, 1);
  }

  @Override
  public double seconds(double bytes) {
    return workers == 1 ? 0 : whole.seconds(AllReduce.busFactor(workers) * bytes);
  }
}
