package org.edgetwin.gpu.sharing;

/** Two jobs on one GPU; they may be of the same kind. */
public record JobPair(JobKind a, JobKind b) {

  /** Whether both are the same job, so that what one keeps the other keeps. */
  public boolean isTwins() {
    return a.is(b);
  }

  /** Whether one of the two is this job. */
  public boolean has(JobKind kind) {
    return a.is(kind) || b.is(kind);
  }

  /** Whether one of the two is of this family. */
  public boolean hasFamily(String family) {
    return a.family().equals(family) || b.family().equals(family);
  }

  /** Whether it is the same two jobs, in any order. */
  public boolean isSameAs(JobPair other) {
    return (a.is(other.a) && b.is(other.b)) || (a.is(other.b) && b.is(other.a));
  }

  @Override
  public String toString() {
    return a.id() + "+" + b.id();
  }
}
