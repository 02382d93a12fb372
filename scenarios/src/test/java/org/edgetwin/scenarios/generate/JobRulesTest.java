package org.edgetwin.scenarios.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.edgetwin.scenarios.ScenarioRuns;
import org.edgetwin.scenarios.TestScenarios;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.workload.Workload;
import org.junit.jupiter.api.Test;

/** What generated jobs look like. Statistical bounds: false alarm 0.001 each, fixed seed. */
class JobRulesTest {
  private static final int N = 20_000;
  private static final double Z_999 = 3.2905;

  @Test
  void durationsGangsAndClassesFollowTheirLaws() {
    List<JobSpec> jobs =
        jobs(
            """
            durations: {type: lognormal, median: 10 min, sigma: 1}, gangs: {type: weights,
            shares: {1: 60 %, 4: 30 %, 8: 10 %}}, classes: {resnet50-64: 3, lm-20: 1}""");
    double[] logs = jobs.stream().mapToDouble(job -> Math.log(job.workSeconds() / 600)).toArray();
    assertThat(Arrays.stream(logs).average().orElseThrow())
        .isCloseTo(0, within(Z_999 / Math.sqrt(N)));
    assertShare(jobs.stream().filter(job -> job.demand().gpus() == 4).count(), 0.3);
    assertShare(jobs.stream().filter(job -> job.workload().id().equals("lm-20")).count(), 0.25);
  }

  @Test
  void realisticLimitsAreStepsAroundTheDuration() {
    List<JobSpec> jobs = jobs("durations: {type: exponential, mean: 20 h}, limits: realistic");
    Map<Double, Long> limits =
        jobs.stream()
            .collect(
                Collectors.groupingBy(
                    job -> job.terms().limitSeconds() / 3600, Collectors.counting()));
    assertThat(limits.keySet().stream().filter(hours -> hours <= 72))
        .containsExactlyInAnyOrder(1.0, 4.0, 12.0, 24.0, 72.0);
    assertThat(limits.keySet().stream().filter(hours -> hours > 72))
        .allMatch(hours -> hours % 72 == 0);
    assertThat(jobs).noneMatch(job -> job.terms().limitEnforced());
    // Half of the factors are below 1, but rounding up saves most of those jobs.
    double below =
        jobs.stream().filter(job -> job.terms().limitSeconds() < job.workSeconds()).count();
    assertThat(below / N).isBetween(0.1, 0.35);
  }

  @Test
  void exactLimitsAreTheDurationAndEstimatesScatterAroundIt() {
    List<JobSpec> jobs =
        jobs("durations: {type: exponential, mean: 1 h}, limits: exact, estimate_sigma: 0.5");
    assertThat(jobs).allMatch(job -> job.terms().limitSeconds() == job.workSeconds());
    double[] errors =
        jobs.stream()
            .mapToDouble(job -> Math.log(job.terms().estimateSeconds() / job.workSeconds()))
            .toArray();
    double mean = Arrays.stream(errors).average().orElseThrow();
    double variance = Arrays.stream(errors).map(error -> error * error).average().orElseThrow();
    assertThat(mean).isCloseTo(0, within(Z_999 * 0.5 / Math.sqrt(N)));
    assertThat(variance).isCloseTo(0.25, within(Z_999 * 0.25 * Math.sqrt(2.0 / N)));
  }

  @Test
  void deadlinesFollowTheDuration() {
    assertThat(jobs("durations: 1 h, deadlines: {type: slack, low: 1.5, high: 3}"))
        .allSatisfy(
            job ->
                assertThat(job.terms().deadlineTime() - job.submitTime())
                    .isBetween(1.5 * 3600 - 1e-3, 3.0 * 3600 + 1e-3));
    assertThat(jobs("durations: 1 h, deadlines: {type: after, time: 10 min}"))
        .allSatisfy(
            job ->
                assertThat(job.terms().deadlineTime() - job.submitTime())
                    .isCloseTo(600, within(1e-3)));
    assertThat(jobs("durations: 1 h"))
        .allMatch(job -> job.terms().deadlineTime() == Double.POSITIVE_INFINITY);
  }

  @Test
  void workIsStatedOnTheReferenceGpu() {
    double measured =
        jobs("durations: 1 h, classes: {resnet50-64: 1}, measured_on: P100").get(0).workSeconds();
    // A P100 is slower than the V100: an hour there is less than an hour of work.
    assertThat(measured).isBetween(1000.0, 2500.0);
    assertThat(jobs("durations: 1 h, measured_on: V100").get(0).workSeconds()).isEqualTo(3600);
  }

  @Test
  void changingOneLawLeavesTheOtherDrawsAlone() {
    List<JobSpec> one = jobs("durations: {type: exponential, mean: 1 h}, limits: none");
    List<JobSpec> other =
        jobs(
            """
            durations: {type: exponential, mean: 1 h}, limits: realistic, estimate_sigma: 0.5,
            gangs: {type: geometric, mean: 3}, classes: {lm-20: 1, lm-40: 1}""");
    assertThat(other)
        .extracting(JobSpec::submitTime)
        .isEqualTo(one.stream().map(JobSpec::submitTime).toList());
    assertThat(other)
        .extracting(JobSpec::workSeconds)
        .isEqualTo(one.stream().map(JobSpec::workSeconds).toList());
  }

  @Test
  void sharesOfAGpuAndHostResourcesReachTheDemand() {
    JobSpec job =
        jobs("""
                durations: 1 h, gpu_share: 25 %, cpu: 4.5, memory: 2 GiB, gpu_memory: 10 GB,
                gpu_models: [V100, T4], price_cap: 0.5 USD/h, priority: 3, spanning: one_node,
                recovery: {restart: 1 min, checkpoint_every: 10 min, max_retries: 2}""")
            .get(0);
    assertThat(job.demand().milliPerGpu()).isEqualTo(250);
    assertThat(job.demand().cpuMilli()).isEqualTo(4500);
    assertThat(job.demand().memoryMib()).isEqualTo(2048);
    assertThat(job.demand().gpuMemoryGb()).isEqualTo(10);
    assertThat(job.demand().gpuModels()).containsExactly("V100-SXM2-16", "T4");
    assertThat(job.demand().priceCapUsdPerGpuHour()).isEqualTo(0.5);
    assertThat(job.terms().priority()).isEqualTo(3);
    assertThat(job.recovery().restartSeconds()).isEqualTo(60);
    assertThat(job.recovery().checkpointIntervalSeconds()).isEqualTo(600);
    assertThat(job.recovery().maxRetries()).isEqualTo(2);
  }

  @Test
  void sourcesMergeInOrderOfTimeAndDeclaration() {
    Workload workload =
        workload(
            """
              - {name: b, arrivals: {type: at_once, at: 5 s, count: 2}, durations: 1 s}
              - {name: a, arrivals: {type: batch, every: 5 s, size: 1}, max_jobs: 3, durations: 1 s}
              - {name: c, arrivals: {type: at_once, count: 1}, durations: 1 s}
            """);
    assertThat(drain(workload.copy()))
        .extracting(JobSpec::name)
        .containsExactly("c/0", "b/0", "b/1", "a/0", "a/1", "a/2");
    workload.next();
    workload.next();
    assertThat(drain(workload.copy())).isEqualTo(drain(workload));
  }

  private static void assertShare(long count, double share) {
    assertThat(count / (double) N)
        .isCloseTo(share, within(Z_999 * Math.sqrt(share * (1 - share) / N)));
  }

  private static List<JobSpec> jobs(String keys) {
    return drain(
        workload(
            "  - {name: j, arrivals: {type: poisson, rate: 60 /h}, max_jobs: "
                + N
                + ", "
                + keys.replace('\n', ' ')
                + "}\n"));
  }

  private static Workload workload(String jobs) {
    return ScenarioRuns.open(TestScenarios.withJobs(jobs)).create("fifo", 1).workload();
  }

  private static List<JobSpec> drain(Workload workload) {
    List<JobSpec> jobs = new ArrayList<>();
    while (workload.nextTime() < Double.POSITIVE_INFINITY) {
      jobs.add(workload.next());
    }
    return jobs;
  }
}
