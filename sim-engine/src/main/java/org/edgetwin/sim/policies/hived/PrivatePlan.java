package org.edgetwin.sim.policies.hived;

import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.AllocationPlan;
import org.edgetwin.sim.scheduling.Placement;

/** The plan as the owner of some cells sees it: GPUs of others cannot be shared. */
record PrivatePlan(AllocationPlan plan, PrivateFleet fleet) implements AllocationPlan {
  @Override
  public boolean canShare(JobView job, int node, int gpu, int milli) {
    return fleet.owns(node, gpu) && plan.canShare(job, node, gpu, milli);
  }

  @Override
  public boolean fits(JobView job) {
    return plan.fits(job);
  }

  @Override
  public boolean accepts(JobView job, int group) {
    return plan.accepts(job, group);
  }

  @Override
  public boolean hasHostResources(JobView job, int node) {
    NodeView view = fleet.node(node);
    return view.state() == NodeState.UP
        && view.freeCpuMilli() >= job.demand().cpuMilli()
        && view.freeMemoryMib() >= job.demand().memoryMib();
  }

  @Override
  public void take(JobView job, Placement placement) {
    plan.take(job, placement);
  }

  @Override
  public boolean holds(JobView job) {
    return plan.holds(job);
  }

  @Override
  public void release(JobView job) {
    plan.release(job);
  }

  @Override
  public boolean canHold(JobView job) {
    return plan.canHold(job);
  }

  @Override
  public boolean hold(JobView job) {
    return plan.hold(job);
  }

  @Override
  public int mark() {
    return plan.mark();
  }

  @Override
  public void undo(int mark) {
    plan.undo(mark);
  }
}
