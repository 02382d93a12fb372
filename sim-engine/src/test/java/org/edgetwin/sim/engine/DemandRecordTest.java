package org.edgetwin.sim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.metrics.DemandCurve;
import org.edgetwin.sim.metrics.Economics;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.metrics.MetricCalculator;
import org.edgetwin.sim.metrics.MetricValues;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.metrics.WarmUp;
import org.junit.jupiter.api.Test;

class DemandRecordTest {
  private static final double EPSILON = 1e-9;
  private static final String FIRST_FIT = "fifo-fit-first+first-fit";

  /** Jobs that take 600 thousandths come to two GPUs, one a second; two find room. */
  private static SmallCluster twoGpus() {
    SmallCluster cluster = new SmallCluster().node(1, 2).withDemandCurve().until(100);
    for (int i = 0; i < 4; i++) {
      cluster.job(i, SmallCluster.demand(1, 600, 0), 1e6, Terms.NONE, Recovery.DEFAULT);
    }
    return cluster;
  }

  @Test
  void whatIsGivenOutAndWhatNoJobCanUse() {
    DemandCurve curve = twoGpus().run(FIRST_FIT).demandCurve();

    // Four ask for 2,400 thousandths of 2,000.
    assertThat(curve.size()).isEqualTo(121);
    // Percent asked for -> held, and what is idle but too small for 600.
    Map.of(
            0, new double[] {0, 0},
            1, new double[] {0.3, 0.2},
            30, new double[] {0.3, 0.2},
            31, new double[] {0.6, 0.4},
            100, new double[] {0.6, 0.4},
            120, new double[] {0.6, 0.4})
        .forEach(
            (percent, expected) -> {
              assertThat(curve.allocated()[percent]).isCloseTo(expected[0], within(EPSILON));
              assertThat(curve.fragmented()[percent]).isCloseTo(expected[1], within(EPSILON));
            });
  }

  @Test
  void jobsOfOneInstantCountOnceTheyAreDecidedAbout() {
    RunResult result =
        new SmallCluster()
            .node(1, 2)
            .withDemandCurve()
            .until(100)
            .job(0, 1, 1e6)
            .job(0, 1, 1e6)
            .run(FIRST_FIT);
    assertThat(result.demandCurve().allocated()[0]).isZero();
    assertThat(result.demandCurve().allocated()[1]).isEqualTo(1);
    assertThat(result.demandCurve().fragmented()[100]).isZero();
  }

  @Test
  void jobsThatCannotRunHaveAskedToo() {
    RunResult result =
        new SmallCluster()
            .node(1, 2)
            .withDemandCurve()
            .until(100)
            .job(0, 3, 1e6)
            .job(1, 1, 1e6)
            .run(FIRST_FIT);
    // 150 %, then 200 %.
    assertThat(result.demandCurve().allocated()).hasSize(201);
    assertThat(result.demandCurve().allocated()[150]).isZero();
    assertThat(result.demandCurve().allocated()[151]).isEqualTo(0.5);
  }

  @Test
  void aForkGoesOnAlike() {
    Simulation simulation = twoGpus().under(FIRST_FIT);
    while (simulation.cluster().now() < 2) {
      simulation.step();
    }
    Simulation fork = simulation.fork();
    DemandCurve forked = fork.run().result().demandCurve();
    DemandCurve original = simulation.run().result().demandCurve();
    assertThat(forked.allocated()).isEqualTo(original.allocated());
    assertThat(forked.fragmented()).isEqualTo(original.fragmented());
  }

  @Test
  void metricsAreReadFromTheCurve() {
    MetricCalculator calculator = new MetricCalculator(Economics.standard(), WarmUp.NONE);
    MetricValues values = calculator.compute(twoGpus().run(FIRST_FIT));
    assertThat(values.get(Metric.ALLOCATION_AT_100_RATIO)).isCloseTo(0.6, within(EPSILON));
    assertThat(values.get(Metric.FRAGMENTATION_AT_END_RATIO)).isCloseTo(0.4, within(EPSILON));
    RunResult little =
        new SmallCluster().node(1, 2).withDemandCurve().until(9).job(0, 1, 1e6).run(FIRST_FIT);
    assertThat(calculator.compute(little).isDefined(Metric.ALLOCATION_AT_100_RATIO)).isFalse();
    assertThat(calculator.compute(little).get(Metric.ALLOCATION_AT_END_RATIO)).isEqualTo(0.5);
    RunResult without = new SmallCluster().node(1, 2).until(9).job(0, 1, 1e6).run(FIRST_FIT);
    assertThat(without.demandCurve()).isNull();
    assertThat(calculator.compute(without).isDefined(Metric.ALLOCATION_AT_END_RATIO)).isFalse();
  }
}
