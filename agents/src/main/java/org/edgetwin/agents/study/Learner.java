package org.edgetwin.agents.study;

import java.util.SortedMap;
import org.edgetwin.agents.file.Checkpoint;
import org.edgetwin.agents.net.Policy;

/** A way in which two networks learn, update by update. */
interface Learner {
  /** What it is called; a checkpoint in which it is saved has {@code NAME.updates}. */
  String name();

  /** How many updates are to be made in all. */
  long planned();

  /** How many have been made. */
  long updates();

  /**
   * Plays and learns once.
   *
   * @return what was measured, by tag
   */
  SortedMap<String, Double> update();

  /** The networks as they are now. */
  Policy policy();

  /** Saves everything that the next update depends on. */
  void save(Checkpoint checkpoint);

  /** Goes on from what was saved. */
  void restore(Checkpoint checkpoint);
}
