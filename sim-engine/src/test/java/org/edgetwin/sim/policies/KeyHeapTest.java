package org.edgetwin.sim.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.TreeSet;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class KeyHeapTest {
  private record Entry(double key, int id) {}

  @Test
  void behavesLikeASortedSetOnRandomOperations() {
    RandomStream random = new Streams(1, 1).stream("heap");
    KeyHeap heap = new KeyHeap();
    TreeSet<Entry> entries =
        new TreeSet<>(Comparator.comparingDouble(Entry::key).thenComparingInt(Entry::id));
    for (int step = 0; step < 20_000; step++) {
      double u = random.nextDouble();
      if (u < 0.5) {
        Entry entry = new Entry(random.nextInt(0, 20), step);
        heap.add(entry.key(), entry.id());
        entries.add(entry);
      } else if (u < 0.8 && !entries.isEmpty()) {
        Entry first = entries.pollFirst();
        assertThat(heap.firstId()).isEqualTo(first.id());
        assertThat(heap.firstKey()).isEqualTo(first.key());
        heap.removeFirst();
      } else {
        int id = random.nextInt(0, step + 1);
        assertThat(heap.remove(id)).isEqualTo(entries.removeIf(entry -> entry.id() == id));
      }
      heap = step % 1000 == 0 ? heap.copy() : heap;
      assertThat(heap.size()).isEqualTo(entries.size());
    }
  }
}
