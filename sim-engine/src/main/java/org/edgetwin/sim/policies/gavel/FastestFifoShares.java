package org.edgetwin.sim.policies.gavel;

import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.SpeedKnowledge;

/**
 * First come first served, each job on the type with room where it is fastest. Everybody chooses
 * anew whenever shares are computed, so jobs move up as earlier ones end.
 */
final class FastestFifoShares implements SharePolicy {
  @Override
  public Shares shares(ShareProblem problem) {
    double[][] shares = new double[problem.jobCount()][problem.typeCount()];
    int[] taken = new int[problem.typeCount()];
    for (int i = 0; i < problem.jobCount(); i++) {
      int best = -1;
      for (int j = 0; j < taken.length; j++) {
        if (problem.gang(i) <= problem.gpus(j) - taken[j]
            && problem.speed(i, j) > (best < 0 ? 0 : problem.speed(i, best))) {
          best = j;
        }
      }
      if (best < 0) {
        break;
      }
      shares[i][best] = 1;
      taken[best] += problem.gang(i);
    }
    return Shares.alone(shares);
  }

  @Override
  public boolean isStrict() {
    return true;
  }

  @Override
  public Knowledge knowledge() {
    return new Knowledge(DurationKnowledge.NONE, SpeedKnowledge.MATRIX);
  }

  @Override
  public SharePolicy copy() {
    return this;
  }
}
