package org.edgetwin.scenarios.model;

/** The contention models a scenario can name. */
public enum ContentionChoice {
  /** Gavel's measured pairs, else summed pressures. */
  PAIRS,
  /** Each of n jobs keeps 1/n. */
  TIME_SLICING,
  /** Nobody feels a neighbour. */
  NONE
}
