package org.edgetwin.gpu;

/** How the GPUs of one gang lie in the fleet, as far as communication is concerned. */
public enum Spread {
  /** All GPUs of the gang sit in one node. A gang of one GPU is always of this kind. */
  ONE_NODE(0),
  /** At least two nodes take part, so gradients cross the network. */
  MANY_NODES(1);

  /** How many kinds there are. */
  static final int COUNT = 2;

  private final int position;

  Spread(int position) {
    this.position = position;
  }

  /** Place of this kind in the dense tables, from 0. */
  int position() {
    return position;
  }
}
