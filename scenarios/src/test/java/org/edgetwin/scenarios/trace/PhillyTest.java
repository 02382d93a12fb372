package org.edgetwin.scenarios.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.edgetwin.scenarios.TestScenarios;
import org.edgetwin.scenarios.fleet.FleetSizer;
import org.edgetwin.scenarios.model.TraceSource;
import org.junit.jupiter.api.Test;

/** Facts of the Philly extract, counted independently of the reader. */
class PhillyTest {
  private static final Trace TRACE =
      new TraceLibrary(TestScenarios.names()).get(TraceSource.ofBuiltin("philly"));

  @Test
  void allJobsAreThere() {
    assertThat(TRACE.jobs()).hasSize(63_508);
    assertThat(TRACE.jobs().stream().mapToDouble(TraceJob::gpuSeconds).sum())
        .isEqualTo(2_465_728_342.0);
  }

  @Test
  void clusterIdsStayNames() {
    Map<String, Long> jobs =
        TRACE.jobs().stream()
            .collect(
                Collectors.groupingBy(
                    job -> String.valueOf(job.virtualCluster()),
                    TreeMap::new,
                    Collectors.counting()));
    assertThat(jobs)
        .containsExactly(
            Map.entry("0e4a51", 1435L),
            Map.entry("103959", 1934L),
            Map.entry("23dbec", 8L),
            Map.entry("2869ce", 422L),
            Map.entry("51b7ef", 4L),
            Map.entry("6214e9", 41226L),
            Map.entry("6c71a0", 9953L),
            Map.entry("795a4c", 3L),
            Map.entry("7f04ca", 723L),
            Map.entry("925e2b", 3L),
            Map.entry("b436b2", 7423L),
            Map.entry("e13805", 374L));
  }

  @Test
  void rowsAreSortedAndTiesKeepTheOrderOfTheFile() {
    for (int i = 1; i < TRACE.jobs().size(); i++) {
      TraceJob before = TRACE.jobs().get(i - 1);
      TraceJob job = TRACE.jobs().get(i);
      assertThat(job.submitTime()).isGreaterThanOrEqualTo(before.submitTime());
      if (job.submitTime() == before.submitTime()) {
        assertThat(Integer.parseInt(job.name())).isGreaterThan(Integer.parseInt(before.name()));
      }
    }
  }

  @Test
  void timeStartsAtTheFirstSubmission() {
    assertThat(TRACE.jobs().get(0).submitTime()).isZero();
    // 2017-09-04 was a Monday.
    assertThat(TRACE.originSeconds()).isBetween(1_504_483_200.0, 1_504_569_600.0);
    assertThat(TRACE.spanSeconds()).isBetween(108 * 86_400.0, 110 * 86_400.0);
  }

  @Test
  void fleetFollowsTheFormulaInEveryVirtualCluster() {
    FleetSizer sizer = new FleetSizer(TRACE, job -> String.valueOf(job.virtualCluster()), 0.9);
    Map<String, Integer> gpus = new TreeMap<>();
    sizer.virtualClusters().forEach(cluster -> gpus.put(cluster, sizer.gpus(cluster)));
    assertThat(gpus)
        .containsExactly(
            Map.entry("0e4a51", 42),
            Map.entry("103959", 22),
            Map.entry("23dbec", 8),
            Map.entry("2869ce", 42),
            Map.entry("51b7ef", 1),
            Map.entry("6214e9", 42),
            Map.entry("6c71a0", 42),
            Map.entry("795a4c", 6),
            Map.entry("7f04ca", 70),
            Map.entry("925e2b", 8),
            Map.entry("b436b2", 63),
            Map.entry("e13805", 32));
  }
}
