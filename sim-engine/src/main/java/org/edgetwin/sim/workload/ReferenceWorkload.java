package org.edgetwin.sim.workload;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Terms;

/**
 * W1, the workload on which simulators are compared: an M/M/64 queue, first come, first served, at
 * 90 % load with a mean service of 600 s, and answers known to the last digit.
 *
 * <p>The jobs are those of this Python program, of whose two files the first serves up to 20,000
 * jobs and the second, of any length, larger numbers:
 *
 * <pre>{@code
 * random.seed(20240601)
 * for n in (20000, 100000):
 *     t = 0.0
 *     for _ in range(n):
 *         t += random.expovariate(64 * 0.9 / 600)
 *         s  = random.expovariate(1 / 600)
 *         emit(arrival_ms = round(t * 1000), service_ms = max(1, round(s * 1000)))
 * }</pre>
 *
 * <p>Every job wants one GPU. In the steady state of the queue a job waits 29.125 s and responds in
 * 629.125 s on average (Erlang C); a path of 100,000 jobs is still 1.4 % off that, so compare
 * programs by {@link #EXACT}.
 */
public final class ReferenceWorkload {
  /** Servers that W1 is meant for. */
  public static final int SERVERS = 64;

  private static final long SEED = 20240601;
  private static final int FIRST_FILE_JOBS = 20_000;
  private static final double ARRIVALS_PER_SECOND = 64 * 0.9 / 600;
  private static final double SERVICES_PER_SECOND = 1.0 / 600;
  private static final double MILLIS_PER_SECOND = 1000;

  private static final WorkloadClass CLASS =
      new WorkloadClass(
          "w1",
          "W1",
          0,
          Double.NaN,
          0.5,
          1,
          "",
          "service times are the workload's own",
          WorkloadClass.NOT_CATALOGUED);

  /**
   * What 64 servers make of the first jobs of W1, from the recursion of Kiefer and Wolfowitz
   * [kiefer1955] in integer milliseconds.
   *
   * @param jobs number of jobs
   * @param totalResponseMillis sum of the response times (end minus arrival), milliseconds
   * @param makespanMillis end of the last job to end, milliseconds
   */
  public record Answer(int jobs, long totalResponseMillis, long makespanMillis) {
    public double meanResponseSeconds() {
      return totalResponseMillis / MILLIS_PER_SECOND / jobs;
    }

    public double makespanSeconds() {
      return makespanMillis / MILLIS_PER_SECOND;
    }
  }

  /** The known answers, by number of jobs. */
  public static final List<Answer> EXACT =
      List.of(
          new Answer(10_000, 6_370_318_592L, 105_616_780),
          new Answer(20_000, 12_937_805_633L, 210_941_878),
          new Answer(50_000, 32_028_968_604L, 520_803_592),
          new Answer(100_000, 63_767_682_565L, 1_041_440_163));

  private ReferenceWorkload() {}

  /**
   * The first jobs of W1.
   *
   * @param count number of jobs, not negative
   */
  public static List<JobSpec> w1(int count) {
    MersenneTwister random = new MersenneTwister(SEED);
    List<JobSpec> first = file(random, count > FIRST_FILE_JOBS ? FIRST_FILE_JOBS : count);
    return count > FIRST_FILE_JOBS ? file(random, count) : first;
  }

  private static List<JobSpec> file(MersenneTwister random, int count) {
    List<JobSpec> jobs = new ArrayList<>(count);
    Demand demand = Demand.gang(1);
    double time = 0;
    for (int i = 0; i < count; i++) {
      time += exponential(random, ARRIVALS_PER_SECOND);
      double service = exponential(random, SERVICES_PER_SECOND);
      jobs.add(
          new JobSpec(
              Integer.toString(i),
              roundedToMillis(time),
              demand,
              CLASS,
              Math.max(1 / MILLIS_PER_SECOND, roundedToMillis(service)),
              0,
              Terms.NONE,
              Recovery.DEFAULT));
    }
    return jobs;
  }

  // StrictMath, because Math.log may differ between machines in the last bit.
  private static double exponential(MersenneTwister random, double rate) {
    return -StrictMath.log(1.0 - random.nextDouble()) / rate;
  }

  // Python's round and rint both take halves to the even neighbour.
  private static double roundedToMillis(double seconds) {
    return Math.rint(seconds * MILLIS_PER_SECOND) / MILLIS_PER_SECOND;
  }
}
