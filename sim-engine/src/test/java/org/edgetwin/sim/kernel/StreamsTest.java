package org.edgetwin.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.LFSR113;
import umontreal.ssj.rng.RandomStream;

class StreamsTest {
  private static List<Double> draw(RandomStream stream, int count) {
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(stream.nextDouble());
    }
    return numbers;
  }

  @Test
  void sameSeedAndNameGiveTheSameNumbersWhoeverAsksFirst() {
    Streams one = new Streams(42, 1);
    Streams other = new Streams(42, 1);
    other.stream("failures/node-17");
    other.stream("workload/durations");

    assertThat(draw(other.stream("workload/arrivals"), 100))
        .isEqualTo(draw(one.stream("workload/arrivals"), 100));
  }

  @Test
  void namesSeedsAndReplicationsGiveDifferentNumbers() {
    Set<List<Double>> seen = new HashSet<>();
    int streams = 0;
    for (long seed : new long[] {-1, 0, 1, 42, Long.MAX_VALUE, Long.MIN_VALUE}) {
      for (int replication = 1; replication <= 5; replication++) {
        for (String name : List.of("", "a", "b", "ab", "ba", "workload/arrivals")) {
          seen.add(draw(new Streams(seed, replication).stream(name), 3));
          streams++;
        }
      }
    }

    assertThat(seen).hasSize(streams);
  }

  @Test
  void replicationIsASubstreamOfTheSameStream() {
    RandomStream stream = new Streams(7, 1).stream("x");
    for (int replication = 1; replication <= 300; replication++) {
      List<Double> expected = draw(Streams.copyOf(stream), 50);
      assertThat(draw(new Streams(7, replication).stream("x"), 50)).isEqualTo(expected);
      stream.resetNextSubstream();
    }
  }

  @Test
  void farReplicationsAreSubstreamsToo() {
    RandomStream stream = new Streams(7, Integer.MAX_VALUE - 1).stream("x");
    stream.resetNextSubstream();

    assertThat(draw(new Streams(7, Integer.MAX_VALUE).stream("x"), 50)).isEqualTo(draw(stream, 50));
  }

  @Test
  void threadsDoNotMatter() throws Exception {
    int count = 64;
    List<List<Double>> alone = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      alone.add(draw(new Streams(5, 1).stream("s" + i), 20));
    }
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Callable<List<Double>>> tasks = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        String name = "s" + i;
        tasks.add(() -> draw(new Streams(5, 1).stream(name), 20));
      }
      List<List<Double>> together = new ArrayList<>();
      for (Future<List<Double>> result : pool.invokeAll(tasks)) {
        together.add(result.get());
      }

      assertThat(together).isEqualTo(alone);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void copyContinuesLikeTheOriginalAndIsIndependentOfIt() {
    RandomStream original = new Streams(3, 2).stream("x");
    draw(original, 10);
    RandomStream copy = Streams.copyOf(original);
    List<Double> ahead = draw(copy, 10);

    assertThat(draw(original, 10)).isEqualTo(ahead);
    original.resetStartSubstream();
    copy.resetStartSubstream();
    assertThat(draw(copy, 10)).isEqualTo(draw(original, 10));
  }

  @Test
  void streamsOfOtherGeneratorsAreNotCopied() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Streams.copyOf(new LFSR113()))
        .withMessageContaining("LFSR113")
        .withMessageContaining("Maybe use Streams.stream");
  }

  @Test
  void replicationsCountFromOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Streams(1, 0))
        .withMessageContaining("replication (0) is not positive");
  }

  @Test
  void numbersAreUniform() {
    RandomStream stream = new Streams(1, 1).stream("uniform");
    int bins = 100;
    int draws = 100_000;
    int[] count = new int[bins];
    for (int i = 0; i < draws; i++) {
      count[(int) (stream.nextDouble() * bins)]++;
    }
    double chiSquare = 0;
    for (int observed : count) {
      double expected = (double) draws / bins;
      chiSquare += (observed - expected) * (observed - expected) / expected;
    }

    // 99 degrees of freedom: outside this range once in a thousand seeds; the seed is fixed.
    assertThat(chiSquare).isBetween(60.0, 149.0);
  }
}
