package org.edgetwin.gpu;

import java.util.Locale;

/**
 * The market segment a GPU is sold into; fallback laws for power and price are kept per segment.
 */
public enum GpuClass {
  DATACENTER,
  WORKSTATION,
  CONSUMER;

  static GpuClass of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
