package org.edgetwin.gpu.operators;

/**
 * How a GPU differs from what the law makes of its data sheet.
 *
 * @param compute log of its arithmetic rate over the law's
 * @param bandwidth log of its memory rate over the law's
 */
public record GpuEffects(double compute, double bandwidth) {
  /** As the law says. */
  public static final GpuEffects NONE = new GpuEffects(0, 0);
}
