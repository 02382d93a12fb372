package org.edgetwin.sim.experiment;

import java.util.List;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.scheduling.Knowledge;

/**
 * Makes runnable runs of one scenario. Replication r of every scheduler meets the same jobs and the
 * same failures (common random numbers); replication 1 of a replayed trace is the trace itself.
 *
 * <p>Thread-safe: runs are created on the threads that run them.
 */
public interface RunFactory {
  /** Name of the scenario. */
  String scenario();

  /** Seed of all random streams. */
  long seed();

  /**
   * A run, ready to start.
   *
   * @param scheduler such as {@code easy+consolidate}
   * @param replication 1 for the first
   * @throws IllegalArgumentException if there is no such scheduler
   */
  PreparedRun create(String scheduler, int replication);

  /** What a scheduler must be told; printed beside every result. */
  Knowledge knowledge(String scheduler);

  /** Metrics that verdicts are given on, the most important first. */
  default List<Metric> headlines() {
    return ExperimentPlan.STANDARD_HEADLINES;
  }

  /** Whether replications differ, so that more than one tells something. */
  boolean replicable();

  /** One sentence: what differs between replications, or why nothing does. */
  String replicationMethod();
}
