package org.edgetwin.sim.experiment;

import java.util.List;

/** Executes independent runs somewhere: on threads, or on other machines. */
public interface RunExecutor {
  /**
   * Executes runs.
   *
   * @return the outcomes in the order of the requests, whatever order they finished in. After a
   *     cancellation, runs that had not begun are missing and those that were under way are marked
   *     incomplete.
   */
  List<RunOutcome> execute(RunFactory factory, List<RunRequest> requests, RunControl control);
}
