package org.edgetwin.sim.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MetricTest {
  /** The output format that others build on; a change breaks them. */
  private static final String KEYS =
      "jct_mean_s, jct_p50_s, jct_p95_s, jct_p99_s, wait_mean_s, wait_p95_s,"
          + " staging_mean_s, slowdown_mean,"
          + " bounded_slowdown_mean, bounded_slowdown_600_mean, makespan_s, gpu_allocated_ratio,"
          + " gpu_useful_ratio, fragmentation_ratio, allocation_at_100_ratio,"
          + " allocation_at_end_ratio, fragmentation_at_100_ratio, fragmentation_at_end_ratio,"
          + " jobs_submitted, jobs_finished, jobs_failed,"
          + " jobs_rejected, jobs_unfinished, preemptions, gpu_hours_lost, cost_usd,"
          + " egress_usd, moved_gb, energy_kwh,"
          + " carbon_kg, electricity_usd, revenue_usd, profit_usd, jain_fairness_wait, deadline_miss_ratio, decision_p99_us, actions_dropped, solves, solver_gap, solver_s, events, wall_s";

  @Test
  void keysAreThoseOfTheOutputFormat() {
    assertThat(Arrays.stream(Metric.values()).map(Metric::key)).containsExactly(KEYS.split(", "));
  }

  @Test
  void onlyTheWallClockDiffersBetweenEqualRuns() {
    assertThat(Arrays.stream(Metric.values()).filter(metric -> !metric.deterministic()))
        .containsExactly(Metric.DECISION_P99_US, Metric.SOLVER_S, Metric.WALL_S);
  }

  @Test
  void isFoundByItsKey() {
    assertThat(Metric.find("wait_p95_s")).contains(Metric.WAIT_P95_S);
    assertThat(Metric.find("WAIT_P95_S")).isEmpty();
  }
}
