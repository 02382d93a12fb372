package org.edgetwin.sim.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umontreal.ssj.rng.RandomStream;

class NodeSetTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65, 4096, 4097, 100_000})
  void behavesLikeATreeSet(int capacity) {
    RandomStream random = new Streams(6, 1).stream("set");
    NodeSet set = new NodeSet(capacity);
    TreeSet<Integer> members = new TreeSet<>();
    for (int step = 0; step < 5000; step++) {
      int member = random.nextInt(0, capacity - 1);
      if (random.nextDouble() < (step / 1000 % 2 == 0 ? 0.7 : 0.2)) {
        set.add(member);
        members.add(member);
      } else {
        Integer present = members.ceiling(member);
        set.remove(present == null ? member : present);
        members.remove(present == null ? member : present);
      }
      set = step % 500 == 0 ? set.copy() : set;
      int from = random.nextInt(0, capacity - 1);
      Integer next = members.higher(from);
      assertThat(set.first()).isEqualTo(members.isEmpty() ? -1 : members.first());
      assertThat(set.next(from)).isEqualTo(next == null ? -1 : next);
      assertThat(set.isEmpty()).isEqualTo(members.isEmpty());
    }
  }
}
