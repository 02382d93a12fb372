package org.edgetwin.cli.bench;

import org.edgetwin.sim.kernel.EventHeap;
import umontreal.ssj.simevents.eventlist.BinaryTree;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.RedblackTree;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * The event lists that are compared: ours, and those of SSJ 3.3.2 but for {@code DoublyLinked},
 * which takes linear time.
 */
public enum EventListKind {
  EDGETWIN_HEAP("EdgeTwin EventHeap"),
  SSJ_SPLAY_TREE("SSJ SplayTree"),
  SSJ_RED_BLACK_TREE("SSJ RedblackTree"),
  SSJ_BINARY_TREE("SSJ BinaryTree"),
  SSJ_HENRIKSEN("SSJ Henriksen");

  private final String title;

  EventListKind(String title) {
    this.title = title;
  }

  /** What tables call it. */
  public String title() {
    return title;
  }

  /** A new, empty list. */
  public EventList create() {
    return switch (this) {
      case EDGETWIN_HEAP -> new EventHeap();
      case SSJ_SPLAY_TREE -> new SplayTree();
      case SSJ_RED_BLACK_TREE -> new RedblackTree();
      case SSJ_BINARY_TREE -> new BinaryTree();
      case SSJ_HENRIKSEN -> new Henriksen();
    };
  }
}
