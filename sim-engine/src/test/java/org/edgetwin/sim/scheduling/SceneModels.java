package org.edgetwin.sim.scheduling;

import java.util.List;
import org.edgetwin.gpu.ContentionModel;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.SpeedModel;
import org.edgetwin.gpu.Spread;
import org.edgetwin.gpu.WorkloadClass;

/** Small models with figures that are easy to check by hand. */
final class SceneModels {
  static final GpuModel SLOW = gpu("slow", 16);
  static final GpuModel MIDDLE = gpu("middle", 24);
  static final GpuModel FAST = gpu("fast", 80);
  static final List<GpuModel> GPUS = List.of(SLOW, MIDDLE, FAST);

  static final WorkloadClass SMALL = WorkloadClass.custom("small", "small", 4, 0.5, 0.5);
  static final WorkloadClass LARGE = WorkloadClass.custom("large", "large", 30, 0.5, 0.5);

  /** Halves a gang's speed over several nodes. */
  static final SpeedModel SPEEDS =
      new SpeedModel() {
        @Override
        public double speed(WorkloadClass workload, GpuModel gpu, int gpus, Spread spread) {
          if (workload.exceeds(gpu)) {
            return 0;
          }
          double alone = gpu.id().equals("slow") ? 0.5 : gpu.id().equals("middle") ? 1 : 2;
          return spread == Spread.MANY_NODES ? alone / 2 : alone;
        }

        @Override
        public boolean knows(WorkloadClass workload, GpuModel gpu) {
          return true;
        }

        @Override
        public String describe() {
          return "half, one and two times the reference";
        }
      };

  /** Each neighbour takes a fifth; no more than three of them. */
  static final ContentionModel CONTENTION =
      new ContentionModel() {
        @Override
        public double retained(
            WorkloadClass self, GpuModel gpu, WorkloadClass[] others, int count) {
          return count > 3 ? 0 : 1 - 0.2 * count;
        }

        @Override
        public String describe() {
          return "each neighbour takes a fifth";
        }
      };

  private SceneModels() {}

  private static GpuModel gpu(String id, double memoryGb) {
    return GpuModel.custom(id).memoryGb(memoryGb).memoryBandwidthGbs(900).fp32Tflops(15).build();
  }
}
