package org.edgetwin.sim.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulerNameTest {
  private final SchedulerCatalog catalog = SchedulerCatalog.standard();

  private Scheduler create(String name) {
    return catalog.create(name, new Streams(1, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "las(first=1e+3)",
        "las(first=1e+3)+consolidate",
        "las(first=1000)+best-fit",
        "sjf(durations=noisy)+fastest-gpu"
      })
  void aPlusInAParameterSeparatesNothing(String name) {
    assertThat(create(name)).isInstanceOf(TwoStageScheduler.class);
  }

  @Test
  void wrongNamesAreRefusedWithTheNearestOne() {
    assertThatThrownBy(() -> create("fifo+best-fti"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("best-fit");
    assertThatThrownBy(() -> create("easi(")).isInstanceOf(IllegalArgumentException.class);
  }
}
