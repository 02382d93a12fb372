package org.edgetwin.cli.terminal;

import org.edgetwin.reports.text.Duration;
import org.edgetwin.sim.experiment.Progress;
import org.edgetwin.sim.experiment.ProgressListener;

/** Shows how far an execution is, on the stream of notes. */
public interface RunProgress extends ProgressListener, AutoCloseable {
  /**
   * How far the work is.
   *
   * @param fraction 0 to 1
   * @param words where it stands
   */
  void show(double fraction, String words);

  @Override
  default void onProgress(Progress progress) {
    show(progress.fraction(), describe(progress));
  }

  /** What is done before or after the runs, such as {@code writing the report}. */
  void stage(String words);

  /** Ends the display. */
  @Override
  void close();

  /** A bar if a person watches, else a line now and then. */
  static RunProgress on(Terminal terminal) {
    return terminal.isWatched() ? new ProgressBarDisplay(terminal) : new ProgressLines(terminal);
  }

  /** Where the simulation stands, such as {@code 3 of 20 runs done, clock 12 d 4 h}. */
  static String describe(Progress progress) {
    String runs = "";
    if (progress.runsTotal() > 1) {
      runs = progress.runsDone() + " of " + progress.runsTotal() + " runs done, ";
    }
    return runs + "clock " + Duration.of(Math.rint(progress.clockSeconds()));
  }

  /** How long it will still take, such as {@code 12 s left}; empty while that is a guess. */
  static String remaining(double fraction, double elapsedSeconds) {
    if (fraction < 0.01 || elapsedSeconds < 1) {
      return "";
    }
    double seconds = Math.ceil(elapsedSeconds * (1 - fraction) / fraction);
    return Duration.of(seconds) + " left";
  }
}
