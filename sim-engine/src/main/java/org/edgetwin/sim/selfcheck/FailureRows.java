package org.edgetwin.sim.selfcheck;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.distribution.Distribution;
import org.edgetwin.sim.distribution.Distributions.Constant;
import org.edgetwin.sim.distribution.Distributions.Exponential;
import org.edgetwin.sim.distribution.Distributions.LogNormal;
import org.edgetwin.sim.distribution.Distributions.Weibull;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.metrics.GroupUsage;
import org.edgetwin.sim.workload.ListWorkload;

/** Failing machines: what a failure costs a job, and how often a machine is up. */
final class FailureRows {
  private static final int JOBS = 10_000;
  private static final double FAILURE_RATE = 0.01;
  private static final double REPAIR_SECONDS = 5;
  private static final double WORK_SECONDS = 10;

  private static final int NODES = 50;
  private static final double UP_SECONDS = 100;
  private static final double DOWN_SECONDS = 25;
  private static final int CYCLES = 200;

  private FailureRows() {}

  static List<CheckRow> rows() {
    return List.of(completion(), availability());
  }

  private static CheckRow completion() {
    double resume = WORK_SECONDS * (1 + FAILURE_RATE * REPAIR_SECONDS);
    double restart = Math.expm1(FAILURE_RATE * WORK_SECONDS) * (1 / FAILURE_RATE + REPAIR_SECONDS);
    return new CheckRow(
        "job of 10 s, failures .01/s, repair 5 s",
        "resume: S (1 + f R); from scratch: (e^(f S) - 1) (1/f + R)",
        completion("resume", resume, 0),
        completion("restart from scratch", restart, Double.POSITIVE_INFINITY));
  }

  private static Check completion(String name, double exact, double checkpointInterval) {
    Recovery recovery = new Recovery(0, checkpointInterval, 0, true, Integer.MAX_VALUE);
    return new ReplicatedCheck(
        name,
        Target.at(0, name, exact),
        (streams, mode) -> {
          SerialWorkload workload = new SerialWorkload(mode.scaled(JOBS), WORK_SECONDS, recovery);
          FleetSpec fleet =
              failing(1, new Exponential(1 / FAILURE_RATE), new Exponential(REPAIR_SECONDS));
          Machines.simulation(
                  fleet, workload, streams, Machines.scheduler("fifo", streams.scoped("policy")))
              .run();
          return Observation.of(workload.meanResponse());
        });
  }

  static FleetSpec failing(int nodes, Distribution up, Distribution away) {
    return Machines.singles(nodes, new Availability.Renewal(NodeState.FAILED, up, away, true));
  }

  private static CheckRow availability() {
    double shapeMean = new Weibull(0.7, 1).mean();
    return new CheckRow(
        "availability, mean up 100 s, down 25 s",
        "U / (U + D), insensitive; the share of time that eternal jobs run",
        availability("exponential up", new Exponential(UP_SECONDS), new Exponential(DOWN_SECONDS)),
        availability(
            "constant up",
            new Constant(UP_SECONDS),
            new LogNormal(DOWN_SECONDS / Math.exp(0.5), 1)),
        availability(
            "Weibull up", new Weibull(0.7, UP_SECONDS / shapeMean), new Constant(DOWN_SECONDS)));
  }

  private static Check availability(String name, Distribution up, Distribution away) {
    Target target = Target.at(0, name, UP_SECONDS / (UP_SECONDS + DOWN_SECONDS));
    return new ReplicatedCheck(
        name,
        target,
        (streams, mode) -> {
          List<JobSpec> eternal = new ArrayList<>();
          Recovery resume = new Recovery(0, 0, 0, true, Integer.MAX_VALUE);
          for (int i = 0; i < NODES; i++) {
            eternal.add(Jobs.recovering(0, Machines.LATE, resume));
          }
          Simulation simulation =
              Machines.simulation(
                  failing(NODES, up, away),
                  new ListWorkload(eternal),
                  streams,
                  Machines.scheduler("fifo", streams.scoped("policy")));
          double cycle = UP_SECONDS + DOWN_SECONDS;
          double warmup = 20 * cycle;
          double counted = mode.scaled(CYCLES) * cycle;
          double before = heldSeconds(simulation.runUntil(warmup));
          double after = heldSeconds(simulation.runUntil(warmup + counted));
          return Observation.of((after - before) / (NODES * counted));
        });
  }

  private static double heldSeconds(Simulation simulation) {
    return simulation.result().usage().stream().mapToDouble(GroupUsage::heldGpuSeconds).sum();
  }
}
