package org.edgetwin.sim.policies.elastic;

import java.util.List;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.ScoreTerm;

/** Which gangs the jobs of a round get: what the papers differ in. */
interface GangPlanner {
  /** Gives gangs to jobs of the round; the others get none until the next one. */
  void plan(Round round);

  /** Whether queued rigid jobs take part, with the one gang they ask for. */
  default boolean placesRigid() {
    return false;
  }

  /** What it goes by for an elastic job of a round that is not planned yet. */
  default List<ScoreTerm> terms(Round round, JobView job) {
    return List.of();
  }

  /** A job is in a final state. */
  default void ended(int job) {}

  Knowledge knowledge();

  GangPlanner copy();
}
