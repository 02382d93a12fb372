package org.edgetwin.sim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.NoContention;
import org.edgetwin.gpu.UniformSpeed;
import org.edgetwin.sim.engine.ClusterConfig;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.Economics;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.metrics.MetricCalculator;
import org.edgetwin.sim.metrics.MetricValues;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.metrics.WarmUp;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.edgetwin.sim.workload.ListWorkload;
import org.edgetwin.sim.workload.ReferenceWorkload;
import org.junit.jupiter.api.Test;

/** The published answers of W1 decide what makespan means: from clock 0, not the first arrival. */
class ReferenceWorkloadRunTest {
  @Test
  void metricsAreThePublishedOnes() {
    ReferenceWorkload.Answer answer = ReferenceWorkload.EXACT.get(0);
    PreparedRun prepared = prepared(answer.jobs());
    RunResult result = prepared.simulation().run().result();
    MetricValues values =
        new MetricCalculator(prepared.economics(), prepared.warmUp()).compute(result);

    assertThat(values.get(Metric.JCT_MEAN_S))
        .isCloseTo(answer.meanResponseSeconds(), within(1e-9 * answer.meanResponseSeconds()));
    assertThat(values.get(Metric.MAKESPAN_S))
        .isCloseTo(answer.makespanSeconds(), within(1e-9 * answer.makespanSeconds()));
    assertThat(result.jobsInSystemSeconds() / answer.jobs())
        .isCloseTo(answer.meanResponseSeconds(), within(1e-9 * answer.meanResponseSeconds()));
  }

  private static PreparedRun prepared(int jobs) {
    Streams streams = new Streams(1, 1);
    FleetSpec fleet =
        FleetSpec.uniform(
            GpuCatalog.standard().find(GpuCatalog.REFERENCE_ID).orElseThrow(),
            1,
            ReferenceWorkload.SERVERS);
    return new PreparedRun(
        new ClusterConfig(
            fleet,
            new UniformSpeed(),
            new NoContention(),
            streams,
            Double.POSITIVE_INFINITY,
            false),
        new ListWorkload(ReferenceWorkload.w1(jobs)),
        List.copyOf(SchedulerCatalog.standard().create("fifo", streams, 1)),
        Economics.standard(),
        WarmUp.NONE,
        Double.NaN);
  }
}
