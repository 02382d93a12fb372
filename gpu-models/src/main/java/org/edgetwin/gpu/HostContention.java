package org.edgetwin.gpu;

/**
 * What jobs on one machine do to each other although each holds GPUs of its own: they share CPUs,
 * PCIe, disks, the network card and a power cap.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public interface HostContention {
  /** Jobs that share a machine do not feel each other. */
  HostContention NONE =
      new HostContention() {
        @Override
        public double retained(HostMachine machine, HostLoads loads, int self) {
          return 1;
        }

        @Override
        public String describe() {
          return "none: jobs on one machine keep their full speed";
        }
      };

  /**
   * Fraction of its speed that a job keeps.
   *
   * @param loads all jobs on the machine
   * @param self its place among them
   * @return 1 when alone; in (0, 1]
   */
  double retained(HostMachine machine, HostLoads loads, int self);

  /**
   * The same for all jobs at once.
   *
   * @param kept {@code [loads.count()]} or longer, written
   */
  default void retained(HostMachine machine, HostLoads loads, double[] kept) {
    for (int job = 0; job < loads.count(); job++) {
      kept[job] = retained(machine, loads, job);
    }
  }

  /** One line for reports: what the figures rest on. */
  String describe();
}
