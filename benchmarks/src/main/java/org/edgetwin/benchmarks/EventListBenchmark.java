package org.edgetwin.benchmarks;

import java.util.concurrent.TimeUnit;
import org.edgetwin.cli.bench.EventListKind;
import org.edgetwin.cli.bench.HoldModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Event lists inside SSJ's simulator: millions of events per second, one list to a JVM, which is
 * the best case of each.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseParallelGC", "-Xmx3g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EventListBenchmark {
  private static final int OPERATIONS = 50_000;

  /** The list measured. */
  @Param public EventListKind list;

  /** Number of pending events. */
  @Param({"1000", "100000", "1000000"})
  public int pending;

  private HoldModel model;

  /** Fills the list. */
  @Setup
  public void fill() {
    model = new HoldModel(list, pending);
  }

  /** Takes out the first event and schedules it again. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public double hold() {
    return model.hold(OPERATIONS);
  }

  /** Cancels a random event and schedules it again. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public double cancel() {
    return model.cancelAndReschedule(OPERATIONS);
  }
}
