package org.edgetwin.sim.selfcheck;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.scheduling.Scheduler;

/** Networks of stations: Jackson with feedback, and a closed network by mean value analysis. */
final class NetworkRows {
  private static final int OPEN_SECONDS = 40_000;

  /** Simulated seconds times customers: about the same number of jobs for each population. */
  private static final int CLOSED_CUSTOMER_SECONDS = 300_000;

  private static final double WARMUP_SECONDS = 300;

  private NetworkRows() {}

  static List<CheckRow> rows() {
    return List.of(jackson(), closed());
  }

  private static CheckRow jackson() {
    double onward = 0.5;
    double back = 0.25;
    double first = 1 / (1 - onward * back);
    double second = onward * first;
    double firstLoad = first / 2.5;
    double secondLoad = second / 2;
    double firstNumber = firstLoad / (1 - firstLoad);
    double secondNumber = 2 * secondLoad / (1 - secondLoad * secondLoad);
    double secondEmpty = (1 - secondLoad) / (1 + secondLoad);
    NetworkPlan plan =
        NetworkPlan.open(1, new double[] {1 / 2.5, 1}, new double[][] {{0, onward}, {back, 0}});
    List<Target> targets =
        List.of(
            Target.at(secondLoad, "lambda 1", first),
            Target.at(secondLoad, "lambda 2", second),
            Target.at(secondLoad, "L 1", firstNumber),
            Target.at(secondLoad, "L 2", secondNumber),
            Target.at(secondLoad, "W", firstNumber + secondNumber),
            Target.at(secondLoad, "E[N1 N2] = L1 L2", firstNumber * secondNumber),
            Target.at(secondLoad, "P(both empty)", (1 - firstLoad) * secondEmpty));
    Experiment experiment =
        (streams, mode) -> {
          double end = WARMUP_SECONDS + mode.scaled(OPEN_SECONDS);
          NetworkStatistics found = run(plan, new int[] {1, 2}, end, streams);
          return new Observation(
              new double[] {
                found.visitRate(0, end),
                found.visitRate(1, end),
                found.meanNumber(0, end),
                found.meanNumber(1, end),
                found.meanResponse(),
                found.meanProduct(end),
                found.bothEmptyShare(end)
              },
              found.controls(end));
        };
    return new CheckRow(
        "Jackson network with feedback",
        "product form; stations are virtual clusters of 1 and 2 GPUs",
        new ReplicatedCheck("jackson", targets, experiment));
  }

  private static CheckRow closed() {
    List<Check> checks = new ArrayList<>();
    for (int population : new int[] {1, 5, 10, 50}) {
      NetworkPlan plan = NetworkPlan.closedTandem(population, 5, 0.5, 0.3, 0.2);
      double throughput = QueueFormulas.closedThroughput(population, 5, 0.5, 0.3, 0.2);
      double bottleneck = 0.5 * throughput;
      String name = "N " + population;
      List<Target> targets =
          List.of(
              Target.at(bottleneck, "X, " + name, throughput),
              Target.at(bottleneck, "R, " + name, population / throughput - 5));
      checks.add(new ReplicatedCheck(name, targets, closedExperiment(plan)));
    }
    return new CheckRow(
        "closed network, think 5, demands .5/.3/.2",
        "exact mean value analysis; stations are virtual clusters of 1 GPU",
        checks);
  }

  private static Experiment closedExperiment(NetworkPlan plan) {
    return (streams, mode) -> {
      double end =
          WARMUP_SECONDS + mode.scaled(CLOSED_CUSTOMER_SECONDS) / (double) plan.population();
      NetworkStatistics found = run(plan, new int[] {1, 1, 1}, end, streams);
      return new Observation(
          new double[] {found.throughput(end), found.meanResponse()}, found.controls(end));
    };
  }

  private static NetworkStatistics run(
      NetworkPlan plan, int[] servers, double end, Streams streams) {
    NetworkWorkload workload = new NetworkWorkload(plan, streams);
    Scheduler[] schedulers = new Scheduler[servers.length];
    for (int station = 0; station < servers.length; station++) {
      schedulers[station] = Machines.scheduler("fifo", streams.scoped("policy/" + station));
    }
    Simulation simulation =
        Machines.simulation(Machines.stations(servers), workload, streams, schedulers);
    simulation.runUntil(WARMUP_SECONDS);
    workload.statistics().restart(WARMUP_SECONDS);
    simulation.runUntil(end);
    return workload.statistics();
  }
}
