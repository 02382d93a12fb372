package org.edgetwin.cli.terminal;

import java.io.PrintStream;

/**
 * The two streams of the program: results alone on one, everything else on the other.
 *
 * @param results standard output
 * @param notes standard error
 * @param noteColumns width of the terminal that shows the notes; 0 if no terminal shows them
 * @param colour whether that terminal wants colour
 */
public record Terminal(PrintStream results, PrintStream notes, int noteColumns, boolean colour) {
  /** Set by the start script if standard error is a terminal: its width. */
  private static final String COLUMNS_PROPERTY = "edgetwin.columns";

  /** The streams of this process. */
  public static Terminal ofProcess() {
    int columns = Integer.getInteger(COLUMNS_PROPERTY, 0);
    // https://no-color.org: present and not empty, whatever its value.
    String noColour = System.getenv("NO_COLOR");
    boolean dumb = "dumb".equals(System.getenv("TERM"));
    boolean colour = columns > 0 && !dumb && (noColour == null || noColour.isEmpty());
    return new Terminal(System.out, System.err, dumb ? 0 : columns, colour);
  }

  /** Whether a person watches the notes. */
  public boolean isWatched() {
    return noteColumns > 0;
  }

  /** One line of result. */
  public void result(String line) {
    results.println(line);
  }

  /** One line for the reader, after the name of the program. */
  public void note(String line) {
    notes.println("edgetwin: " + line);
  }
}
