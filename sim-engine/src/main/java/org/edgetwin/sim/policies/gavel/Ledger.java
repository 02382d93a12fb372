package org.edgetwin.sim.policies.gavel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * The jobs of the rounds, in order of submission: what share of its time each should spend on each
 * type and what it has received, in Gavel's way of counting [gavel].
 */
final class Ledger {
  /** Stands for a priority of a job that has received nothing, times its share. */
  private static final double FIRST = 1e9;

  private final TreeMap<Integer, Member> memberById = new TreeMap<>();
  private final double initialSeconds;

  /** Seconds of each type that jobs have received since the last reset. */
  private double[] typeSeconds = new double[0];

  private double resetTime;

  /**
   * A ledger without jobs.
   *
   * @param roundSeconds length of a round; every job begins with half a round on each type
   */
  Ledger(double roundSeconds) {
    initialSeconds = roundSeconds / 2;
  }

  Ledger(Ledger other) {
    initialSeconds = other.initialSeconds;
    other.memberById.forEach((id, member) -> memberById.put(id, new Member(member)));
    typeSeconds = other.typeSeconds.clone();
    resetTime = other.resetTime;
  }

  void add(int job, int types) {
    if (typeSeconds.length == 0) {
      typeSeconds = new double[types];
    }
    Member member = new Member(job, types);
    Arrays.fill(member.receivedSeconds, initialSeconds);
    memberById.put(job, member);
  }

  void remove(int job) {
    memberById.remove(job);
  }

  boolean isEmpty() {
    return memberById.isEmpty();
  }

  boolean contains(int job) {
    return memberById.containsKey(job);
  }

  /** All jobs by submission; a list of its own. */
  List<Member> members() {
    return new ArrayList<>(memberById.values());
  }

  /** The last reset; 0 before the first one. */
  double resetTime() {
    return resetTime;
  }

  /** A job has had its GPUs in a round for so long. */
  void received(int job, double seconds) {
    Member member = memberById.get(job);
    if (member != null) {
      member.receivedSeconds[member.type] += seconds;
      typeSeconds[member.type] += seconds;
    }
  }

  /** What was received so far becomes a deficit, or a surplus, and counting begins anew. */
  void reset(double now) {
    double passed = now - resetTime;
    Arrays.fill(typeSeconds, memberById.size() * initialSeconds);
    for (Member member : memberById.values()) {
      for (int j = 0; j < typeSeconds.length; j++) {
        double due = member.share == null ? 0 : member.share[j] * passed;
        member.deficitSeconds[j] += due - (member.receivedSeconds[j] - initialSeconds);
        member.receivedSeconds[j] = initialSeconds;
      }
    }
    resetTime = now;
  }

  /** How far a job is behind its share on a type; 0 without a share. */
  double priority(Member member, int type) {
    if (member.share == null || member.share[type] == 0) {
      return 0;
    }
    double fraction = typeSeconds[type] == 0 ? 0 : member.receivedSeconds[type] / typeSeconds[type];
    return fraction > 0 ? member.share[type] / fraction : member.share[type] * FIRST;
  }
}
