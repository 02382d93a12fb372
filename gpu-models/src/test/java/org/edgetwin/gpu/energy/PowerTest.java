package org.edgetwin.gpu.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.GpuModel;
import org.junit.jupiter.api.Test;

class PowerTest {
  private static final GpuModel GPU = GpuCatalog.standard().find("RTX 4090").orElseThrow();

  @Test
  void aBoardDrawsFromIdleToItsLimit() {
    GpuPowerLaw law = GpuPowerLaw.PROPOSED;
    assertThat(law.watts(GPU, 0, 0)).isEqualTo(GPU.idlePowerWatts());
    assertThat(law.watts(GPU, 1, 1)).isEqualTo(GPU.powerWatts());
    double range = GPU.powerWatts() - GPU.idlePowerWatts();
    double decode = (law.watts(GPU, 0.15, 0.9) - GPU.idlePowerWatts()) / range;
    double training = (law.watts(GPU, 0.9, 0.6) - GPU.idlePowerWatts()) / range;
    assertThat(decode).isBetween(0.5, 0.7);
    assertThat(training).isBetween(0.9, 1.0);
    assertThatThrownBy(() -> law.watts(GPU, 1.1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("compute (1.1)");
  }

  @Test
  void conversionLosesFixedAndProportionalPower() {
    PowerSupply supply = PowerSupply.dataCentre(1.1);
    double converter = (1000 + 13) / 0.98;
    double rectifier = (converter + 17) / 0.96;
    assertThat(supply.gridWatts(1000)).isCloseTo(1.1 * rectifier, within(1e-9));
    assertThat(supply.gridWatts(0)).isZero();
    assertThat(supply.gridWatts(1001) - supply.gridWatts(1000))
        .isCloseTo(supply.marginalFactor(), within(1e-9));
    assertThat(PowerSupply.lossless(1).gridWatts(77)).isEqualTo(77);
  }

  @Test
  void theStepResponseIsExact() {
    ThermalModel board = ThermalModel.proposed("desktop");
    double settled = board.settledCelsius(450, 25);
    assertThat(settled).isCloseTo(76.75, within(1e-9));
    assertThat(board.celsiusAfter(25, 450, 25, board.timeConstantSeconds()))
        .isCloseTo(settled - (settled - 25) / Math.E, within(1e-9));
    // Small steps of the differential equation.
    double celsius = 25;
    for (int i = 0; i < 200_000; i++) {
      celsius += 0.001 * (450 - (celsius - 25) / 0.115) / 900;
    }
    assertThat(board.celsiusAfter(25, 450, 25, 200)).isCloseTo(celsius, within(1e-3));
    // Two steps are one.
    assertThat(board.celsiusAfter(board.celsiusAfter(30, 300, 25, 50), 300, 25, 70))
        .isCloseTo(board.celsiusAfter(30, 300, 25, 120), within(1e-9));
  }

  @Test
  void aCrowdedBoardMeetsItsLimitAndSlowsDown() {
    ThermalModel board = ThermalModel.proposed("crowded");
    double seconds = board.secondsToLimit(30, 450, 30);
    assertThat(board.celsiusAfter(30, 450, 30, seconds)).isCloseTo(84, within(1e-9));
    double clock = board.sustainedClock(20, 450, 30);
    assertThat(clock).isBetween(0.85, 0.99);
    double watts = 20 + 430 * Math.pow(clock, ThermalModel.POWER_OVER_CLOCK);
    assertThat(board.settledCelsius(watts, 30)).isCloseTo(84, within(1e-9));
    // A hotter room costs more speed; a cool one none.
    assertThat(board.sustainedClock(20, 450, 40)).isLessThan(clock);
    assertThat(board.sustainedClock(20, 450, 10)).isEqualTo(1);
    assertThat(board.secondsToLimit(30, 450, 10)).isInfinite();
    assertThat(board.secondsToLimit(90, 450, 10)).isZero();
  }

  @Test
  void theRoomIsWarmestInTheAfternoon() {
    assertThat(ThermalModel.roomCelsius(26, 4, 15 * 3600)).isCloseTo(30, within(1e-9));
    assertThat(ThermalModel.roomCelsius(26, 4, 3 * 3600)).isCloseTo(22, within(1e-9));
    assertThatThrownBy(() -> ThermalModel.proposed("fridge"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fridge");
  }
}
