package org.edgetwin.agents.gp;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/**
 * What nobody sees of a generated fleet: the log slow-down of class c on machine m at time t is a
 * group effect + an effect of the machine + an Ornstein-Uhlenbeck drift + a term of class and
 * machine, all normal around 0.
 */
final class HiddenFactors {
  /**
   * How large the parts are.
   *
   * @param groups number of groups that machines belong to, each with the same probability
   * @param groupSd standard deviation of the group effects
   * @param ownSd of the machines' own effects
   * @param driftSd of the drift at any instant
   * @param driftTime seconds in which its autocorrelation falls to 1/e
   * @param classSd of the terms of class and machine
   */
  record Law(
      int groups, double groupSd, double ownSd, double driftSd, double driftTime, double classSd) {
    /** Groups overlap: two machines of one group differ as much as two groups do. */
    static final Law STANDARD = new Law(3, 0.25, 0.2, 0.15, 12 * 3600, 0.1);

    /** Groups stand apart: a machine's group explains nearly all of its level. */
    static final Law CLEAR = new Law(3, 0.4, 0.05, 0.1, 12 * 3600, 0.05);
  }

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private final Law law;
  private final int[] groups;
  private final double[] levels;
  private final double[][] classTerms;
  private final double[] drifts;
  private final double[] times;
  private final RandomStream driftStream;

  HiddenFactors(Law law, int machines, int classes, Streams streams) {
    this.law = law;
    RandomStream groupStream = streams.stream("hidden/groups");
    RandomStream levelStream = streams.stream("hidden/levels");
    RandomStream classStream = streams.stream("hidden/classes");
    driftStream = streams.stream("hidden/drift");
    double[] effects = new double[law.groups()];
    for (int g = 0; g < effects.length; g++) {
      effects[g] = law.groupSd() * normal(groupStream);
    }
    groups = new int[machines];
    levels = new double[machines];
    classTerms = new double[machines][classes];
    drifts = new double[machines];
    times = new double[machines];
    for (int m = 0; m < machines; m++) {
      groups[m] = groupStream.nextInt(0, law.groups() - 1);
      levels[m] = effects[groups[m]] + law.ownSd() * normal(levelStream);
      drifts[m] = law.driftSd() * normal(driftStream);
      for (int c = 0; c < classes; c++) {
        classTerms[m][c] = law.classSd() * normal(classStream);
      }
    }
  }

  static double normal(RandomStream stream) {
    return NORMAL.inverseCumulativeProbability(stream.nextDouble());
  }

  int group(int machine) {
    return groups[machine];
  }

  /** The true log slow-down; the time must not lie before that of an earlier call. */
  double logSlowdown(int machine, int workloadClass, double time) {
    double kept = Math.exp(-(time - times[machine]) / law.driftTime());
    drifts[machine] =
        kept * drifts[machine] + law.driftSd() * Math.sqrt(1 - kept * kept) * normal(driftStream);
    times[machine] = time;
    return levels[machine] + drifts[machine] + classTerms[machine][workloadClass];
  }
}
