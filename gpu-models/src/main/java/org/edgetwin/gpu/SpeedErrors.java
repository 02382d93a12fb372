package org.edgetwin.gpu;

/**
 * How far a predicted speed may be off, as standard deviations of its logarithm: a part that all
 * classes on a GPU model share, and one of the class's own there.
 */
public record SpeedErrors(double shared, double own) {
  /** Of a speed that was measured. */
  public static final SpeedErrors NONE = new SpeedErrors(0, 0);
}
