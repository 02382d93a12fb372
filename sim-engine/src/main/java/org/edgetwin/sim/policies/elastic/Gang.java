package org.edgetwin.sim.policies.elastic;

import java.util.List;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.Slice;

/**
 * What a job is to have.
 *
 * @param slices its GPUs, by ascending node
 * @param batch samples of a step; not read for a rigid job
 */
record Gang(List<Slice> slices, int batch) {
  Gang {
    slices = List.copyOf(slices);
  }

  Placement placement() {
    return Placement.whole(slices);
  }

  static int gpus(List<Slice> slices) {
    return slices.stream().mapToInt(Slice::count).sum();
  }
}
