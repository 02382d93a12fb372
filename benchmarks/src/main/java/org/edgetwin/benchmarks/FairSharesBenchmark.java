package org.edgetwin.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.network.FairShares;
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
import umontreal.ssj.rng.RandomStream;

/**
 * One flow of many leaves a network of 500 links and another comes: microseconds to share anew
 * after each of the two changes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseParallelGC", "-Xmx3g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FairSharesBenchmark {
  private static final int LINKS = 500;
  private static final long SEED = 1;

  /** Which links a flow crosses. */
  public enum Shape {
    /** Up at one of 250 sites and down at another. */
    SITES,
    /** Two to four of all links: nearly every flow depends on every other. */
    RANDOM
  }

  /** How routes are drawn. */
  @Param public Shape shape;

  /** Number of flows. */
  @Param({"1000", "10000"})
  public int flows;

  private RandomStream stream;
  private FairShares shares;

  /** Starts all flows. */
  @Setup
  public void fill() {
    stream = new Streams(SEED, 1).stream("benchmark/flows");
    double[] capacities = new double[LINKS];
    for (int link = 0; link < LINKS; link++) {
      capacities[link] = 1e8 * (1 + 9 * stream.nextDouble());
    }
    shares = new FairShares(capacities);
    for (int flow = 0; flow < flows; flow++) {
      shares.add(flow, route(), weight(), cap());
    }
    shares.share();
  }

  /** One leaves, one comes. */
  @Benchmark
  public double change() {
    int flow = stream.nextInt(0, flows - 1);
    shares.remove(flow);
    shares.share();
    shares.add(flow, route(), weight(), cap());
    shares.share();
    return shares.rate(flow);
  }

  private int[] route() {
    if (shape == Shape.SITES) {
      return new int[] {
        stream.nextInt(0, LINKS / 2 - 1), LINKS / 2 + stream.nextInt(0, LINKS / 2 - 1)
      };
    }
    int[] route = new int[stream.nextInt(2, 4)];
    for (int i = 0; i < route.length; i++) {
      int link = stream.nextInt(0, LINKS - 1);
      if (Arrays.stream(route, 0, i).noneMatch(other -> other == link)) {
        route[i] = link;
      } else {
        i--;
      }
    }
    return route;
  }

  private double weight() {
    return stream.nextInt(1, 8);
  }

  /** Half of the flows are held back by their windows. */
  private double cap() {
    return stream.nextDouble() < 0.5 ? 1e7 * stream.nextDouble() + 1e5 : Double.POSITIVE_INFINITY;
  }
}
