package org.edgetwin.cli.terminal;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressState;

/** Progress on a terminal: one line that changes, and goes away at the end. */
final class ProgressBarDisplay implements RunProgress {
  private static final int STEPS = 10_000;
  private static final int UPDATE_MILLIS = 100;
  private static final int BAR_COLUMNS = 24;
  private static final char FULL = '█';
  private static final char EMPTY = '░';
  private static final String CYAN = "\033[36m";
  private static final String PLAIN = "\033[0m";

  private final Terminal terminal;
  private final ProgressBarConsumer consumer;
  private final ProgressBar bar;

  ProgressBarDisplay(Terminal terminal) {
    this.terminal = terminal;
    consumer = new OneLine(terminal);
    bar =
        new ProgressBarBuilder()
            .setTaskName("edgetwin")
            .setInitialMax(STEPS)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .setConsumer(consumer)
            .setRenderer(this::render)
            // Else a new stage would not show before the next step.
            .continuousUpdate()
            .build();
  }

  @Override
  public void show(double fraction, String words) {
    bar.stepTo((long) (fraction * STEPS));
    bar.setExtraMessage(words);
  }

  @Override
  public void stage(String words) {
    bar.setExtraMessage(words);
  }

  /** Shows the present state without waiting for the next update. */
  void refresh() {
    bar.refresh();
  }

  @Override
  public void close() {
    bar.close();
    // The library clears its line only if it was shown before it was closed.
    consumer.clear();
    terminal.notes().flush();
  }

  private String render(ProgressState state, int columns) {
    double fraction = (double) state.getCurrent() / STEPS;
    double elapsedSeconds =
        state.getTotalElapsed().toMillis() / (double) TimeUnit.SECONDS.toMillis(1);
    int full = (int) (fraction * BAR_COLUMNS);
    String blocks =
        String.valueOf(FULL).repeat(full) + String.valueOf(EMPTY).repeat(BAR_COLUMNS - full);
    String left = RunProgress.remaining(fraction, elapsedSeconds);
    String words =
        String.format(
            Locale.ROOT,
            " %3.0f %%  %s%s",
            Math.floor(fraction * 100),
            left.isEmpty() ? "" : left + ", ",
            state.getExtraMessage());
    // Spaces to the end: what stood there before may have been longer.
    int room = Math.max(0, columns - BAR_COLUMNS - words.length());
    return (terminal.colour() ? CYAN + blocks + PLAIN : blocks) + words + " ".repeat(room);
  }

  /** Ends without a line of its own, so that nothing is left of the bar. */
  private static final class OneLine extends ConsoleProgressBarConsumer {
    OneLine(Terminal terminal) {
      super(terminal.notes(), terminal.noteColumns() - 1);
    }

    @Override
    public void close() {}
  }
}
