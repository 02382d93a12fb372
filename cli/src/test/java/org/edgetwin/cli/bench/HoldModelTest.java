package org.edgetwin.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HoldModelTest {
  @ParameterizedTest
  @EnumSource(EventListKind.class)
  void everyListFiresTheSameEvents(EventListKind kind) {
    HoldModel reference = new HoldModel(EventListKind.SSJ_RED_BLACK_TREE, 5000);
    HoldModel model = new HoldModel(kind, 5000);

    assertThat(model.hold(20_000)).isEqualTo(reference.hold(20_000));
    assertThat(model.cancelAndReschedule(20_000)).isEqualTo(reference.cancelAndReschedule(20_000));
    assertThat(model.hold(20_000)).isEqualTo(reference.hold(20_000));
  }

  @ParameterizedTest
  @EnumSource(EventListKind.class)
  void anEventIsHeldForOneSecondOnAverage(EventListKind kind) {
    int pending = 1000;
    long events = 200_000;

    assertThat(new HoldModel(kind, pending).hold(events) * pending / events).isBetween(0.98, 1.02);
  }
}
