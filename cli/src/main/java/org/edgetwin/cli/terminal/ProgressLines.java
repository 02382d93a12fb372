package org.edgetwin.cli.terminal;

import java.util.concurrent.TimeUnit;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.experiment.Progress;

/** Progress in a log: a line for each stage, and one every ten seconds. */
final class ProgressLines implements RunProgress {
  private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final double NANOS_PER_SECOND = 1e9;

  private final Terminal terminal;
  private final long beginNanos = System.nanoTime();
  private long lastNanos = beginNanos;

  ProgressLines(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void onProgress(Progress progress) {
    long now = System.nanoTime();
    if (now - lastNanos < EVERY_NANOS) {
      return;
    }
    lastNanos = now;
    String left = RunProgress.remaining(progress.fraction(), (now - beginNanos) / NANOS_PER_SECOND);
    terminal.note(
        Quantity.percent(Math.floor(progress.fraction() * 100) / 100)
            + ", "
            + RunProgress.describe(progress)
            + (left.isEmpty() ? "" : ", " + left));
  }

  @Override
  public void stage(String words) {
    terminal.note(words);
  }

  @Override
  public void close() {}
}
