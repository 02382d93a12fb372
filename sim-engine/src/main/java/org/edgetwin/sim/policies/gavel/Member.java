package org.edgetwin.sim.policies.gavel;

/** What the rounds remember of one job. */
final class Member {
  static final int NO_TYPE = -1;

  final int id;

  /** Its claim without a partner. */
  final Claim alone;

  /** Type of its present or last lease. */
  int type = NO_TYPE;

  /** With whom it shared GPUs in that; or {@link Claim#NOBODY}. */
  int partner = Claim.NOBODY;

  /** Whether it was selected for the last round and no GPUs were found for it. */
  boolean passedOver;

  Member(int id, int types, double initialSeconds) {
    this.id = id;
    alone = new Claim(id, Claim.NOBODY, types, initialSeconds);
  }

  Member(Member other) {
    id = other.id;
    alone = new Claim(other.alone);
    type = other.type;
    partner = other.partner;
    passedOver = other.passedOver;
  }
}
