package org.edgetwin.sim.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.edgetwin.sim.metrics.RecordBuilder.run;
import static org.edgetwin.sim.metrics.RecordBuilder.submitted;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractDoubleAssert;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.PowerModel;
import org.edgetwin.sim.job.JobState;
import org.junit.jupiter.api.Test;

class MetricCalculatorTest {
  private static final GpuModel GPU =
      GpuCatalog.standard().find(GpuCatalog.REFERENCE_ID).orElseThrow();
  private static final Economics ECONOMICS =
      new Economics(
          new PowerModel(1.5, 100, 10), new PowerModel(1, 50, 0), 0.5, Map.of("north", 200.0));

  private static MetricValues compute(RunResult result) {
    return new MetricCalculator(ECONOMICS, WarmUp.NONE).compute(result);
  }

  private static AbstractDoubleAssert<?> assertMetric(MetricValues values, Metric metric) {
    return assertThat(values.get(metric)).as(metric.key());
  }

  /** Completion times 10, 30, 50; waits 0, 10, 20, and one job that still waits. */
  private static RunResult threeDoneAndOneWaiting() {
    return run(
        100,
        submitted(0).done(0, 10).work(10),
        submitted(0).done(10, 30).work(5),
        submitted(20).done(40, 70).work(100),
        submitted(60));
  }

  @Test
  void completionTimesAreOfFinishedJobsAndTheOthersAreCounted() {
    MetricValues values = compute(threeDoneAndOneWaiting());

    assertMetric(values, Metric.JCT_MEAN_S).isEqualTo(30);
    assertMetric(values, Metric.JCT_P50_S).isEqualTo(30);
    assertMetric(values, Metric.JCT_P95_S).isCloseTo(48, within(1e-12));
    assertMetric(values, Metric.JCT_P99_S).isCloseTo(49.6, within(1e-12));
    assertMetric(values, Metric.JOBS_SUBMITTED).isEqualTo(4);
    assertMetric(values, Metric.JOBS_FINISHED).isEqualTo(3);
    assertMetric(values, Metric.JOBS_UNFINISHED).isEqualTo(1);
  }

  @Test
  void waitsAreOfJobsThatStarted() {
    MetricValues values =
        compute(
            run(
                100,
                submitted(0).done(4, 10),
                submitted(0).stillRunning(10, 100),
                submitted(0).ran(1, 9, JobState.FAILED),
                submitted(0)));

    assertMetric(values, Metric.WAIT_MEAN_S).isEqualTo(5);
    assertMetric(values, Metric.WAIT_P95_S).isCloseTo(9.4, within(1e-12));
  }

  @Test
  void slowdownsRelateToWorkOnTheReference() {
    MetricValues values = compute(threeDoneAndOneWaiting());

    // 10/10, 30/5, 50/100
    assertMetric(values, Metric.SLOWDOWN_MEAN).isCloseTo((1 + 6 + 0.5) / 3, within(1e-12));
    // 10/10, 30/10, and 50/100 bounded from below by 1
    assertMetric(values, Metric.BOUNDED_SLOWDOWN_MEAN).isCloseTo((1 + 3 + 1) / 3.0, within(1e-12));
    assertMetric(values, Metric.BOUNDED_SLOWDOWN_600_MEAN).isEqualTo(1);
  }

  @Test
  void aJobWithoutWorkHasABoundedSlowdownOnly() {
    MetricValues values = compute(run(100, submitted(0).done(50, 50).work(0)));

    assertMetric(values, Metric.SLOWDOWN_MEAN).isNaN();
    assertMetric(values, Metric.BOUNDED_SLOWDOWN_MEAN).isEqualTo(5);
  }

  @Test
  void everyJobEndsInExactlyOneCount() {
    MetricValues values =
        compute(
            run(
                100,
                submitted(0).done(0, 1),
                submitted(0).ran(0, 5, JobState.FAILED),
                submitted(0).ended(7, JobState.CANCELLED),
                submitted(0).ended(0, JobState.REJECTED),
                submitted(0).stillRunning(50, 100),
                submitted(0)));

    assertMetric(values, Metric.JOBS_SUBMITTED).isEqualTo(6);
    assertMetric(values, Metric.JOBS_FINISHED).isEqualTo(1);
    assertMetric(values, Metric.JOBS_FAILED).isEqualTo(2);
    assertMetric(values, Metric.JOBS_REJECTED).isEqualTo(1);
    assertMetric(values, Metric.JOBS_UNFINISHED).isEqualTo(2);
  }

  @Test
  void makespanIsTheLastEndFromClockZero() {
    assertMetric(compute(run(500, submitted(20).done(20, 70))), Metric.MAKESPAN_S).isEqualTo(70);
    assertMetric(compute(run(500, submitted(400).ended(400, JobState.REJECTED))), Metric.MAKESPAN_S)
        .isNaN();
  }

  @Test
  void makespanOfAnUnfinishedRunIsTheTimeItStopped() {
    assertMetric(compute(threeDoneAndOneWaiting()), Metric.MAKESPAN_S).isEqualTo(100);
  }

  @Test
  void gpuTimeIsUsefulLostOrFree() {
    RunResult result =
        run(
            1000,
            List.of(usage("north", false, 4, 2, 8000, 3000)),
            400,
            // 300 s held: 60 s of restarts, 240 s running, of which 40 s were for nothing.
            submitted(0).done(0, 300).gpus(8, 1000).times(300, 240, 40).preempted(2),
            submitted(0).done(0, 1200).gpus(1, 500).times(1200, 1200, 0).preempted(1));
    MetricValues values = compute(result);

    assertMetric(values, Metric.GPU_ALLOCATED_RATIO).isEqualTo(3000 / 8000.0);
    assertMetric(values, Metric.GPU_USEFUL_RATIO).isEqualTo((8 * 200 + 600) / 8000.0);
    assertMetric(values, Metric.GPU_HOURS_LOST).isCloseTo(8 * 100 / 3600.0, within(1e-12));
    assertMetric(values, Metric.FRAGMENTATION_RATIO).isEqualTo(0.05);
    assertMetric(values, Metric.PREEMPTIONS).isEqualTo(3);
    assertMetric(values, Metric.EVENTS).isEqualTo(42);
    assertThat(
            values.get(Metric.GPU_USEFUL_RATIO) + values.get(Metric.GPU_HOURS_LOST) * 3600 / 8000)
        .isCloseTo(values.get(Metric.GPU_ALLOCATED_RATIO), within(1e-12));
  }

  @Test
  void everybodyPaysAlsoThoseThatDidNotFinish() {
    MetricValues values =
        compute(
            run(
                100,
                submitted(0).done(0, 1).cost(2.5),
                submitted(0).ran(0, 1, JobState.FAILED).cost(1),
                submitted(0).stillRunning(0, 100).cost(0.25)));

    assertMetric(values, Metric.COST_USD).isEqualTo(3.75);
  }

  @Test
  void energyIsOfBusyAndIdleGpusAndHostsTimesPue() {
    RunResult result =
        run(
            3600,
            List.of(
                // 2 nodes of 4 GPUs up for an hour, a quarter of the GPU time held
                usage("north", false, 8, 2, 8 * 3600, 2 * 3600),
                // 1 community node of 1 GPU up for an hour, free
                usage("north", true, 1, 1, 3600, 0)),
            0);
    double idle = GPU.idlePowerWatts();
    double busy = idle + 0.5 * (GPU.powerWatts() - idle);
    double dataCentreWatts = 1.5 * (2 * busy + 6 * idle + 2 * 100 + 8 * 10);
    double communityWatts = idle + 50;

    MetricValues values = compute(result);

    double kwh = (dataCentreWatts + communityWatts) / 1000;
    assertMetric(values, Metric.ENERGY_KWH).isCloseTo(kwh, within(1e-9));
    assertMetric(values, Metric.CARBON_KG).isCloseTo(kwh * 0.2, within(1e-9));
  }

  @Test
  void carbonOfAnUnknownGridIsUndefinedAndEnergyIsNot() {
    MetricValues values = compute(run(3600, List.of(usage("moon", false, 1, 1, 3600, 3600)), 0));

    assertMetric(values, Metric.CARBON_KG).isNaN();
    assertMetric(values, Metric.ENERGY_KWH).isPositive();
  }

  @Test
  void fairnessCountsThoseThatStillWait() {
    // Waits 0, 0, 30 (until cancelled) and 90 (until the run stopped).
    MetricValues values =
        compute(
            run(
                100,
                submitted(0).done(0, 10),
                submitted(5).stillRunning(5, 100),
                submitted(10).ended(40, JobState.CANCELLED),
                submitted(10),
                submitted(10).ended(10, JobState.REJECTED)));

    assertMetric(values, Metric.JAIN_FAIRNESS_WAIT)
        .isCloseTo(120.0 * 120 / (4 * (900 + 8100)), within(1e-12));
  }

  @Test
  void fairnessIsOneIfAllWaitAlike() {
    assertMetric(
            compute(run(100, submitted(0).done(0, 10), submitted(1).done(1, 10))),
            Metric.JAIN_FAIRNESS_WAIT)
        .isEqualTo(1);
    assertMetric(
            compute(run(100, submitted(0).done(7, 10), submitted(1).done(8, 10))),
            Metric.JAIN_FAIRNESS_WAIT)
        .isEqualTo(1);
  }

  @Test
  void deadlinesCountOnceTheirOutcomeIsKnown() {
    MetricValues values =
        compute(
            run(
                100,
                submitted(0).done(0, 50).deadline(50),
                submitted(0).done(0, 50).deadline(49),
                submitted(0).ran(0, 5, JobState.FAILED).deadline(200),
                submitted(0).ended(0, JobState.REJECTED).deadline(200),
                submitted(0).deadline(99),
                submitted(0).deadline(200),
                submitted(0).done(0, 60)));

    assertMetric(values, Metric.DEADLINE_MISS_RATIO).isEqualTo(4 / 5.0);
    assertMetric(compute(threeDoneAndOneWaiting()), Metric.DEADLINE_MISS_RATIO).isNaN();
  }

  @Test
  void aRunWithoutJobsHasNoFiguresButNoErrorEither() {
    MetricValues values = compute(run(0));

    assertMetric(values, Metric.JOBS_SUBMITTED).isZero();
    assertMetric(values, Metric.JCT_MEAN_S).isNaN();
    assertMetric(values, Metric.GPU_ALLOCATED_RATIO).isNaN();
    assertMetric(values, Metric.JAIN_FAIRNESS_WAIT).isNaN();
    assertThat(values.byMetric()).containsOnlyKeys(Metric.values());
  }

  @Test
  void wallClockFiguresComeFromOutside() {
    MetricValues values = compute(run(0));

    assertThat(values.isDefined(Metric.WALL_S)).isFalse();
    assertMetric(values.withWallClock(12, 3.5), Metric.WALL_S).isEqualTo(3.5);
    assertMetric(values.withWallClock(12, 3.5), Metric.DECISION_P99_US).isEqualTo(12);
  }

  private static GroupUsage usage(
      String region, boolean community, int gpus, int nodes, double up, double held) {
    return new GroupUsage(
        0, GPU, region, "site", community, "me", 1, nodes, gpus, up, held, held / 3600, 0, null);
  }
}
