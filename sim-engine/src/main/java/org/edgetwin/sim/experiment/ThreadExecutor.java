package org.edgetwin.sim.experiment;

import java.util.List;

/** Executes runs on threads of this process; the outcomes do not depend on their number. */
public final class ThreadExecutor implements RunExecutor {
  private final int threads;

  /**
   * @param threads how many runs go on at a time, at least 1
   */
  public ThreadExecutor(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "The number of threads (" + threads + ") is not positive.");
    }
    this.threads = threads;
  }

  @Override
  public List<RunOutcome> execute(
      RunFactory factory, List<RunRequest> requests, RunControl control) {
    throw new UnsupportedOperationException("" + threads);
  }
}
