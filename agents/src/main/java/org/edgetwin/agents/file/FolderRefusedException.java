package org.edgetwin.agents.file;

/** A training cannot leave its files in the folder that it was given. */
@SuppressWarnings("serial") // Never serialised.
public final class FolderRefusedException extends IllegalArgumentException {
  private final String hint;

  FolderRefusedException(String problem, String hint) {
    super(problem);
    this.hint = hint;
  }

  /** What may help. */
  public String hint() {
    return hint;
  }
}
