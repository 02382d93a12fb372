package org.edgetwin.sim.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
  void aDecoratorStandsAroundAPlacement() {
    assertThat(create("fifo+best-fit+hived").needs())
        .containsAll(create("fifo+hived").needs())
        .isNotEmpty();
    assertThat(create("fifo+wait+hived").knowledge()).isEqualTo(create("fifo+wait").knowledge());
    assertThat(catalog.parts("las+wait(depth=3)+hived").with(List.of(1.0, 2.0)))
        .isEqualTo("las(first=1,second=2)+wait(depth=3)+hived");
  }

  @Test
  void otherPlacementsStandAroundNothing() {
    assertThatThrownBy(() -> create("fifo+fgd+best-fit"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The placement 'best-fit' cannot stand around another one. Maybe fgd alone, or"
                + " fgd+hived.");
    assertThatThrownBy(() -> create("fifo+hived+best-fit"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("Maybe best-fit+hived.");
    assertThatThrownBy(() -> create("gavel-las+hived"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void wrongNamesAreRefusedWithTheNearestOne() {
    assertThatThrownBy(() -> create("fifo+best-fti"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("best-fit");
    assertThatThrownBy(() -> create("easi(")).isInstanceOf(IllegalArgumentException.class);
  }
}
