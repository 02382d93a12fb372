package org.edgetwin.sim.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class ShapeQueuesTest {
  private record Queued(int shape, double key, int id) {}

  private static final Comparator<Queued> ORDER =
      Comparator.comparingDouble(Queued::key).thenComparingInt(Queued::id);

  private final RandomStream random = new Streams(2, 1).stream("queues");
  private final List<Queued> queued = new ArrayList<>();
  private final Set<Integer> excludedShapes = new HashSet<>();
  private final Set<Integer> asideIds = new HashSet<>();
  private ShapeQueues queues = new ShapeQueues();

  /** The first job that a pass may still look at, found by looking at all. */
  private Queued first() {
    return queued.stream()
        .filter(job -> !excludedShapes.contains(job.shape()) && !asideIds.contains(job.id()))
        .min(ORDER)
        .orElse(null);
  }

  private void newPass() {
    excludedShapes.clear();
    asideIds.clear();
  }

  @Test
  void behaveLikeASearchThroughAllJobs() {
    for (int step = 0; step < 20_000; step++) {
      operate(step);
      Queued first = first();
      assertThat(queues.isEmpty()).isEqualTo(first == null);
      if (first != null) {
        assertThat(queues.firstId()).isEqualTo(first.id());
        assertThat(queues.firstKey()).isEqualTo(first.key());
      }
    }
  }

  private void operate(int step) {
    double u = random.nextDouble();
    Queued first = first();
    if (u < 0.35) {
      Queued job = new Queued(random.nextInt(0, 9), random.nextInt(0, 30), step);
      queues.add(job.shape(), job.key(), job.id());
      queued.add(job);
      newPass();
    } else if (u < 0.6 && first != null) {
      queues.removeFirst();
      queued.remove(first);
    } else if (u < 0.7 && first != null) {
      queues.setFirstAside();
      asideIds.add(first.id());
    } else if (u < 0.8 && first != null) {
      queues.excludeFirstShape();
      excludedShapes.add(first.shape());
    } else if (u < 0.9) {
      queues.beginPass();
      newPass();
    } else if (u < 0.95 && !queued.isEmpty()) {
      Queued any = queued.remove(random.nextInt(0, queued.size() - 1));
      queues.remove(any.shape(), any.id());
      newPass();
    } else {
      queues = queues.copy();
    }
  }
}
