package org.edgetwin.sim.explain;

import java.util.List;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.RunResult;

/**
 * Why a job fared as it did.
 *
 * @param job what became of it
 * @param decisions those that tell something, in order of time
 * @param decisionCount all decisions while it was queued, and those that touched it later
 * @param result of the run explained, the same as without an explanation
 */
public record Explanation(
    JobRecord job, List<JobDecision> decisions, int decisionCount, RunResult result) {
  public Explanation {
    decisions = List.copyOf(decisions);
  }
}
