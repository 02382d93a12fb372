package org.edgetwin.cli.terminal;

import java.util.concurrent.TimeUnit;
import org.edgetwin.reports.text.Quantity;

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
  public void show(double fraction, String words) {
    long now = System.nanoTime();
    if (now - lastNanos < EVERY_NANOS) {
      return;
    }
    lastNanos = now;
    String left = RunProgress.remaining(fraction, (now - beginNanos) / NANOS_PER_SECOND);
    terminal.note(
        Quantity.percent(Math.floor(fraction * 100) / 100)
            + ", "
            + words
            + (left.isEmpty() ? "" : ", " + left));
  }

  @Override
  public void stage(String words) {
    terminal.note(words);
  }

  @Override
  public void close() {}
}
