package org.edgetwin.agents.study;

/** The episodes that a training played had no choice to learn from. */
@SuppressWarnings("serial") // Never serialised.
public final class NothingToLearnException extends RuntimeException {
  NothingToLearnException() {
    super("No choice in the episodes of an update was open, so nothing can be learnt.");
  }
}
