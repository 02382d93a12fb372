package org.edgetwin.reports.folder;

/** A run folder that cannot be read or written; the message says where and what to do. */
public final class BadRunFolderException extends RuntimeException {
  /**
   * @param message names the file, the line or field, and the value
   */
  public BadRunFolderException(String message) {
    super(message);
  }
}
