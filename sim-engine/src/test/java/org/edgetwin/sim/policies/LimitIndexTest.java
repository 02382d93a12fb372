package org.edgetwin.sim.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class LimitIndexTest {
  private static int firstWithin(Map<Integer, Double> jobs, double now, double end) {
    for (Map.Entry<Integer, Double> entry : jobs.entrySet()) {
      if (now + entry.getValue() <= end) {
        return entry.getKey();
      }
    }
    return -1;
  }

  @Test
  void findsWhatASearchInOrderFinds() {
    RandomStream random = new Streams(3, 1).stream("limits");
    LimitIndex index = new LimitIndex();
    TreeMap<Integer, Double> jobs = new TreeMap<>();
    int newest = 0;
    for (int step = 0; step < 20_000; step++) {
      double u = random.nextDouble();
      // Jobs come back with their old index when they are preempted or lose their node.
      int id = u < 0.35 ? newest++ : random.nextInt(Math.max(0, newest - 60), newest);
      if (u < 0.5 && !jobs.containsKey(id)) {
        double limit = random.nextInt(1, 50);
        index.add(id, limit);
        jobs.put(id, limit);
      } else if (u < 0.9) {
        index.remove(id);
        jobs.remove(id);
      } else {
        index = index.copy();
      }
      newest = Math.max(newest, id + 1);
      double now = random.nextInt(0, 10);
      double end = random.nextInt(0, 60);
      assertThat(index.firstWithin(now, end)).isEqualTo(firstWithin(jobs, now, end));
      assertThat(index.first()).isEqualTo(jobs.isEmpty() ? -1 : jobs.firstKey());
      assertThat(index.isEmpty()).isEqualTo(jobs.isEmpty());
    }
  }

  @Test
  void aJobThatComesBackAtTheEndCanLeaveAgain() {
    LimitIndex index = new LimitIndex();
    for (int id = 0; id < 5; id++) {
      index.add(id, 1);
    }
    index.remove(4);
    index.add(4, 2);
    index.remove(4);
    index.add(4, 3);

    index.remove(4);

    assertThat(index.firstWithin(0, 10)).isZero();
    for (int id = 0; id < 4; id++) {
      index.remove(id);
    }
    assertThat(index.first()).isEqualTo(-1);
  }

  @Test
  void unlimitedJobsComeInWhenThereIsNoShadow() {
    LimitIndex index = new LimitIndex();
    index.add(7, Double.POSITIVE_INFINITY);

    assertThat(index.firstWithin(5, 1e300)).isEqualTo(-1);
    assertThat(index.firstWithin(5, Double.POSITIVE_INFINITY)).isEqualTo(7);
    assertThat(index.first()).isEqualTo(7);
  }
}
