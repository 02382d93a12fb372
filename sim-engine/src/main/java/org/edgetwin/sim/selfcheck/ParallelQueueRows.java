package org.edgetwin.sim.selfcheck;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.fleet.Availability;

/** Parallel queues: fork-join of two, and the power of two choices among a thousand. */
final class ParallelQueueRows {
  private static final int FORK_JOIN_JOBS = 100_000;

  /** Servers of the supermarket model, whose limit is for infinitely many. */
  private static final int MANY = 1000;

  /** Queues that are joined at random are independent, whatever their number. */
  private static final int FEW = 5;

  private static final int JOBS = 300_000;

  private ParallelQueueRows() {}

  static List<CheckRow> rows() {
    return List.of(forkJoin(), powerOfTwo());
  }

  private static CheckRow forkJoin() {
    double rho = 0.8;
    return new CheckRow(
        "fork-join of two M/M/1",
        "Flatto-Hahn",
        new ReplicatedCheck(
            "fork-join",
            Target.at(rho, "W, rho 0.8", QueueFormulas.forkJoin(rho)),
            (streams, mode) -> {
              ForkJoinWorkload workload =
                  new ForkJoinWorkload(
                      rho, new OpenWorkload.Length(1000, mode.scaled(FORK_JOIN_JOBS)), streams);
              Machines.simulation(
                      Machines.stations(1, 1),
                      workload,
                      streams,
                      Machines.scheduler("fifo", streams.scoped("policy/0")),
                      Machines.scheduler("fifo", streams.scoped("policy/1")))
                  .run();
              return workload.observation();
            }));
  }

  private static CheckRow powerOfTwo() {
    List<Check> checks = new ArrayList<>();
    for (double rho : new double[] {0.8, 0.9, 0.95}) {
      // The mean queue follows a change of load within some 1.3 / (1 - rho) service times.
      double relaxation = 1.5 / (1 - rho);
      Target two = Target.at(rho, "two choices, rho " + rho, QueueFormulas.powerOfTwo(rho));
      checks.add(check(two, rho, MANY, 2, relaxation));
      Target one = Target.at(rho, "random, rho " + rho, QueueFormulas.singleServerResponse(rho));
      checks.add(check(one, rho, FEW, 1, Math.pow(1 - Math.sqrt(rho), -2)));
    }
    return new CheckRow(
        "power of two choices", "limit of many servers, n = 1000; random: M/M/1, n = 5", checks);
  }

  private static Check check(
      Target target, double rho, int servers, int choices, double relaxation) {
    return new ReplicatedCheck(
        target.cell(),
        target,
        (streams, mode) -> {
          double rate = rho * servers;
          int warmup = (int) (mode.relaxationTimes() * relaxation * rate);
          OpenWorkload workload =
              new OpenWorkload(
                  rate,
                  ServiceLaw.EXPONENTIAL,
                  Machines.share(1000),
                  new OpenWorkload.Length(warmup, mode.scaled(JOBS)),
                  streams);
          Machines.simulation(
                  Machines.singles(servers, Availability.ALWAYS),
                  workload,
                  streams,
                  new NodeQueues(servers, choices, streams))
              .run();
          return new Observation(
              new double[] {workload.tally().meanResponse()}, workload.controls().moments());
        });
  }
}
