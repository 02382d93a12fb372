package org.edgetwin.gpu.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.edgetwin.gpu.CarbonIntensity;
import org.edgetwin.gpu.Region;
import org.edgetwin.gpu.Regions;
import org.junit.jupiter.api.Test;

class MonthHourProfileTest {
  private static final double HOUR = 3600;
  private static final double DAY = 24 * HOUR;
  private static final double YEAR = MonthHourProfile.YEAR_SECONDS;

  /** In month m, hour h: 100 m + h. */
  private static final MonthHourProfile COUNTED = counted();

  private static MonthHourProfile counted() {
    double[][] values = new double[12][24];
    for (int month = 0; month < 12; month++) {
      for (int hour = 0; hour < 24; hour++) {
        values[month][hour] = 100 * month + hour;
      }
    }
    return new MonthHourProfile(values);
  }

  @Test
  void anIntervalAcrossHoursIsTheSumOfItsParts() {
    // Half of the hour from 10, the hour from 11, a quarter of the hour from 12, on 1 January.
    assertThat(COUNTED.integral(10.5 * HOUR, 12.25 * HOUR))
        .isCloseTo((0.5 * 10 + 11 + 0.25 * 12) * HOUR, within(1e-6));
    // Across the end of January.
    assertThat(COUNTED.integral(31 * DAY - HOUR, 31 * DAY + HOUR))
        .isCloseTo((23 + 100) * HOUR, within(1e-5));
    // Across the end of the year.
    assertThat(COUNTED.integral(YEAR - HOUR, YEAR + 2 * HOUR))
        .isCloseTo((1123 + 0 + 1) * HOUR, within(1e-4));
  }

  @Test
  void integralsAddUp() {
    double whole = COUNTED.integral(1234.5, 3 * YEAR + 9876);
    double parts = COUNTED.integral(1234.5, 7e6) + COUNTED.integral(7e6, 3 * YEAR + 9876);
    assertThat(parts).isCloseTo(whole, within(1e-9 * whole));
    assertThat(COUNTED.integral(5e6, 5e6 + YEAR)).isCloseTo(COUNTED.mean() * YEAR, within(1e-3));
  }

  @Test
  void theYearRepeats() {
    for (double time = 0; time < YEAR; time += 98_765) {
      assertThat(COUNTED.at(time + 2 * YEAR)).isEqualTo(COUNTED.at(time));
    }
    assertThat(COUNTED.at(59 * DAY + 5.5 * HOUR)).isEqualTo(205);
  }

  @Test
  void anIntervalHasADirection() {
    assertThatThrownBy(() -> COUNTED.integral(2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(-1.0)");
    assertThatThrownBy(() -> new MonthHourProfile(new double[11][24]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("number of months (11.0)");
  }

  @Test
  void aYearCostsAndEmitsWhatTheRegionsAveragesSay() {
    HourlyGrid grid = new HourlyGrid(12_345_678);
    for (Region region : Regions.standard().all()) {
      EnergyUse year = grid.use(region, 1000, 0, YEAR);
      assertThat(year.kilowattHours()).isCloseTo(8760, within(1e-6));
      double price =
          Double.isNaN(region.electricityUsdPerKwh()) ? 0.094 : region.electricityUsdPerKwh();
      assertThat(year.usd()).isCloseTo(8760 * price, within(1e-6 * 8760));
      assertThat(year.carbonKg()).isCloseTo(8.760 * region.gridGramsPerKwh(), within(1e-4));
    }
  }

  @Test
  void theSunShinesOnPricesAndCarbon() {
    HourlyGrid july = new HourlyGrid(181 * DAY);
    CarbonIntensity carbon = july.carbon();
    Region california = Regions.standard().find("us-west").orElseThrow();
    // 20:00 UTC is noon in California, 03:00 is evening.
    assertThat(carbon.gramsPerKwh(california, 20 * HOUR))
        .isLessThan(0.8 * carbon.gramsPerKwh(california, 27 * HOUR));
    Region germany = Regions.standard().find("eu-central").orElseThrow();
    assertThat(july.price().usdPerKwh(germany, 12 * HOUR))
        .isLessThan(0.7 * july.price().usdPerKwh(germany, 19 * HOUR));
    // No zone: the average at all hours.
    Region dubai = Regions.standard().find("me-central").orElseThrow();
    assertThat(july.price().usdPerKwh(dubai, 0)).isEqualTo(0.094);
    Region own = Region.custom("home", 50, 8, 123, Double.NaN);
    assertThat(carbon.gramsPerKwh(own, 5 * HOUR)).isEqualTo(123);
    assertThat(july.use(own, 100, 0, HOUR).usd()).isCloseTo(0.0094, within(1e-12));
  }

  @Test
  void theUseOfANightIsTheSumOfItsHours() {
    HourlyGrid grid = new HourlyGrid(40 * DAY);
    Region region = Regions.standard().find("eu-west").orElseThrow();
    double usd = 0;
    for (int quarter = 0; quarter < 40; quarter++) {
      // Ten hours from 17:30 on, in quarters that no hour cuts.
      double time = 17.5 * HOUR + quarter * HOUR / 4;
      usd += 0.45 * 0.25 * grid.price().usdPerKwh(region, time + 1);
    }
    assertThat(grid.use(region, 450, 17.5 * HOUR, 27.5 * HOUR).usd()).isCloseTo(usd, within(1e-9));
  }
}
