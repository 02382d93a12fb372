package org.edgetwin.scenarios.model;

/** The speed models a scenario can name. */
public enum SpeedChoice {
  /** Gavel's measurements, else the spec-sheet law. */
  GAVEL,
  /** The spec-sheet law for all. */
  SPEC,
  /** Every GPU like the reference GPU. */
  UNIFORM
}
