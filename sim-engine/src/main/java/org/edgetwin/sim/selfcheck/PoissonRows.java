package org.edgetwin.sim.selfcheck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.edgetwin.sim.distribution.Distributions.Exponential;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.workload.ListWorkload;
import umontreal.ssj.rng.RandomStream;

/**
 * Laws of Poisson streams through the engine, by Kolmogorov-Smirnov tests. Each replication gives a
 * p-value; a second test asks whether these are uniform, and its own p-value is the figure.
 */
final class PoissonRows {
  /** A right engine falls below once in a hundred thousand seeds; a wrong law gives about 0. */
  private static final double SMALLEST_P = 1e-5;

  private static final int REPLICATIONS = 200;
  private static final int SAMPLES = 300;

  /** Jobs between two that are looked at, so that these are as good as independent. */
  private static final int APART = 60;

  private static final KolmogorovSmirnovTest TEST = new KolmogorovSmirnovTest();

  private PoissonRows() {}

  /** The values of one replication that must follow an exponential law of mean 1. */
  private interface Sample {
    double[] draw(Streams streams);
  }

  static List<CheckRow> rows() {
    return List.of(
        new CheckRow(
            "Poisson streams, p-values of uniform p-values",
            "Kolmogorov-Smirnov over replications",
            check("splitting", PoissonRows::splitGaps),
            check("merging", PoissonRows::mergedGaps),
            check("PASTA: M/M/1 responses are exponential", PoissonRows::responses),
            check("Burke: M/M/4 departure gaps", PoissonRows::departureGaps)));
  }

  private static Check check(String name, Sample sample) {
    return new ExactCheck(
        name,
        List.of(new ExactCheck.Cell(name, Relation.AT_LEAST, SMALLEST_P)),
        (streams, mode) -> {
          int replications = 2 * mode.minimumReplications() + mode.scaled(REPLICATIONS);
          double[] values = new double[replications];
          for (int i = 0; i < replications; i++) {
            Streams own = new Streams(streams.seed(), i + 1).scoped("selfcheck/" + name);
            values[i] =
                TEST.kolmogorovSmirnovTest(new ExponentialDistribution(null, 1), sample.draw(own));
          }
          return new double[] {
            TEST.kolmogorovSmirnovTest(new UniformRealDistribution(null, 0, 1), values)
          };
        });
  }

  /** One stream of rate 2, each job to one of two virtual clusters: gaps at the first. */
  private static double[] splitGaps(Streams streams) {
    RandomStream coin = streams.stream("coin");
    List<JobSpec> jobs = new ArrayList<>();
    for (JobSpec job : arrivals(2, 3 * SAMPLES, streams.scoped("arrivals"))) {
      int station = coin.nextDouble() < 0.5 ? 0 : 1;
      jobs.add(Jobs.single(job.submitTime(), job.workSeconds(), station));
    }
    return gapsAtFirst(jobs, 2, streams);
  }

  /** Two streams of rates 0.3 and 0.7 into one virtual cluster. */
  private static double[] mergedGaps(Streams streams) {
    List<JobSpec> jobs = arrivals(0.3, SAMPLES, streams.scoped("slow"));
    double end = jobs.get(jobs.size() - 1).submitTime();
    for (JobSpec job : arrivals(0.7, 4 * SAMPLES, streams.scoped("fast"))) {
      if (job.submitTime() < end) {
        jobs.add(job);
      }
    }
    jobs.sort(Comparator.comparingDouble(JobSpec::submitTime));
    return gapsAtFirst(jobs, 1, streams);
  }

  private static double[] gapsAtFirst(List<JobSpec> jobs, int stations, Streams streams) {
    int[] gpus = new int[stations];
    Arrays.fill(gpus, 1);
    Scheduler[] schedulers = new Scheduler[stations];
    Arrays.setAll(schedulers, i -> Machines.scheduler("fifo", streams.scoped("policy/" + i)));
    List<JobRecord> records =
        Machines.simulation(Machines.stations(gpus), new ListWorkload(jobs), streams, schedulers)
            .run()
            .result()
            .jobs();
    double[] times =
        records.stream()
            .filter(record -> record.virtualCluster() == 0)
            .mapToDouble(JobRecord::submitTime)
            .toArray();
    return gaps(times, 1);
  }

  /** Responses of M/M/1 at rho 0.5, in units of their mean. */
  private static double[] responses(Streams streams) {
    List<JobRecord> records = run(0.5, 1, SAMPLES * APART / 4, streams);
    double[] values = new double[records.size() / APART];
    for (int i = 0; i < values.length; i++) {
      values[i] = records.get((i + 1) * APART - 1).jctSeconds() * 0.5;
    }
    return values;
  }

  /** Gaps between departures of M/M/4 at rho 0.8, in units of their mean. */
  private static double[] departureGaps(Streams streams) {
    double rate = 3.2;
    double[] ends =
        run(rate, 4, 2 * SAMPLES, streams).stream()
            .mapToDouble(JobRecord::endTime)
            .sorted()
            .toArray();
    return gaps(Arrays.copyOfRange(ends, SAMPLES, 2 * SAMPLES - 20), rate);
  }

  private static List<JobRecord> run(double rate, int servers, int jobs, Streams streams) {
    return Machines.simulation(
            Machines.pool(servers),
            new ListWorkload(arrivals(rate, jobs, streams)),
            streams,
            Machines.scheduler("fifo", streams.scoped("policy")))
        .run()
        .result()
        .jobs();
  }

  private static List<JobSpec> arrivals(double rate, int count, Streams streams) {
    Exponential unit = new Exponential(1);
    RandomStream gapStream = streams.stream("gaps");
    RandomStream workStream = streams.stream("works");
    List<JobSpec> jobs = new ArrayList<>();
    double time = 0;
    for (int i = 0; i < count; i++) {
      time += unit.sample(gapStream) / rate;
      jobs.add(Jobs.single(time, unit.sample(workStream), 0));
    }
    return jobs;
  }

  private static double[] gaps(double[] times, double rate) {
    double[] gaps = new double[times.length - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = (times[i + 1] - times[i]) * rate;
    }
    return gaps;
  }
}
