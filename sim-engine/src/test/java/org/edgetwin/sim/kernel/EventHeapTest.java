package org.edgetwin.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import umontreal.ssj.rng.RandomStream;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;

class EventHeapTest {
  private static final Comparator<Marker> FIRING_ORDER =
      Comparator.comparingDouble(Marker::time)
          .thenComparingDouble(Marker::priority)
          .thenComparingLong(marker -> marker.order);

  private final EventHeap heap = new EventHeap();
  private final Simulator simulator = new Simulator(heap);

  private final class Marker extends Event {
    private final long order;

    Marker(double time, double priority, long order) {
      super(simulator);
      // In this order: SSJ refuses to change the priority of an event that has a time.
      setPriority(priority);
      setTime(time);
      this.order = order;
    }

    @Override
    public void actions() {}

    @Override
    public String toString() {
      return time() + "/" + priority() + "/" + order;
    }
  }

  private Marker add(double time, double priority, long order) {
    Marker marker = new Marker(time, priority, order);
    heap.add(marker);
    return marker;
  }

  private List<Event> drain() {
    List<Event> events = new ArrayList<>();
    while (!heap.isEmpty()) {
      events.add(heap.removeFirst());
    }
    return events;
  }

  @Test
  void ordersByTimeThenPriorityThenInsertion() {
    Marker late = add(2, 0, 0);
    Marker lowPriority = add(1, 5, 1);
    Marker first = add(1, 1, 2);
    Marker second = add(1, 1, 3);

    assertThat(heap.inOrder()).containsExactly(first, second, lowPriority, late);
    assertThat(drain()).containsExactly(first, second, lowPriority, late);
  }

  @Test
  void equalKeysAreFirstInFirstOut() {
    List<Event> inserted = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      inserted.add(add(7, 3, i));
    }

    assertThat(drain()).containsExactlyElementsOf(inserted);
  }

  @Test
  void positiveAndNegativeZeroAreTheSameInstant() {
    Marker positive = add(0.0, 1, 0);
    Marker negative = add(-0.0, 1, 1);

    assertThat(heap.inOrder()).containsExactly(positive, negative);
    assertThat(drain()).containsExactly(positive, negative);
  }

  /** How the times of new events lie; {@code now} is the time of the last event taken out. */
  private enum Times {
    FEW_INSTANTS {
      @Override
      double draw(RandomStream random, double now) {
        return now + random.nextInt(0, 40);
      }
    },
    UNIFORM {
      @Override
      double draw(RandomStream random, double now) {
        return now + random.nextDouble();
      }
    },
    ONE_INSTANT {
      @Override
      double draw(RandomStream random, double now) {
        return 5;
      }
    },
    HEAVY_TAIL {
      @Override
      double draw(RandomStream random, double now) {
        return now + Math.pow(random.nextDouble(), -3);
      }
    },
    ANY_ORDER {
      @Override
      double draw(RandomStream random, double now) {
        return random.nextDouble() - 0.5;
      }
    };

    abstract double draw(RandomStream random, double now);
  }

  /**
   * Grows to thousands of events and shrinks to none, three times, so that events pass between the
   * heap and the far ones.
   */
  @ParameterizedTest
  @EnumSource(Times.class)
  void randomOperationsAgreeWithASortedSet(Times times) {
    RandomStream random = new Streams(1, 1).stream("test/event-heap/" + times);
    TreeSet<Marker> expected = new TreeSet<>(FIRING_ORDER);
    List<Marker> victims = new ArrayList<>();
    double now = 0;
    for (int step = 0; step < 90_000; step++) {
      boolean growing = step % 30_000 < 20_000;
      if (random.nextDouble() < (growing ? 0.8 : 0)) {
        // Few priorities, so that all three keys matter.
        Marker marker = add(times.draw(random, now), random.nextInt(0, 2), step);
        expected.add(marker);
        victims.add(marker);
      } else if (random.nextInt(0, 3) > 0 || victims.isEmpty()) {
        Marker first = expected.pollFirst();
        assertThat(heap.getFirst()).isSameAs(first);
        assertThat(heap.removeFirst()).isSameAs(first);
        now = first == null ? now : first.time();
      } else {
        Marker victim = victims.remove(random.nextInt(0, victims.size() - 1));
        assertThat(heap.remove(victim)).isEqualTo(expected.remove(victim));
      }
      assertThat(heap.size()).isEqualTo(expected.size());
      assertThat(heap.isEmpty()).isEqualTo(expected.isEmpty());
      if (step == 19_999) {
        assertThat(heap.size()).isGreaterThan(10_000);
        assertThat(heap.inOrder()).containsExactlyElementsOf(expected);
      }
    }
    assertThat(drain()).containsExactlyElementsOf(expected);
  }

  @Test
  void emptyHeapHasNoFirstEvent() {
    assertThat(heap.isEmpty()).isTrue();
    assertThat(heap.getFirst()).isNull();
    assertThat(heap.removeFirst()).isNull();
    assertThat(heap.firstTime()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void firstEventIsSeenWithoutBeingRemoved() {
    Marker marker = add(3, 0, 0);

    assertThat(heap.getFirst()).isSameAs(marker);
    assertThat(heap.firstTime()).isEqualTo(3);
    assertThat(heap.size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void timesThatAreNoTimesAreRefused(double time) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> add(time, 0, 0))
        .withMessageContaining("(" + time + ") is not a finite number of seconds");
    assertThat(heap.isEmpty()).isTrue();
  }

  @Test
  void priorityNaNIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> add(1, Double.NaN, 0))
        .withMessageContaining("priority is NaN");
    assertThat(heap.isEmpty()).isTrue();
  }

  @Test
  void eventOfAnotherHeapIsNotRemoved() {
    add(1, 0, 0);
    EventHeap other = new EventHeap();
    Marker stranger = new Marker(1, 0, 1);
    other.add(stranger);

    assertThat(heap.remove(stranger)).isFalse();
    assertThat(heap.size()).isEqualTo(1);
    assertThat(other.remove(stranger)).isTrue();
  }

  @Test
  void clearLeavesNothingBehind() {
    Marker marker = add(1, 0, 0);
    for (int i = 1; i < 10_000; i++) {
      add(i, 0, i);
    }
    heap.clear();

    assertThat(heap.isEmpty()).isTrue();
    assertThat(heap.remove(marker)).isFalse();
    heap.add(marker);
    assertThat(drain()).containsExactly(marker);
  }

  @Test
  void iteratesInFiringOrder() {
    Marker second = add(2, 0, 0);
    Marker first = add(1, 0, 1);

    assertThat(heap.iterator()).toIterable().containsExactly(first, second);
    assertThat(heap.listIterator().next()).isSameAs(first);
    assertThat(heap.getFirstOfClass(Marker.class)).isSameAs(first);
    assertThat(heap.getFirstOfClass(Marker.class.getName())).isSameAs(first);
    assertThat(heap.getFirstOfClass("no.such.Event")).isNull();
  }

  @Test
  void positionalInsertsAreRefused() {
    Marker marker = add(1, 0, 0);
    Marker other = new Marker(1, 0, 1);

    assertThatThrownBy(() -> heap.addFirst(other))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("Maybe schedule the event at its time");
    assertThatThrownBy(() -> heap.addBefore(other, marker))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> heap.addAfter(other, marker))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
