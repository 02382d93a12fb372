package org.edgetwin.gpu.collective;

/** Who answered for a duration. */
public enum Basis {
  /** A measured curve, inside the range that was measured. */
  MEASURED,
  /** A law: beyond the measured range, or for a group that was not measured. */
  LAW
}
