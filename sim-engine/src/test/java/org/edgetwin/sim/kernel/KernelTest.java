package org.edgetwin.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTest {
  /** A world of named events that write down when they fire. */
  private static final class Diary implements EventHost {
    private final Kernel kernel = new Kernel();
    private final List<Entry> entryList = new ArrayList<>();
    private final List<String> lineList = new ArrayList<>();

    Entry entry(String name, Phase phase) {
      Entry entry = new Entry(this, entryList.size(), name, phase);
      entryList.add(entry);
      return entry;
    }

    @Override
    public Kernel kernel() {
      return kernel;
    }
  }

  private static final class Entry extends EngineEvent {
    private final Diary diary;
    private final int index;
    private final String name;

    Entry(Diary diary, int index, String name, Phase phase) {
      super(diary.kernel, phase);
      this.diary = diary;
      this.index = index;
      this.name = name;
    }

    @Override
    public void actions() {
      diary.lineList.add(name + "@" + diary.kernel.time());
    }

    @Override
    public EngineEvent counterpartIn(EventHost copy) {
      return ((Diary) copy).entryList.get(index);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private final Diary diary = new Diary();
  private final Kernel kernel = diary.kernel;

  @Test
  void equalTimesFireInPhaseOrderThenInScheduleOrder() {
    for (Phase phase : List.of(Phase.SAMPLE, Phase.ARRIVAL, Phase.COMPLETION, Phase.FAILURE)) {
      diary.entry(phase + "1", phase).scheduleAt(5);
      diary.entry(phase + "2", phase).scheduleAt(5);
    }
    kernel.runUntil(5);

    assertThat(diary.lineList)
        .containsExactly(
            "COMPLETION1@5.0",
            "COMPLETION2@5.0",
            "FAILURE1@5.0",
            "FAILURE2@5.0",
            "ARRIVAL1@5.0",
            "ARRIVAL2@5.0",
            "SAMPLE1@5.0",
            "SAMPLE2@5.0");
  }

  @Test
  void theFeedIsMergedWithTheListInPhaseOrder() {
    Entry feed = diary.entry("feed", Phase.ARRIVAL);
    diary.entry("completion", Phase.COMPLETION).scheduleAt(5);
    diary.entry("arrival", Phase.ARRIVAL).scheduleAt(5);
    diary.entry("decision", Phase.DECISION).scheduleAt(5);
    kernel.feed(feed, 5);

    assertThat(kernel.pendingCount()).isEqualTo(4);
    assertThat(kernel.nextTime()).isEqualTo(5);
    assertThat(kernel.step()).isTrue();
    assertThat(kernel.hasEventNow(Phase.ARRIVAL)).isTrue();
    kernel.runUntil(5);
    assertThat(kernel.feedTime()).isEqualTo(Double.POSITIVE_INFINITY);
    kernel.feed(feed, 7);
    diary.entry("later", Phase.COMPLETION).scheduleAt(8);
    kernel.runUntil(9);
    assertThat(diary.lineList)
        .containsExactly(
            "completion@5.0", "feed@5.0", "arrival@5.0", "decision@5.0", "feed@7.0", "later@8.0");
    assertThat(kernel.eventCount()).isEqualTo(6);
    assertThat(kernel.step()).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> kernel.feed(feed, 8));
    assertThatIllegalArgumentException().isThrownBy(() -> kernel.feed(feed, Double.NaN));
  }

  @Test
  void phasesAreCompletionsFailuresTransfersArrivalsDecisionsSamples() {
    assertThat(Phase.values())
        .containsExactly(
            Phase.COMPLETION,
            Phase.FAILURE,
            Phase.TRANSFER,
            Phase.ARRIVAL,
            Phase.DECISION,
            Phase.SAMPLE)
        .isSortedAccordingTo((a, b) -> Double.compare(a.priority(), b.priority()));
  }

  @Test
  void stepExecutesOneEventWithTheClockAlreadyMoved() {
    diary.entry("a", Phase.ARRIVAL).scheduleAt(1.5);
    diary.entry("b", Phase.ARRIVAL).scheduleAt(2.5);

    assertThat(kernel.step()).isTrue();
    assertThat(diary.lineList).containsExactly("a@1.5");
    assertThat(kernel.eventCount()).isEqualTo(1);
    assertThat(kernel.pendingCount()).isEqualTo(1);
    assertThat(kernel.nextTime()).isEqualTo(2.5);
    assertThat(kernel.step()).isTrue();
    assertThat(kernel.step()).isFalse();
    assertThat(kernel.nextTime()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void runUntilIncludesTheInstantAndMovesTheClockToIt() {
    diary.entry("before", Phase.ARRIVAL).scheduleAt(1);
    diary.entry("at", Phase.ARRIVAL).scheduleAt(2);
    diary.entry("after", Phase.ARRIVAL).scheduleAt(Math.nextUp(2.0));
    kernel.runUntil(2);

    assertThat(diary.lineList).containsExactly("before@1.0", "at@2.0");
    assertThat(kernel.time()).isEqualTo(2);
    kernel.runUntil(10);
    assertThat(diary.lineList).hasSize(3);
    assertThat(kernel.time()).isEqualTo(10);
  }

  @Test
  void withoutAnEndTheClockStaysAtTheLastEvent() {
    diary.entry("only", Phase.ARRIVAL).scheduleAt(2);
    kernel.runUntil(Double.POSITIVE_INFINITY);
    assertThat(kernel.time()).isEqualTo(2);
    kernel.runUntil(Double.POSITIVE_INFINITY);
    assertThat(kernel.time()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {2.999, -1, Double.NaN, Double.NEGATIVE_INFINITY})
  void pastTimesAreRefused(double time) {
    kernel.runUntil(3);
    Entry entry = diary.entry("late", Phase.ARRIVAL);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> entry.scheduleAt(time))
        .withMessageContaining(time + " s")
        .withMessageContaining("late");
    assertThatIllegalArgumentException().isThrownBy(() -> kernel.runUntil(time));
    assertThatIllegalArgumentException().isThrownBy(() -> kernel.advanceClock(time));
    assertThat(entry.isScheduled()).isFalse();
    assertThat(kernel.time()).isEqualTo(3);
    assertThat(kernel.pendingCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusedMoveLeavesTheEventWhereItWas(double time) {
    Entry entry = diary.entry("kept", Phase.ARRIVAL);
    entry.scheduleAt(1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> entry.scheduleAt(time))
        .withMessageContaining(time + " s");
    assertThat(kernel.pendingCount()).isEqualTo(1);
    kernel.runUntil(2);
    assertThat(diary.lineList).containsExactly("kept@1.0");
  }

  @Test
  void thePresentInstantIsNotPast() {
    kernel.runUntil(3);
    diary.entry("now", Phase.ARRIVAL).scheduleAt(3);
    kernel.runUntil(3);

    assertThat(diary.lineList).containsExactly("now@3.0");
  }

  @Test
  void scheduleAtMovesAPendingEvent() {
    Entry moved = diary.entry("moved", Phase.ARRIVAL);
    moved.scheduleAt(1);
    diary.entry("other", Phase.ARRIVAL).scheduleAt(2);
    moved.scheduleAt(3);

    assertThat(kernel.pendingCount()).isEqualTo(2);
    kernel.runUntil(9);
    assertThat(diary.lineList).containsExactly("other@2.0", "moved@3.0");
  }

  @Test
  void unscheduledEventNeverFiresAndMayBeScheduledAgain() {
    Entry entry = diary.entry("again", Phase.ARRIVAL);
    entry.unschedule();
    entry.scheduleAt(1);
    assertThat(entry.isScheduled()).isTrue();
    entry.unschedule();
    assertThat(entry.isScheduled()).isFalse();
    assertThat(kernel.pendingCount()).isZero();
    kernel.runUntil(2);
    assertThat(diary.lineList).isEmpty();

    entry.scheduleAt(4);
    kernel.runUntil(5);
    assertThat(diary.lineList).containsExactly("again@4.0");
  }

  @Test
  void knowsWhetherTheInstantHasMoreEventsOfAPhase() {
    diary.entry("completion", Phase.COMPLETION).scheduleAt(1);
    diary.entry("arrival", Phase.ARRIVAL).scheduleAt(1);
    assertThat(kernel.hasEventNow(Phase.SAMPLE)).isFalse();
    kernel.step();

    assertThat(kernel.hasEventNow(Phase.FAILURE)).isFalse();
    assertThat(kernel.hasEventNow(Phase.ARRIVAL)).isTrue();
    assertThat(kernel.hasEventNow(Phase.DECISION)).isTrue();
    kernel.step();
    assertThat(kernel.hasEventNow(Phase.SAMPLE)).isFalse();
  }

  @Test
  void clockCannotJumpOverAnEvent() {
    diary.entry("a", Phase.ARRIVAL).scheduleAt(2);
    kernel.advanceClock(2);

    assertThat(kernel.time()).isEqualTo(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> kernel.advanceClock(2.5))
        .withMessageContaining("next event at 2.0 s");
  }

  @Test
  void copiedEventsFireInTheSameOrderInTheCopy() {
    Diary copy = new Diary();
    List<Diary> worlds = List.of(diary, copy);
    for (Diary world : worlds) {
      for (int i = 0; i < 20; i++) {
        world.entry("e" + i, i % 2 == 0 ? Phase.ARRIVAL : Phase.COMPLETION);
      }
    }
    // Positions in the heap differ from firing order, and cancelled events leave gaps in the
    // counters.
    for (int i = 19; i >= 0; i--) {
      diary.entryList.get(i).scheduleAt(1 + i % 3);
    }
    diary.entryList.get(7).unschedule();
    kernel.runUntil(1);
    kernel.copyEventsTo(copy);

    assertThat(copy.kernel.time()).isEqualTo(1);
    assertThat(copy.kernel.eventCount()).isEqualTo(kernel.eventCount());
    assertThat(copy.kernel.pendingCount()).isEqualTo(kernel.pendingCount());
    int already = diary.lineList.size();
    for (Diary world : worlds) {
      world.kernel.runUntil(5);
    }
    assertThat(copy.lineList)
        .isNotEmpty()
        .isEqualTo(diary.lineList.subList(already, diary.lineList.size()));
  }
}
