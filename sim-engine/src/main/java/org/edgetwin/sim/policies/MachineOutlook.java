package org.edgetwin.sim.policies;

import java.util.Set;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.SpeedKnowledge;

/**
 * How much longer a job may take on one machine than the table of speeds says: what its neighbours
 * there take from it now, and what the machine itself adds.
 */
public interface MachineOutlook {
  /** The machines' true factors as they are now: what no scheduler can know. */
  MachineOutlook TRUTH =
      new MachineOutlook() {
        @Override
        public double slowdown(JobView job, int node, ClusterView view) {
          return view.trueSlowdown(job, node) / view.hostRetained(job, node);
        }

        @Override
        public SpeedKnowledge knowledge() {
          return SpeedKnowledge.ORACLE;
        }

        @Override
        public MachineOutlook copy() {
          return this;
        }
      };

  /** How many times as long the job is predicted to take on the machine; positive. */
  double slowdown(JobView job, int node, ClusterView view);

  /** The kinds of notices that it learns from. */
  default Set<EngineNotice.Kind> listensTo() {
    return Set.of();
  }

  default void on(EngineNotice notice, ClusterView view) {}

  /** What it must be told. */
  default SpeedKnowledge knowledge() {
    return SpeedKnowledge.MATRIX;
  }

  MachineOutlook copy();
}
