package org.edgetwin.sim.selfcheck;

import java.util.List;

/** Two priority classes on one GPU (Cobham). */
final class PriorityRows {
  private static final int JOBS = 100_000;

  /** Of each class. */
  private static final double RATE = 0.4;

  private PriorityRows() {}

  static List<CheckRow> rows() {
    double rho = 2 * RATE;
    // Residual work that an arrival meets: half of E[S^2] = 2 in each class.
    double residual = rho;
    double first = residual / (1 - RATE);
    double second = residual / ((1 - RATE) * (1 - rho));
    return List.of(
        row("non-preemptive", false, first + 1, second + 1),
        row(
            "preemptive",
            true,
            1 + RATE / (1 - RATE),
            1 / (1 - RATE) + rho / ((1 - RATE) * (1 - rho))));
  }

  private static CheckRow row(String name, boolean preemptive, double first, double second) {
    return new CheckRow(
        "two-class M/M/1, " + name,
        "Cobham; preempted work is resumed",
        new ReplicatedCheck(
            name,
            List.of(Target.at(2 * RATE, "T1 (urgent)", first), Target.at(2 * RATE, "T2", second)),
            (streams, mode) -> {
              TwoClassWorkload workload =
                  new TwoClassWorkload(
                      2 * RATE, new OpenWorkload.Length(1000, mode.scaled(JOBS)), streams);
              SmallestKeyFirst scheduler =
                  new SmallestKeyFirst((job, view) -> -job.terms().priority(), preemptive);
              Machines.simulation(Machines.pool(1), workload, streams, scheduler).run();
              return workload.observation();
            }));
  }
}
