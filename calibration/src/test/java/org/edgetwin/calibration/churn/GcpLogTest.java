package org.edgetwin.calibration.churn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GcpLogTest {
  private static final GcpLog LOG = GcpLog.march2020();

  @Test
  void everyInstanceOfTheLogHasALife() {
    List<PolledLife> lives = LOG.lives();
    assertThat(lives).hasSize(423);
    assertThat(lives).filteredOn(PolledLife::died).hasSize(417);
    assertThat(lives).allMatch(life -> life.firstPollAge() > 600 && life.firstPollAge() < 1000);
  }

  @Test
  void nobodyKnowsTheFuture() {
    double middle = LOG.endTime() / 2;
    List<PolledLife> known = LOG.until(middle).lives();
    assertThat(known).allMatch(life -> life.bornTime() + life.lastPollAge() < middle);
    assertThat(known).filteredOn(life -> !life.died()).hasSize(6);
  }

  @Test
  void whatTheProviderEndsAfterADayIsNoDeath() {
    PolledLife capped = new PolledLife(0, List.of(700.0, 86_000.0, 87_000.0), true);
    assertThat(capped.beyondFirstPoll(86_400))
        .isEqualTo(new ObservedLife(85_300, Double.POSITIVE_INFINITY));
    PolledLife dead = new PolledLife(0, List.of(700.0, 1_500.0, 2_200.0), true);
    assertThat(dead.beyondFirstPoll(86_400)).isEqualTo(new ObservedLife(800, 1_500));
  }
}
