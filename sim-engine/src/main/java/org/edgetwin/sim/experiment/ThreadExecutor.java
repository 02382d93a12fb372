package org.edgetwin.sim.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Executes runs on threads of this process; the outcomes do not depend on their number, wall-clock
 * metrics apart. If a run fails, the others are stopped and its exception is thrown.
 */
public final class ThreadExecutor implements RunExecutor {
  private final int threads;

  /**
   * @param threads how many runs go on at a time, at least 1
   */
  public ThreadExecutor(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "The number of threads (" + threads + ") is not positive.");
    }
    this.threads = threads;
  }

  @Override
  public List<RunOutcome> execute(
      RunFactory factory, List<RunRequest> requests, RunControl control) {
    AtomicBoolean failed = new AtomicBoolean();
    BooleanSupplier stop = () -> control.cancellation().isCancelled() || failed.get();
    RunLoop loop = new RunLoop(new ProgressMeter(control.listener(), requests.size()), stop);
    ExecutorService pool = Executors.newFixedThreadPool(threads, daemonThreads());
    try {
      List<Future<@Nullable RunOutcome>> futures = new ArrayList<>();
      for (RunRequest request : requests) {
        futures.add(pool.submit(() -> executeUnlessStopped(loop, factory, request, stop, failed)));
      }
      return collect(futures);
    } finally {
      // Without effect unless the collecting thread was interrupted.
      failed.set(true);
      pool.shutdown();
    }
  }

  private static @Nullable RunOutcome executeUnlessStopped(
      RunLoop loop,
      RunFactory factory,
      RunRequest request,
      BooleanSupplier stop,
      AtomicBoolean failed) {
    if (stop.getAsBoolean()) {
      return null;
    }
    boolean ended = false;
    try {
      RunOutcome outcome = loop.execute(factory, request);
      ended = true;
      return outcome;
    } finally {
      if (!ended) {
        failed.set(true);
      }
    }
  }

  private static List<RunOutcome> collect(List<Future<@Nullable RunOutcome>> futures) {
    List<RunOutcome> outcomes = new ArrayList<>();
    try {
      for (Future<@Nullable RunOutcome> future : futures) {
        RunOutcome outcome = future.get();
        if (outcome != null) {
          outcomes.add(outcome);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    }
    return outcomes;
  }

  private static ThreadFactory daemonThreads() {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "run-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
