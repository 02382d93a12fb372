package org.edgetwin.sim.fleet;

/** How one node comes and goes, as far as it has got. Not thread-safe. */
public interface NodeProcess {
  /** What the node is now. */
  Presence presence();

  /** When it becomes something else, seconds; positive infinity if never. */
  double nextChange();

  /** The node changes: it is {@link #nextChange()} now. */
  void change();

  /** An independent copy that continues like this one. */
  NodeProcess copy();
}
