package org.edgetwin.agents.train;

/** What two agents that learn at the same time have in common. */
public enum Team {
  /**
   * One advantage for both, from one critic of the whole state; each agent's choices are clipped on
   * their own [yu2022].
   */
  COOPERATIVE,

  /** A pick and its place are one action of one agent: one chance, one ratio, clipped as one. */
  JOINT,

  /**
   * Each learns as if the other were part of the environment [dewitt2020]: from its own choices,
   * with a critic and a baseline of its own.
   */
  INDEPENDENT
}
