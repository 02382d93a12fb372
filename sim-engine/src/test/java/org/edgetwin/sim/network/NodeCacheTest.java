package org.edgetwin.sim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NodeCacheTest {
  @Test
  void theLeastRecentlyUsedLeaves() {
    NodeCache cache = new NodeCache(10);
    assertThat(cache.admit(1, 4)).isTrue();
    assertThat(cache.admit(2, 4)).isTrue();
    assertThat(cache.use(1)).isTrue();
    assertThat(cache.admit(3, 5)).isTrue();
    assertThat(cache.contains(1)).isTrue();
    assertThat(cache.contains(2)).isFalse();
    assertThat(cache.usedBytes()).isEqualTo(9);
  }

  @Test
  void pinnedItemsStay() {
    NodeCache cache = new NodeCache(10);
    cache.admit(1, 6);
    cache.pin(1);
    assertThat(cache.admit(2, 5)).isFalse();
    assertThat(cache.admit(3, 4)).isTrue();
    assertThat(cache.admit(4, 3)).isTrue();
    assertThat(cache.contains(1)).isTrue();
    assertThat(cache.contains(3)).isFalse();
    cache.unpin(1);
    assertThat(cache.admit(2, 10)).isTrue();
    assertThat(cache.contains(1)).isFalse();
    assertThatThrownBy(() -> cache.unpin(2)).hasMessageContaining("Item 2");
  }

  @Test
  void whatIsTooLargeIsNotKeptAndMovesNothing() {
    NodeCache cache = new NodeCache(10);
    cache.admit(1, 10);
    assertThat(cache.admit(2, 11)).isFalse();
    assertThat(cache.contains(1)).isTrue();
  }

  @Test
  void aCopyKeepsTheOrderOfUse() {
    NodeCache cache = new NodeCache(10);
    cache.admit(1, 5);
    cache.admit(2, 5);
    cache.use(1);
    NodeCache copy = cache.copy();
    copy.admit(3, 5);
    assertThat(copy.contains(1)).isTrue();
    assertThat(copy.contains(2)).isFalse();
    assertThat(cache.contains(2)).isTrue();
  }
}
