package org.edgetwin.agents.env;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Threads that share numbered tasks. Results are in the order of the numbers. */
public final class Crew implements AutoCloseable {
  private final ExecutorService pool;

  /** This many threads, which do not keep the program alive. */
  public Crew(int threads) {
    pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "crew");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * The results of tasks 0 to {@code count - 1}. If tasks fail, the first one's exception is thrown
   * on once all have ended, so that none goes on behind the caller's back.
   */
  public <T> List<T> all(int count, IntFunction<T> task) {
    List<Future<T>> futures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      futures.add(pool.submit(() -> task.apply(number)));
    }
    List<T> results = new ArrayList<>();
    Throwable failure = null;
    for (Future<T> future : futures) {
      try {
        results.add(future.get());
      } catch (ExecutionException e) {
        failure = failure == null ? e.getCause() : failure;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while tasks went on.", e);
      }
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
    return results;
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
