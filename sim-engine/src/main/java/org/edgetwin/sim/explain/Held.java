package org.edgetwin.sim.explain;

import java.util.Arrays;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.Slice;

/** What running jobs hold. */
final class Held {
  private Held() {}

  /** The GPUs of a running job. */
  static Placement of(JobView job, ClusterView view) {
    return Placement.whole(
        Arrays.stream(view.nodesOf(job))
            .sorted()
            .mapToObj(node -> Slice.of(node, view.gpusOn(job, node)))
            .toList());
  }

  /** Whether a placement means what a running job holds. */
  static boolean isExactly(Placement placement, JobView job, ClusterView view) {
    return placement.slices().size() == view.nodesOf(job).length
        && placement.slices().stream().allMatch(slice -> holds(job, slice, view));
  }

  private static boolean holds(JobView job, Slice slice, ClusterView view) {
    if (view.gpusOn(job, slice.node()) != slice.count()) {
      return false;
    }
    for (int i = 0; slice.gpu() != Slice.ANY && i < slice.count(); i++) {
      if (!view.holdsGpu(job, slice.node(), slice.gpu() + i)) {
        return false;
      }
    }
    return true;
  }
}
