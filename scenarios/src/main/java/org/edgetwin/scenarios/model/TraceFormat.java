package org.edgetwin.scenarios.model;

/** Layouts of trace files. */
public enum TraceFormat {
  CSV,
  SWF,
  OPENB
}
