package org.edgetwin.sim.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The figures of a service in one run. Latencies are those of finished requests; NaN where there
 * are none.
 *
 * @param requests that arrived
 * @param finished with all their tokens
 * @param rejected larger than the engine can serve
 * @param unfinished when the run stopped
 * @param firstToken from arrival to the first token (TTFT), seconds
 * @param perToken from one output token to the next, mean of a request (TPOT), seconds
 * @param endToEnd from arrival to the last token (E2E), seconds
 * @param keptShare share of all requests that ended within what the service promises; NaN if it
 *     promises nothing
 * @param outputTokensPerSecond of finished requests, from the first arrival to the last end
 * @param meanReplicas with their GPUs held, over the run
 * @param mostReplicas with their GPUs held at one time
 * @param gpuHours held by replicas
 * @param costUsd of these
 * @param usdPerMillionOutputTokens of finished requests
 * @param revenueUsd what users paid for finished requests; NaN if it has no prices
 * @param movedGb image and weights that came over the network; NaN if none did
 * @param egressUsd what clouds charged for these; NaN if none came
 * @param slowdown how many times as long iterations took as on machines as promised, without
 *     neighbours; NaN without iterations
 * @param preemptions of sequences, for want of blocks
 * @param restarts of requests that lost their replica
 */
public record ServiceFigures(
    int requests,
    int finished,
    int rejected,
    int unfinished,
    Latency firstToken,
    Latency perToken,
    Latency endToEnd,
    double keptShare,
    double outputTokensPerSecond,
    double meanReplicas,
    int mostReplicas,
    double gpuHours,
    double costUsd,
    double usdPerMillionOutputTokens,
    double revenueUsd,
    double movedGb,
    double egressUsd,
    double slowdown,
    long preemptions,
    long restarts) {
  private static final double SECONDS_PER_HOUR = 3600;
  private static final double MILLION = 1e6;
  private static final double BYTES_PER_GB = 1e9;

  /**
   * A latency over the finished requests, seconds.
   *
   * @param mean arithmetic
   * @param p50 median
   * @param p95 95th percentile
   * @param p99 99th percentile
   */
  public record Latency(double mean, double p50, double p95, double p99) {
    static Latency of(List<RequestRecord> requests, ToDoubleFunction<RequestRecord> seconds) {
      double[] values =
          requests.stream()
              .filter(RequestRecord::isFinished)
              .mapToDouble(seconds)
              .filter(value -> !Double.isNaN(value))
              .sorted()
              .toArray();
      return new Latency(
          Arrays.stream(values).average().orElse(Double.NaN),
          Percentiles.of(values, 0.5),
          Percentiles.of(values, 0.95),
          Percentiles.of(values, 0.99));
    }
  }

  /** What is left of the revenue after GPUs and egress; NaN without prices. */
  public double marginUsd() {
    return revenueUsd - costUsd - (Double.isNaN(egressUsd) ? 0 : egressUsd);
  }

  /** Whether machines or neighbours changed the times of iterations. */
  public boolean isPaced() {
    return !Double.isNaN(slowdown) && slowdown != 1;
  }

  /**
   * The figures of a service.
   *
   * @param endTime when the run stopped, seconds
   */
  public static ServiceFigures of(ServiceResult service, double endTime) {
    List<RequestRecord> requests = service.requests();
    int finished = (int) requests.stream().filter(RequestRecord::isFinished).count();
    int rejected = (int) requests.stream().filter(RequestRecord::rejected).count();
    double outputTokens =
        requests.stream()
            .filter(RequestRecord::isFinished)
            .mapToDouble(RequestRecord::outputTokens)
            .sum();
    ServiceTerms terms = service.terms();
    boolean moved = service.traffic().movedBytes() > 0;
    double heldSeconds = service.heldGpuSeconds() / terms.gpusPerReplica();
    return new ServiceFigures(
        requests.size(),
        finished,
        rejected,
        requests.size() - finished - rejected,
        Latency.of(requests, RequestRecord::firstTokenSeconds),
        Latency.of(requests, RequestRecord::secondsPerToken),
        Latency.of(requests, RequestRecord::endToEndSeconds),
        terms.promises()
            ? ratio((int) requests.stream().filter(terms::keptFor).count(), requests.size())
            : Double.NaN,
        ratio(outputTokens, busySeconds(requests)),
        ratio(heldSeconds, endTime),
        mostAtOnce(service.replicas()),
        service.heldGpuSeconds() / SECONDS_PER_HOUR,
        service.costUsd(),
        ratio(service.costUsd(), outputTokens / MILLION),
        terms.prices().areKnown()
            ? requests.stream().mapToDouble(terms.prices()::usd).sum()
            : Double.NaN,
        moved ? service.traffic().movedBytes() / BYTES_PER_GB : Double.NaN,
        moved ? service.traffic().egressUsd() : Double.NaN,
        ratio(
            service.replicas().stream().mapToDouble(ReplicaRecord::busySeconds).sum(),
            service.replicas().stream().mapToDouble(ReplicaRecord::nominalSeconds).sum()),
        requests.stream().mapToLong(RequestRecord::preemptions).sum(),
        requests.stream().mapToLong(RequestRecord::restarts).sum());
  }

  private static double busySeconds(List<RequestRecord> requests) {
    double first = requests.isEmpty() ? Double.NaN : requests.get(0).arrivalTime();
    double last =
        requests.stream()
            .filter(RequestRecord::isFinished)
            .mapToDouble(RequestRecord::finishTime)
            .max()
            .orElse(Double.NaN);
    return last - first;
  }

  private static int mostAtOnce(List<ReplicaRecord> replicas) {
    double[] starts = replicas.stream().mapToDouble(ReplicaRecord::startTime).sorted().toArray();
    double[] ends = replicas.stream().mapToDouble(ReplicaRecord::endTime).sorted().toArray();
    int most = 0;
    int ended = 0;
    for (int started = 0; started < starts.length; started++) {
      while (ended < started && ends[ended] <= starts[started]) {
        ended++;
      }
      most = Math.max(most, started + 1 - ended);
    }
    return most;
  }

  private static double ratio(double part, double whole) {
    return whole > 0 ? part / whole : Double.NaN;
  }
}
