package org.edgetwin.sim.engine;

import org.edgetwin.sim.variation.MachineVariation;

/** How many jobs each machine has, for machines that change by being used. */
final class MachineLoad {
  private final int[] jobCountArray;

  MachineLoad(int nodes) {
    jobCountArray = new int[nodes];
  }

  MachineLoad(MachineLoad other) {
    jobCountArray = other.jobCountArray.clone();
  }

  /** A job has come (sign 1) or goes (sign -1). */
  void change(int[] nodes, int sign, MachineVariation variation, double now) {
    for (int node : nodes) {
      int before = jobCountArray[node];
      jobCountArray[node] = before + sign;
      if (before == 0 || before + sign == 0) {
        variation.loadChanged(node, sign > 0, now);
      }
    }
  }
}
