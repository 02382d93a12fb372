package org.edgetwin.cli.command;

/** What the program tells the shell. */
public final class ExitCode {
  /** All went well. */
  public static final int DONE = 0;

  /** A check failed; the program works. */
  public static final int CHECK_FAILED = 1;

  /** The input cannot be used; the user was told why. */
  public static final int BAD_INPUT = 2;

  /** A defect of the program, or the machine ran out of something. */
  public static final int INTERNAL_ERROR = 3;

  /** Stopped by Ctrl-C; what was known by then was written. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
