package org.edgetwin.gpu;

/** How the GPUs of one gang lie in the fleet, as far as communication is concerned. */
public enum Spread {
  /** All GPUs of the gang sit in one node. A gang of one GPU is always of this kind. */
  ONE_NODE,
  /** At least two nodes take part, so gradients cross the network. */
  MANY_NODES
}
