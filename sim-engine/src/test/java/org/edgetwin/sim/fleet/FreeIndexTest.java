package org.edgetwin.sim.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umontreal.ssj.rng.RandomStream;

class FreeIndexTest {
  private static int lowest(IntStream positions) {
    return positions.min().orElse(-1);
  }

  @ParameterizedTest
  @CsvSource({"1, 8", "3, 1", "70, 8", "5000, 4", "40, 64", "9, 0"})
  void searchesFindWhatAScanFinds(int nodes, int maxGpus) {
    RandomStream random = new Streams(5, 1).stream("index");
    FreeIndex index = new FreeIndex(nodes, maxGpus);
    int[] free = new int[nodes];
    for (int step = 0; step < 3000; step++) {
      int position = random.nextInt(0, nodes - 1);
      int to = random.nextInt(0, maxGpus);
      index.move(position, free[position], to);
      free[position] = to;
      index = step % 500 == 0 ? index.copy() : index;
      int gpus = random.nextInt(0, maxGpus);
      int after = random.nextInt(-1, nodes - 1);
      assertThat(index.freeGpus()).isEqualTo(IntStream.of(free).sum());
      assertThat(index.first(gpus)).isEqualTo(lowest(withFree(free, gpus, -1)));
      assertThat(index.next(gpus, after)).isEqualTo(lowest(withFree(free, gpus, after)));
      int tightest = withFree(free, gpus, -1).map(i -> free[i]).min().orElse(-1);
      int emptiest = withFree(free, gpus, -1).map(i -> free[i]).max().orElse(-1);
      assertThat(index.tightest(gpus)).isEqualTo(lowest(exactly(free, tightest, -1)));
      assertThat(index.emptiest(gpus)).isEqualTo(lowest(exactly(free, emptiest, -1)));
      assertThat(index.firstExactly(gpus)).isEqualTo(lowest(exactly(free, gpus, -1)));
      assertThat(index.nextExactly(gpus, after)).isEqualTo(lowest(exactly(free, gpus, after)));
    }
  }

  private static IntStream withFree(int[] free, int gpus, int after) {
    return IntStream.range(after + 1, free.length).filter(i -> free[i] >= gpus);
  }

  private static IntStream exactly(int[] free, int gpus, int after) {
    return IntStream.range(after + 1, free.length).filter(i -> free[i] == gpus);
  }
}
