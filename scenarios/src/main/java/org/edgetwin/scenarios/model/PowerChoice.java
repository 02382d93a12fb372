package org.edgetwin.scenarios.model;

/** How the power of held GPUs is computed. */
public enum PowerChoice {
  /** One utilisation for all, and no losses but the building's. */
  LINEAR,
  /** By workload class, with the conversion losses of data centres. */
  STAGES
}
