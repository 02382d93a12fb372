package org.edgetwin.sim.policies.gavel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * The jobs of the rounds, in order of submission, and their pairs: what share of time each should
 * spend on each type and what it has received, in Gavel's way of counting [gavel].
 *
 * <p>A pair has claims as long as the plan that gave it a share and both of its jobs last; it has
 * no deficit from the plan before.
 */
final class Ledger {
  private final TreeMap<Integer, Member> memberById = new TreeMap<>();
  private final List<Claim> pairs = new ArrayList<>();
  private final double initialSeconds;

  /** Seconds of each type that jobs have received since the last reset. */
  private double[] typeSeconds = new double[0];

  private double resetTime;

  /**
   * A ledger without jobs.
   *
   * @param roundSeconds length of a round; every claim begins with half a round on each type
   */
  Ledger(double roundSeconds) {
    initialSeconds = roundSeconds / 2;
  }

  Ledger(Ledger other) {
    initialSeconds = other.initialSeconds;
    other.memberById.forEach((id, member) -> memberById.put(id, new Member(member)));
    other.pairs.forEach(pair -> pairs.add(new Claim(pair)));
    typeSeconds = other.typeSeconds.clone();
    resetTime = other.resetTime;
  }

  void add(int job, int types) {
    if (typeSeconds.length == 0) {
      typeSeconds = new double[types];
    }
    memberById.put(job, new Member(job, types, initialSeconds));
  }

  void remove(int job) {
    memberById.remove(job);
    pairs.removeIf(pair -> pair.contains(job));
  }

  boolean isEmpty() {
    return memberById.isEmpty();
  }

  boolean contains(int job) {
    return memberById.containsKey(job);
  }

  Member member(int job) {
    return memberById.get(job);
  }

  /** All jobs by submission; a list of its own. */
  List<Member> members() {
    return new ArrayList<>(memberById.values());
  }

  /** Pairs with a share, in order of the plan. */
  List<Claim> pairs() {
    return pairs;
  }

  /** The last reset; 0 before the first one. */
  double resetTime() {
    return resetTime;
  }

  /** A job has had its GPUs in a round for so long; a pair counts once, by its first job. */
  void received(int job, double seconds) {
    Member member = memberById.get(job);
    if (member == null) {
      return;
    }
    Claim claim = member.partner == Claim.NOBODY ? member.alone : pairLedBy(member);
    if (claim != null) {
      claim.receivedSeconds[member.type] += seconds;
      typeSeconds[member.type] += seconds;
    }
  }

  private Claim pairLedBy(Member member) {
    for (Claim pair : pairs) {
      if (pair.first == member.id && pair.second == member.partner) {
        return pair;
      }
    }
    return null;
  }

  /** What was received so far becomes a deficit, or a surplus, and counting begins anew. */
  void reset(double now) {
    double passed = now - resetTime;
    Arrays.fill(typeSeconds, memberById.size() * initialSeconds);
    for (Member member : memberById.values()) {
      member.alone.reset(passed, initialSeconds);
    }
    pairs.clear();
    resetTime = now;
  }

  /** Takes over the shares of a plan that has just been made for all members. */
  void plan(Shares shares, ShareProblem problem) {
    List<Member> members = members();
    for (int i = 0; i < shares.alone().length; i++) {
      members.get(i).alone.share = shares.alone()[i];
    }
    for (int p = 0; p < shares.paired().length; p++) {
      if (Arrays.stream(shares.paired()[p]).max().orElse(0) > 0) {
        PairOption option = problem.pairs().get(p);
        Claim pair =
            new Claim(
                problem.id(option.first()),
                problem.id(option.second()),
                typeSeconds.length,
                initialSeconds);
        pair.share = shares.paired()[p];
        pairs.add(pair);
        for (int j = 0; j < typeSeconds.length; j++) {
          typeSeconds[j] += initialSeconds;
        }
      }
    }
  }

  /** How far a claim is behind its share on a type; 0 without a share. */
  double priority(Claim claim, int type) {
    return claim.priority(type, typeSeconds[type]);
  }
}
