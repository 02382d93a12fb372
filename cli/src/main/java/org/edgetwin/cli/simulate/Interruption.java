package org.edgetwin.cli.simulate;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.edgetwin.cli.terminal.Terminal;
import org.edgetwin.sim.experiment.Cancellation;

/**
 * Turns Ctrl-C and a termination signal into a wish to stop, and keeps the process alive until what
 * is known by then is written. The process then ends with the exit code of the signal.
 */
public final class Interruption {
  /**
   * Long enough to write a report on a million jobs, short enough for a machine that shuts down.
   */
  private static final long PATIENCE_SECONDS = 90;

  private final Terminal terminal;
  private final Cancellation cancellation = new Cancellation();
  private final CountDownLatch written = new CountDownLatch(1);
  private final Thread hook = new Thread(this::onSignal, "interruption");
  private boolean armed;

  public Interruption(Terminal terminal) {
    this.terminal = terminal;
  }

  /** From now on a signal stops what follows this wish. */
  public Cancellation arm() {
    Runtime.getRuntime().addShutdownHook(hook);
    armed = true;
    return cancellation;
  }

  /** All is written: the process may end. */
  public void disarm() {
    written.countDown();
    if (!armed) {
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and waits for the hook.
    }
  }

  private void onSignal() {
    cancellation.cancel();
    terminal.notes().println();
    terminal.note("Stopping; what is known is being written.");
    try {
      if (!written.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        terminal.note("Gave up writing after " + PATIENCE_SECONDS + " s.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
