package org.edgetwin.gpu;

import java.util.Locale;

/** Who runs a node; decides its price list and its overheads. */
public enum HostKind {
  /** A hyperscaler's fleet. */
  CLOUD,
  /** A partner's or an institution's own data centre. */
  DATACENTER,
  /** A machine at somebody's home or office. */
  COMMUNITY;

  static HostKind of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
