package org.edgetwin.sim.tuning;

import java.util.List;

/**
 * What a search found.
 *
 * @param trials settings that were run, in the order in which they were proposed
 * @param usual name of the scheduler with all defaults
 * @param best name of the best of those that met all replications
 * @param runs how many runs it took
 * @param complete false if it was stopped before its end
 */
public record SearchResult(
    List<Trial> trials, String usual, String best, int runs, boolean complete) {
  public SearchResult {
    trials = List.copyOf(trials);
  }

  /** Replications of every trial that was not cut short. */
  public int commonReplications() {
    return trials.stream().mapToInt(trial -> trial.costs().size()).min().orElse(0);
  }
}
