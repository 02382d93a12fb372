package org.edgetwin.sim.engine;

import java.util.Arrays;
import org.edgetwin.sim.fleet.Allocation;
import org.edgetwin.sim.job.StageTimes;
import org.edgetwin.sim.job.Turns;

/** How fast jobs get on that take turns on the same GPUs. */
final class TurnTaking {
  private final SimulatedCluster cluster;
  private final double stretch;
  private StageTimes[] stages = new StageTimes[StageTimes.RESOURCES];
  private int[] phases = new int[StageTimes.RESOURCES];

  TurnTaking(SimulatedCluster cluster, double stretch) {
    this.cluster = cluster;
    this.stretch = stretch;
  }

  double stretch() {
    return stretch;
  }

  /** What a running job keeps of its speed alone beside those who are on its GPUs now. */
  double retained(Job job) {
    Allocation allocation = job.allocation;
    int gpu = Long.numberOfTrailingZeros(allocation.gpuMasks()[0]);
    int[] members = cluster.fleet().residents(allocation.nodes()[0], gpu);
    if (members.length > stages.length) {
      stages = Arrays.copyOf(stages, members.length);
      phases = Arrays.copyOf(phases, members.length);
    }
    int count = 0;
    for (int id : members) {
      Job member = cluster.job(id);
      // One that is about to start holds its share already; a stranger may have got the rest.
      if (member.allocation != null && member.allocation.takesTurns()) {
        stages[count] = member.spec.stages();
        phases[count++] = member.allocation.phase();
      }
    }
    return job.spec.stages().iteration() / Turns.period(stages, phases, count, stretch);
  }
}
