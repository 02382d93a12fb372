package org.edgetwin.gpu;

/**
 * What jobs on one machine do to each other although each holds GPUs of its own: they share CPUs,
 * memory bandwidth, PCIe, disks and a power cap.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public interface HostContention {
  /** Jobs that share a machine do not feel each other. */
  HostContention NONE =
      new HostContention() {
        @Override
        public double pressure(WorkloadClass workload) {
          return 0;
        }

        @Override
        public double retained(WorkloadClass self, double pressureOfOthers) {
          return 1;
        }

        @Override
        public String describe() {
          return "none: jobs on one machine keep their full speed";
        }
      };

  /** How hard one job of a class presses on its machine; not negative. */
  double pressure(WorkloadClass workload);

  /**
   * Fraction of its speed that a job keeps.
   *
   * @param pressureOfOthers sum of the pressures of the other jobs on the machine
   * @return 1 when alone; in (0, 1]
   */
  double retained(WorkloadClass self, double pressureOfOthers);

  /** One line for reports: what the figures rest on. */
  String describe();
}
