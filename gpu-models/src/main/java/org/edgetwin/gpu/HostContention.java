package org.edgetwin.gpu;

import java.util.Arrays;

/**
 * What jobs on one machine do to each other although each holds GPUs of its own: they share CPUs,
 * PCIe, disks, the network card and a power cap.
 *
 * <p>In two steps, so that a job's part is worked out once and not whenever a neighbour comes or
 * goes: what it demands of the machine, a few numbers whose meaning is the model's, and what all
 * keep. Implementations are immutable and thread-safe.
 */
public interface HostContention {
  /** Jobs that share a machine do not feel each other. */
  HostContention NONE =
      new HostContention() {
        @Override
        public int width() {
          return 0;
        }

        @Override
        public void demand(HostMachine machine, HostLoad load, double[] demands, int offset) {
          // Nothing to say.
        }

        @Override
        public void retained(int jobs, double[] demands, double[] kept) {
          Arrays.fill(kept, 0, jobs, 1);
        }

        @Override
        public String describe() {
          return "none: jobs on one machine keep their full speed";
        }
      };

  /** How many numbers describe the demand of a job. */
  int width();

  /**
   * What a job demands of a machine.
   *
   * @param demands written, {@code width()} numbers from {@code offset} on
   */
  void demand(HostMachine machine, HostLoad load, double[] demands, int offset);

  /**
   * Fraction of its speed that each job on a machine keeps.
   *
   * @param jobs how many are there
   * @param demands {@code [jobs][width()]}, row-major
   * @param kept {@code [jobs]} or longer, written: in (0, 1], 1 of a job alone
   */
  void retained(int jobs, double[] demands, double[] kept);

  /** One line for reports: what the figures rest on. */
  String describe();
}
