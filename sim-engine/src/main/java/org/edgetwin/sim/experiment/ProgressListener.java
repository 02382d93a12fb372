package org.edgetwin.sim.experiment;

/**
 * Hears how an execution goes, at most about ten times a second and when the last run has ended.
 * Called on the threads that run, never by two at a time.
 */
@FunctionalInterface
public interface ProgressListener {
  void onProgress(Progress progress);
}
