package org.edgetwin.scenarios.issue;

/**
 * Where something was written.
 *
 * @param file name of the file as the user knows it, or the option of the command line
 * @param line 1 for the first line; 0 if the problem has no line
 */
public record Location(String file, int line) {
  /** Of what the command line puts in the place of what a file says. */
  public static final Location OVERRIDE = new Location("--set", 0);

  @Override
  public String toString() {
    return line > 0 ? file + ":" + line : file;
  }
}
