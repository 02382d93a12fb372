package org.edgetwin.sim.policies.gavel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.scheduling.Knowledge;
import org.jspecify.annotations.Nullable;
import umontreal.ssj.rng.RandomStream;

/**
 * First come first served, to the end on the type where a job began. The published code draws a
 * type at random and then takes the last of K80, P100, V100 with room, in effect the first type of
 * the fleet with room; so does this one, unless types are to be drawn. Whoever ends is followed by
 * the first in the queue on the same type.
 */
final class FifoShares implements SharePolicy {
  private final TreeMap<Integer, Integer> typeByJob = new TreeMap<>();
  private final @Nullable RandomStream stream;

  /**
   * A policy.
   *
   * @param stream draws a type with room for each job; null for the first one
   */
  FifoShares(@Nullable RandomStream stream) {
    this.stream = stream;
  }

  @Override
  public Shares shares(ShareProblem problem) {
    TreeMap<Integer, Integer> placeById = new TreeMap<>();
    Deque<Integer> queue = new ArrayDeque<>();
    for (int i = 0; i < problem.jobCount(); i++) {
      placeById.put(problem.id(i), i);
      if (!typeByJob.containsKey(problem.id(i))) {
        queue.add(i);
      }
    }
    int[] room = new int[problem.typeCount()];
    for (int j = 0; j < room.length; j++) {
      room[j] = problem.gpus(j);
    }
    succeed(problem, placeById, queue, room);
    while (!queue.isEmpty()) {
      int type = type(problem, queue.element(), room);
      if (type < 0) {
        break;
      }
      assign(problem, queue.remove(), type, room);
    }
    double[][] shares = new double[problem.jobCount()][problem.typeCount()];
    typeByJob.forEach((job, type) -> shares[placeById.get(job)][type] = 1);
    return Shares.alone(shares);
  }

  /** The first in the queue follow those that have ended; the others keep their types. */
  private void succeed(
      ShareProblem problem, Map<Integer, Integer> placeById, Deque<Integer> queue, int[] room) {
    for (int job : List.copyOf(typeByJob.keySet())) {
      int type = typeByJob.get(job);
      Integer place = placeById.get(job);
      if (place != null) {
        room[type] -= problem.gang(place);
        continue;
      }
      typeByJob.remove(job);
      if (!queue.isEmpty() && fits(problem, queue.element(), type, room)) {
        assign(problem, queue.remove(), type, room);
      }
    }
  }

  private void assign(ShareProblem problem, int place, int type, int[] room) {
    typeByJob.put(problem.id(place), type);
    room[type] -= problem.gang(place);
  }

  private static boolean fits(ShareProblem problem, int place, int type, int[] room) {
    return problem.gang(place) <= room[type] && problem.speed(place, type) > 0;
  }

  private int type(ShareProblem problem, int place, int[] room) {
    List<Integer> fitting = new ArrayList<>();
    for (int j = 0; j < room.length; j++) {
      if (fits(problem, place, j, room)) {
        fitting.add(j);
      }
    }
    if (fitting.isEmpty()) {
      return -1;
    }
    return fitting.get(stream == null ? 0 : stream.nextInt(0, fitting.size() - 1));
  }

  @Override
  public boolean isStrict() {
    return true;
  }

  @Override
  public Knowledge knowledge() {
    return Knowledge.NONE;
  }

  @Override
  public SharePolicy copy() {
    FifoShares copy = new FifoShares(stream == null ? null : Streams.copyOf(stream));
    copy.typeByJob.putAll(typeByJob);
    return copy;
  }
}
