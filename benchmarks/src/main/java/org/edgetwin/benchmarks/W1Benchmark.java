package org.edgetwin.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.edgetwin.cli.bench.BareHeapQueue;
import org.edgetwin.cli.bench.EngineQueue;
import org.edgetwin.cli.bench.QueueProgram;
import org.edgetwin.cli.bench.SsjQueue;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.workload.ReferenceWorkload;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The reference workload W1: milliseconds for all its jobs. More than 100,000 jobs continue the
 * same stream.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseParallelGC", "-Xmx3g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class W1Benchmark {
  /** A program that serves the workload. */
  public enum Program {
    ENGINE,
    BARE_HEAP,
    SSJ;

    QueueProgram create() {
      return switch (this) {
        case ENGINE -> new EngineQueue("fifo+first-fit");
        case BARE_HEAP -> new BareHeapQueue();
        case SSJ -> new SsjQueue();
      };
    }
  }

  /** Who serves. */
  @Param public Program program;

  /** Number of jobs. */
  @Param({"100000", "1000000"})
  public int jobs;

  private List<JobSpec> workload;
  private QueueProgram queue;

  /** Makes the program and its jobs. */
  @Setup
  public void create() {
    workload = ReferenceWorkload.w1(jobs);
    queue = program.create();
  }

  /** Serves them all. */
  @Benchmark
  public Supplier<QueueProgram.Answer> serve() {
    return queue.serve(workload, ReferenceWorkload.SERVERS);
  }
}
