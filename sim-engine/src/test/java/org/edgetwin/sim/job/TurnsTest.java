package org.edgetwin.sim.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TurnsTest {
  private static StageTimes job(double load, double compute, double exchange) {
    return new StageTimes(load, compute, exchange, load + compute + exchange);
  }

  private static double period(double stretch, StageTimes[] jobs, int... phases) {
    return Turns.period(jobs, phases, jobs.length, stretch);
  }

  @Test
  void aloneAnIterationTakesWhatItTakes() {
    StageTimes[] overlapping = {new StageTimes(3, 4, 0, 5)};

    assertThat(period(1.5, overlapping, 0)).isEqualTo(5);
  }

  @Test
  void aSlotLastsAsLongAsItsLongestStage() {
    StageTimes[] jobs = {job(1, 2, 6), job(5, 1, 1)};

    // The second one slot later: max(1,1) + max(2,5) + max(6,1).
    assertThat(period(1, jobs, 0, 1)).isEqualTo(12);
    // Two slots later its long stage meets the first one's: max(1,1) + max(2,1) + max(6,5).
    assertThat(period(1, jobs, 0, 2)).isEqualTo(9);
  }

  @Test
  void threeEvenJobsFillThreeResources() {
    StageTimes even = job(1, 1, 1);

    assertThat(period(1, new StageTimes[] {even, even, even}, 0, 1, 2)).isEqualTo(3);
  }

  @Test
  void turningAllOfThemChangesNothing() {
    StageTimes[] jobs = {job(1, 2, 3), job(4, 1, 1), job(0.5, 2.5, 0)};

    assertThat(period(1, jobs, 1, 3, 0)).isCloseTo(period(1, jobs, 2, 4, 1), within(1e-12));
  }

  @Test
  void realTurnsTakeLongerAndNobodyIsFasterThanAlone() {
    StageTimes waiting = new StageTimes(1, 1, 0, 10);
    StageTimes[] jobs = {waiting, job(1, 1, 0)};

    assertThat(period(1, jobs, 0, 1)).isEqualTo(10);
    assertThat(period(6, jobs, 0, 1)).isEqualTo(18);
  }

  @Test
  void refusesWhatIsNoProfile() {
    assertThatThrownBy(() -> new StageTimes(-1, 1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> new StageTimes(1, 1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Maybe");
  }
}
