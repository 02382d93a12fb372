package org.edgetwin.agents.rl4j;

/** What RL4J learns with. */
public enum Learner {
  /** Deep Q-learning with a target network and replay [mnih2015], double [hasselt2016]. */
  DQN,
  /** Asynchronous advantage actor-critic [mnih2016]: threads that update one network in turn. */
  A3C
}
