package org.edgetwin.sim.policies.gavel;

import org.edgetwin.sim.scheduling.Knowledge;

/**
 * Shares of a policy to which all types look alike, spread over the types in proportion to their
 * GPUs: of all shares that are as good to it, those that prefer no type. A solver that walks along
 * the corners would give a job one type for good. Jobs that cannot run everywhere keep what they
 * have, and so do all if there are some.
 */
final class EvenSpread implements SharePolicy {
  private final SharePolicy policy;

  EvenSpread(SharePolicy policy) {
    this.policy = policy;
  }

  @Override
  public Shares shares(ShareProblem problem) {
    Shares computed = policy.shares(problem);
    if (!allRunEverywhere(problem)) {
      return computed;
    }
    double[][] shares = computed.alone();
    double[][] spread = new double[shares.length][problem.typeCount()];
    for (int i = 0; i < spread.length; i++) {
      double sum = 0;
      for (double share : shares[i]) {
        sum += share;
      }
      for (int j = 0; j < problem.typeCount(); j++) {
        spread[i][j] = sum * problem.gpus(j) / problem.gpus();
      }
    }
    return Shares.alone(spread);
  }

  private static boolean allRunEverywhere(ShareProblem problem) {
    for (int i = 0; i < problem.jobCount(); i++) {
      for (int j = 0; j < problem.typeCount(); j++) {
        if (!(problem.speed(i, j) > 0)) {
          return false;
        }
      }
    }
    return problem.gpus() > 0;
  }

  @Override
  public Knowledge knowledge() {
    return policy.knowledge();
  }

  @Override
  public SharePolicy copy() {
    return new EvenSpread(policy.copy());
  }
}
