package org.edgetwin.sim.selfcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * The engine against theory. Every row is a case with a known answer, put to the engine that runs
 * scenarios through its public ports: a {@code Workload} that makes jobs and hears of their ends,
 * and a {@code Scheduler}, of the catalogue where it has one.
 *
 * <p>The same mode and seed give the same results, whatever the number of threads. A right engine
 * fails with a probability below one in a thousand for a new seed, see {@code docs/selfcheck.md}.
 *
 * <p><b>Limits.</b> Network rates are not among the rows.
 */
public final class SelfCheck {
  /** The seed of the published figures. */
  public static final long DEFAULT_SEED = 20240601;

  private SelfCheck() {}

  /** All rows, in the order of the results. */
  public static List<CheckRow> rows() {
    List<CheckRow> rows = new ArrayList<>();
    rows.addAll(SingleServerRows.rows());
    rows.addAll(OrderRow.rows());
    rows.addAll(MultiServerRows.rows());
    rows.addAll(PriorityRows.rows());
    rows.addAll(NetworkRows.rows());
    rows.addAll(ParallelQueueRows.rows());
    rows.addAll(FailureRows.rows());
    rows.addAll(CheckpointRow.rows());
    rows.addAll(IdentityRows.rows());
    rows.addAll(PoissonRows.rows());
    rows.addAll(SequencingRows.rows());
    rows.addAll(BackfillRow.rows());
    rows.addAll(RepeatabilityRows.rows());
    return rows;
  }

  /**
   * Runs all rows.
   *
   * @param threads how many experiments run at a time; each holds up to some 150 MB
   * @param listener hears of every result as soon as it and those before it are known
   */
  public static List<CheckResult> run(
      Mode mode, long seed, int threads, Consumer<CheckResult> listener) {
    return run(rows(), mode, seed, threads, listener);
  }

  /** Runs some rows. */
  static List<CheckResult> run(
      List<CheckRow> rows, Mode mode, long seed, int threads, Consumer<CheckResult> listener) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<List<CheckResult>>> futures = new ArrayList<>();
      for (CheckRow row : rows) {
        for (Check check : row.checks()) {
          futures.add(pool.submit(() -> check.run(row.name(), mode, seed)));
        }
      }
      List<CheckResult> results = new ArrayList<>();
      for (Future<List<CheckResult>> future : futures) {
        List<CheckResult> some = future.get();
        some.forEach(listener);
        results.addAll(some);
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The self-check was interrupted.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A check of the engine broke off.", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
