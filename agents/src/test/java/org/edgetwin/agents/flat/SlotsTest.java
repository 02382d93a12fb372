package org.edgetwin.agents.flat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlotsTest {
  @Test
  void slotsTakeLegalItemsFirstAndThenTheHighest() {
    Slots slots = new Slots(3);
    slots.choose(5, new boolean[] {true, false, true, true, false}, new float[] {1, 9, 3, 1, 8});
    assertThat(new int[] {slots.count(), slots.item(0), slots.item(1), slots.item(2)})
        .containsExactly(3, 2, 0, 3);
    slots.choose(2, new boolean[] {false, true}, new float[] {5, 1});
    assertThat(new int[] {slots.count(), slots.item(0), slots.item(1)}).containsExactly(2, 1, 0);
  }
}
