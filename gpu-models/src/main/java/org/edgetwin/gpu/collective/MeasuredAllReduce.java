package org.edgetwin.gpu.collective;

import org.edgetwin.gpu.table.Require;

/**
 * All-reduce as it was measured, with the law of its curve beyond the measured sizes.
 *
 * @param curve seconds by bytes
 * @param workers of the measured group, 2 or more
 */
public record MeasuredAllReduce(MeasuredCurve curve, int workers) implements AllReduce {
  public MeasuredAllReduce {
    Require.atLeast("workers", workers, 2);
  }

  @Override
  public double seconds(double bytes) {
    return curve.at(bytes);
  }

  @Override
  public Basis basis(double bytes) {
    return curve.basis(bytes);
  }
}
