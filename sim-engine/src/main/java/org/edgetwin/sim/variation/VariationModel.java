package org.edgetwin.sim.variation;

import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.kernel.Streams;

/** How machines differ from what their model promises. Immutable and thread-safe. */
public interface VariationModel {
  /** Every machine is exactly what its model promises. */
  VariationModel NONE =
      new VariationModel() {
        @Override
        public MachineVariation start(int nodes, Streams streams) {
          return Steady.INSTANCE;
        }

        @Override
        public double observationSd() {
          return 0;
        }

        @Override
        public String describe() {
          return "none: machines of one model are alike";
        }
      };

  /**
   * The machines of one run, at time 0.
   *
   * @param nodes number of machines
   * @param streams random streams of the replication
   */
  MachineVariation start(int nodes, Streams streams);

  /** Standard deviation of the logarithm of a slow-down that a scheduler measures. */
  double observationSd();

  /** One line for reports: what the figures rest on. */
  String describe();

  /** No variation. */
  final class Steady implements MachineVariation {
    private static final Steady INSTANCE = new Steady();

    private Steady() {}

    @Override
    public double slowdown(int node, WorkloadClass workload) {
      return 1;
    }

    @Override
    public double nextChange() {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public void change() {
      throw new IllegalStateException("Machines without variation do not change.");
    }

    @Override
    public MachineVariation copy() {
      return this;
    }
  }
}
