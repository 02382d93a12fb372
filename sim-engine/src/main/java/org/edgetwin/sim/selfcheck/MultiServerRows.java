package org.edgetwin.sim.selfcheck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.edgetwin.sim.kernel.Streams;

/** Many GPUs, one queue or none: waiting (Erlang C) and blocking (Erlang B, M/M/1/5). */
final class MultiServerRows {
  private static final int LEAST_JOBS = 150_000;
  private static final int JOBS_PER_SERVER = 300;

  private MultiServerRows() {}

  static List<CheckRow> rows() {
    return List.of(
        waiting(),
        blocking(ServiceLaw.EXPONENTIAL),
        blocking(ServiceLaw.DETERMINISTIC),
        blocking(ServiceLaw.HEAVY_TAILED),
        finiteRoom());
  }

  /** Jobs counted in one replication of a full run. */
  private static int jobs(int servers) {
    return Math.max(LEAST_JOBS, JOBS_PER_SERVER * servers);
  }

  private static CheckRow waiting() {
    List<Check> checks = new ArrayList<>();
    checks.add(waiting(2, 0.8));
    checks.add(waiting(4, 0.8));
    checks.add(waiting(8, 0.9));
    checks.add(waiting(16, 0.9));
    checks.add(waiting(64, 0.9));
    checks.add(waiting(64, 0.95));
    checks.add(waiting(1000, 0.95));
    return new CheckRow("M/M/c waiting and response", "Erlang C", checks);
  }

  private static Check waiting(int servers, double rho) {
    String name = "c " + servers + ", rho " + rho;
    double spread = Math.sqrt(servers) * (1 - Math.sqrt(rho));
    return new ReplicatedCheck(
        name,
        List.of(
            Target.at(rho, "C, " + name, QueueFormulas.erlangC(servers, rho)),
            Target.at(rho, "W, " + name, QueueFormulas.multiServerResponse(servers, rho))),
        (streams, mode) -> {
          double rate = servers * rho;
          // Relaxation time of the number in the system, and one service time to fill up.
          int warmup = (int) (mode.relaxationTimes() * rate * (1 + 1 / (spread * spread)));
          OpenWorkload workload =
              new OpenWorkload(
                  rate,
                  ServiceLaw.EXPONENTIAL,
                  Machines.share(1000),
                  new OpenWorkload.Length(warmup, mode.scaled(jobs(servers))),
                  streams);
          OfferedLoad offered = workload.countOfferedLoad();
          Machines.simulation(
                  Machines.pool(servers),
                  workload,
                  streams,
                  Machines.scheduler("fifo", streams.scoped("policy")))
              .run();
          ResponseTally tally = workload.tally();
          int step = (int) Math.ceil(Math.sqrt(servers) / 2);
          double[] load = offered.deviations(servers, servers + step);
          double[] moments = workload.controls().moments();
          double[] controls = Arrays.copyOf(moments, moments.length + load.length);
          System.arraycopy(load, 0, controls, moments.length, load.length);
          return new Observation(
              new double[] {tally.waitedShare(), tally.meanResponse()}, controls);
        });
  }

  private static CheckRow blocking(ServiceLaw law) {
    List<Check> checks = new ArrayList<>();
    int[] servers = {1, 10, 64, 100, 1000};
    double[] loads = {0.5, 8, 60, 90, 1000};
    for (int i = 0; i < servers.length; i++) {
      int c = servers[i];
      double load = loads[i];
      String name = "(" + c + ", " + load + ")";
      Target target = Target.at(load / c, name, QueueFormulas.erlangB(c, load));
      checks.add(blocking(name, target, law, c, load, c));
    }
    return new CheckRow("M/G/c/c blocking, " + law.name() + " service", "Erlang B", checks);
  }

  private static CheckRow finiteRoom() {
    Target target = Target.at(0.8, "rho 0.8", QueueFormulas.finiteRoomBlocking(0.8, 5));
    return new CheckRow(
        "M/M/1/5 blocking",
        "(1 - rho) rho^5 / (1 - rho^6)",
        blocking("rho 0.8", target, ServiceLaw.EXPONENTIAL, 1, 0.8, 5));
  }

  private static Check blocking(
      String name, Target target, ServiceLaw law, int servers, double load, int capacity) {
    return new ReplicatedCheck(
        name,
        target,
        (streams, mode) -> {
          OpenWorkload workload = runWithLimit(law, servers, load, capacity, streams, mode);
          return new Observation(
              new double[] {workload.tally().turnedAwayShare()}, workload.controls().moments());
        });
  }

  private static OpenWorkload runWithLimit(
      ServiceLaw law, int servers, double load, int capacity, Streams streams, Mode mode) {
    // Weibull service of shape 1/2 forgets its start slowly: after 36 service times the number in
    // service is still one in five hundred short, after 72 one in fifteen thousand.
    double slowness = law.equals(ServiceLaw.HEAVY_TAILED) ? 9 : 2;
    double serviceTimes = slowness * mode.relaxationTimes();
    int warmup = (int) (serviceTimes * load);
    OpenWorkload workload =
        new OpenWorkload(
            load,
            law,
            Machines.share(1000),
            new OpenWorkload.Length(warmup, mode.scaled(jobs(servers))),
            streams);
    Machines.simulation(
            Machines.pool(servers),
            workload,
            streams,
            new AdmissionLimit(Machines.scheduler("fifo", streams.scoped("policy")), capacity))
        .run();
    return workload;
  }
}
