package org.edgetwin.sim.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.TreeMap;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umontreal.ssj.rng.RandomStream;

class KineticQueueTest {
  private record Waiting(int id, double submit, double limit) {
    double relativeWait(double now) {
      return (now - submit) / limit;
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 1e8})
  void hasTheLargestRelativeWaitInFrontAtAnyTime(double start) {
    RandomStream random = new Streams(4, 1).stream("kinetic");
    KineticQueue queue = new KineticQueue();
    TreeMap<Integer, Waiting> waiting = new TreeMap<>();
    double now = start;
    for (int step = 0; step < 20_000; step++) {
      double u = random.nextDouble();
      now += u < 0.5 ? 0 : random.nextInt(0, 20);
      if (random.nextDouble() < 0.5) {
        double limit = random.nextDouble() < 0.05 ? 1.0 / 0 : random.nextInt(1, 40);
        waiting.put(step, new Waiting(step, now, limit));
        queue.add(step, now, limit, now);
      } else if (!waiting.isEmpty()) {
        double instant = now;
        Waiting first =
            waiting.values().stream()
                .max(
                    Comparator.comparingDouble((Waiting job) -> job.relativeWait(instant))
                        .thenComparing(Comparator.comparingInt(Waiting::id).reversed()))
                .orElseThrow();
        assertThat(queue.first(now)).as("step %d", step).isEqualTo(first.id());
        assertThat(queue.firstRelativeWait(now)).isEqualTo(first.relativeWait(now));
        if (u < 0.3) {
          queue.removeFirst(now);
          waiting.remove(first.id());
        } else if (u < 0.6) {
          int id = waiting.floorKey(random.nextInt(waiting.firstKey(), step));
          queue.remove(id, now);
          waiting.remove(id);
        } else if (u < 0.65) {
          queue = queue.copy();
        }
      }
      assertThat(queue.isEmpty()).isEqualTo(waiting.isEmpty());
    }
  }
}
