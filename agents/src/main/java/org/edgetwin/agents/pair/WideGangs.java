package org.edgetwin.agents.pair;

import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.policies.NodeCalendar;
import org.edgetwin.sim.policies.Placements;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.PlacementPolicy;
import org.jspecify.annotations.Nullable;

/** Places gangs that need several nodes, as {@code fastest-gpu} does, off what is reserved. */
final class WideGangs {
  private final Roster roster;
  private final NodeCalendar calendar;
  private final PlacementPolicy placement = Placements.fastestGpu();

  WideGangs(Roster roster, NodeCalendar calendar) {
    this.roster = roster;
    this.calendar = calendar;
  }

  void begin(ClusterView view) {
    placement.begin(view);
  }

  /** GPUs on which a job can start now and end before others need them; null if there are none. */
  @Nullable Placement find(JobView job) {
    return placement.choose(job, roster.view()) instanceof Placement gpus
            && calendar.isFree(gpus, end(job, gpus), roster.view())
        ? gpus
        : null;
  }

  /** Speaks for the GPUs, which the plan must have taken. */
  void claim(JobView job, Placement gpus) {
    calendar.claim(gpus, end(job, gpus), roster.view());
  }

  private double end(JobView job, Placement gpus) {
    ClusterView view = roster.view();
    int column = roster.columnOf(gpus.slices().get(0).node());
    return view.now() + view.predictedDuration(job, roster.groupOf(column), true);
  }
}
