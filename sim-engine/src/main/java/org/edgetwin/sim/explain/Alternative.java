package org.edgetwin.sim.explain;

import java.util.List;

/**
 * A second choice, and what would have come of it.
 *
 * @param place GPUs of the job with this choice; empty if it would have got none
 * @param started names of the other jobs that this choice starts in the same decision
 */
public record Alternative(Kind kind, String place, List<String> started, Effect effect) {
  /** In what a second choice differs. */
  public enum Kind {
    /** The scheduler's own choice had the nodes that it took not been on offer. */
    OTHER_PLACE("the next best place"),
    /** Another node group, with the rest of the decision as it was. */
    OTHER_GROUP("the tightest free GPUs of another kind or site"),
    /** The scheduler's own choice had the job not been in the queue at this decision. */
    OTHERS_FIRST("the next jobs in its stead"),
    /** The scheduler's own choice had those it started not been in the queue. */
    JOB_FIRST("the job before those that were started"),
    /** Left with the GPUs and the batch that it has, and with it whoever needs its place. */
    STAYS("leaving it as it is until the next decision"),
    /** Left in the queue by this decision, which is otherwise as it was. */
    NOT_YET("leaving it in the queue until the next decision"),
    /** The job on the tightest free GPUs, against the scheduler's will. */
    START_NOW("starting at once on the tightest free GPUs");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  public Alternative {
    started = List.copyOf(started);
  }
}
