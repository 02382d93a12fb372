package org.edgetwin.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umontreal.ssj.rng.RandomStream;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;

class EventHeapTest {
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

    assertThat(drain()).containsExactly(positive, negative);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void randomOperationsAgreeWithASortedList(long seed) {
    RandomStream random = new Streams(seed, 1).stream("test/event-heap");
    // Few distinct times and priorities, so that all three keys matter.
    Comparator<Marker> order =
        Comparator.comparingDouble(Marker::time)
            .thenComparingDouble(Marker::priority)
            .thenComparingLong(marker -> marker.order);
    List<Marker> expected = new ArrayList<>();
    for (int step = 0; step < 4000; step++) {
      double growth = step < 2000 ? 0.6 : 0.4;
      if (expected.isEmpty() || random.nextDouble() < growth) {
        expected.add(add(random.nextInt(0, 40), random.nextInt(0, 2), step));
      } else if (random.nextInt(0, 1) == 0) {
        expected.sort(order);
        assertThat(heap.removeFirst()).isSameAs(expected.remove(0));
      } else {
        Marker cancelled = expected.remove(random.nextInt(0, expected.size() - 1));
        assertThat(heap.remove(cancelled)).isTrue();
        assertThat(heap.remove(cancelled)).isFalse();
      }
      assertThat(heap.size()).isEqualTo(expected.size());
    }
    expected.sort(order);
    assertThat(heap.inOrder()).containsExactlyElementsOf(expected);
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
