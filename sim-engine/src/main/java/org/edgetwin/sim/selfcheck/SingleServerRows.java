package org.edgetwin.sim.selfcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.scheduling.Scheduler;

/** Mean response times of one GPU under four disciplines. */
final class SingleServerRows {
  /** Jobs counted in one replication of a full run, where only the moments are controls. */
  private static final int MANY_JOBS = 150_000;

  /** The same where the work found by arrivals is a control too, which leaves little variance. */
  static final int FEW_JOBS = 40_000;

  private SingleServerRows() {}

  /** How jobs get the GPU. */
  enum Discipline {
    FCFS("fifo", Demand.WHOLE_GPU),
    /** A thousandth of the GPU each, which the GPU serves in equal slices. */
    PS("fifo", 1),
    LAS("", Demand.WHOLE_GPU),
    SRPT("srtf", Demand.WHOLE_GPU);

    private final String scheduler;
    private final int milli;

    Discipline(String scheduler, int milli) {
      this.scheduler = scheduler;
      this.milli = milli;
    }

    Demand demand() {
      return Machines.share(milli);
    }

    private Scheduler scheduler(Streams streams) {
      return this == LAS
          ? new ForegroundBackground()
          : Machines.scheduler(scheduler, streams.scoped("policy"));
    }
  }

  static List<CheckRow> rows() {
    List<CheckRow> rows = new ArrayList<>();
    double[] loads = {0.5, 0.8, 0.9, 0.95};
    DoubleUnaryOperator markov = QueueFormulas::singleServerResponse;
    for (Discipline discipline : List.of(Discipline.FCFS, Discipline.PS, Discipline.LAS)) {
      rows.add(row("M/M/1", ServiceLaw.EXPONENTIAL, discipline, "1 / (1 - rho)", markov, loads));
    }
    rows.add(
        row(
            "M/M/1",
            ServiceLaw.EXPONENTIAL,
            Discipline.SRPT,
            "Schrage-Miller, numerically",
            rho -> QueueFormulas.shortestRemaining(ExponentialMixture.EXPONENTIAL, rho),
            0.5,
            0.7,
            0.8,
            0.9,
            0.95));
    rows.add(
        row(
            "M/D/1",
            ServiceLaw.DETERMINISTIC,
            Discipline.FCFS,
            "Pollaczek-Khinchine",
            rho -> 1 + QueueFormulas.wait(rho, 1),
            0.5,
            0.8,
            0.9));
    rows.addAll(variableServiceRows());
    return rows;
  }

  private static List<CheckRow> variableServiceRows() {
    ExponentialMixture mixture = ExponentialMixture.balanced(10);
    ServiceLaw law = ServiceLaw.HYPEREXPONENTIAL;
    double[] loads = {0.5, 0.8, 0.9};
    return List.of(
        row(
            "M/H2/1",
            law,
            Discipline.FCFS,
            "Pollaczek-Khinchine",
            rho -> 1 + QueueFormulas.wait(rho, law.secondMoment()),
            loads),
        row(
            "M/H2/1",
            law,
            Discipline.PS,
            "insensitive: 1 / (1 - rho)",
            QueueFormulas::singleServerResponse,
            loads),
        row(
            "M/H2/1",
            law,
            Discipline.SRPT,
            "Schrage-Miller, numerically",
            rho -> QueueFormulas.shortestRemaining(mixture, rho),
            loads),
        row(
            "M/H2/1",
            law,
            Discipline.LAS,
            "Kleinrock, numerically",
            rho -> QueueFormulas.leastAttained(mixture, rho),
            loads));
  }

  private static CheckRow row(
      String queue,
      ServiceLaw law,
      Discipline discipline,
      String basis,
      DoubleUnaryOperator exact,
      double... loads) {
    List<Check> checks = new ArrayList<>();
    for (double rho : loads) {
      String cell = String.format(Locale.ROOT, "W, rho %s", rho);
      Target target = Target.at(rho, cell, exact.applyAsDouble(rho));
      checks.add(
          new ReplicatedCheck(
              cell,
              target,
              (streams, mode) -> {
                int jobs = discipline == Discipline.FCFS ? MANY_JOBS : FEW_JOBS;
                OpenWorkload workload = run(law, discipline, rho, jobs, streams, mode);
                double[] controls =
                    discipline == Discipline.FCFS
                        ? workload.controls().moments()
                        : workload.controls().momentsAndWork();
                return new Observation(new double[] {workload.tally().meanResponse()}, controls);
              }));
    }
    return new CheckRow(queue + " mean response, " + discipline, basis, checks);
  }

  /** One replication; what it found is in the workload. */
  static OpenWorkload run(
      ServiceLaw law, Discipline discipline, double rho, int jobs, Streams streams, Mode mode) {
    int warmup = (int) (mode.relaxationTimes() * rho / Math.pow(1 - Math.sqrt(rho), 2));
    OpenWorkload.Length length = new OpenWorkload.Length(warmup, mode.scaled(jobs));
    OpenWorkload workload = new OpenWorkload(rho, law, discipline.demand(), length, streams);
    Machines.simulation(Machines.pool(1), workload, streams, discipline.scheduler(streams)).run();
    return workload;
  }
}
