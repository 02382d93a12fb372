package org.edgetwin.agents.study;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Threads that share numbered tasks. Results are in the order of the numbers. */
final class Crew implements AutoCloseable {
  private final ExecutorService pool;

  Crew(int threads) {
    pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "study");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** The results of tasks 0 to {@code count - 1}. A task's exception is thrown on. */
  <T> List<T> all(int count, IntFunction<T> task) {
    List<Future<T>> futures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      futures.add(pool.submit(() -> task.apply(number)));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(resultOf(future));
    }
    return results;
  }

  private static <T> T resultOf(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("A task of a training failed.", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("A training was interrupted.", e);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
