package org.edgetwin.sim.explain;

import java.util.List;
import org.edgetwin.sim.scheduling.ScoreTerm;

/**
 * One decision about a job.
 *
 * @param time seconds since the start of the run
 * @param from GPUs that it had; empty if it was queued
 * @param place GPUs that it got; empty if it got none
 * @param queued jobs in the queue, this one included if it was there
 * @param started names of the other jobs that were started
 * @param rooms what every node group had for it, its own GPUs counted as free
 * @param fitAfter whether it could still have started when the decision was made
 * @param terms what the scheduler's scores of it were made of; empty if it does not tell
 */
public record JobDecision(
    double time,
    Deed deed,
    String from,
    String place,
    int queued,
    List<String> started,
    List<Room> rooms,
    boolean fitAfter,
    List<ScoreTerm> terms,
    List<Alternative> alternatives) {
  public JobDecision {
    started = List.copyOf(started);
    rooms = List.copyOf(rooms);
    terms = List.copyOf(terms);
    alternatives = List.copyOf(alternatives);
  }

  /** Whether the job could have started somewhere before the decision. */
  public boolean fitBefore() {
    return rooms.stream().anyMatch(room -> room.obstacle() == null);
  }
}
