package org.edgetwin.gpu.collective;

/** What was measured between GPUs. */
public enum Operation {
  ALL_REDUCE,
  /** One GPU sends, another receives. */
  SEND_RECV
}
