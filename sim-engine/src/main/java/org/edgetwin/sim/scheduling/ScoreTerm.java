package org.edgetwin.sim.scheduling;

import org.edgetwin.sim.job.JobView;

/**
 * A part of what a scheduler goes by when it judges a job or a place for it.
 *
 * @param subject what is judged: the job in its queue, or a place
 * @param name what the value is, and whether small or large is good
 */
public record ScoreTerm(String subject, String name, double value) {
  /** Subject of terms that say when it is the job's turn. */
  public static final String TURN = "turn";

  /** The place of a job in order of submission. */
  public static ScoreTerm submission(JobView job) {
    return new ScoreTerm(
        TURN, "submission, seconds since the start, smallest first", job.submitTime());
  }
}
