package org.edgetwin.sim.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.HostKind;
import org.edgetwin.gpu.PowerModel;
import org.edgetwin.gpu.Region;
import org.edgetwin.gpu.Regions;
import org.edgetwin.gpu.energy.EnergyUse;
import org.edgetwin.gpu.energy.HourlyGrid;
import org.junit.jupiter.api.Test;

/** Energy, electricity and carbon, and who earns what. */
class AccountingTest {
  private static final GpuModel GPU = GpuCatalog.standard().find("A100").orElseThrow();
  private static final Region GERMANY = Regions.standard().find("eu-central").orElseThrow();
  private static final int HOURS = 8760;

  private static Economics economics(Electricity electricity, boolean losses, double kept) {
    return new Economics(
        PowerModel.of(HostKind.DATACENTER),
        PowerModel.of(HostKind.COMMUNITY),
        0.8,
        Map.of(GERMANY.id(), GERMANY.gridGramsPerKwh()),
        new Accounting(electricity, losses, kept, 0, true));
  }

  private static Electricity constant() {
    return new Electricity(
        Map.of(GERMANY.id(), GERMANY.electricityUsdPerKwh()),
        Map.of(GERMANY.id(), GERMANY.gridGramsPerKwh()),
        null);
  }

  private static GroupUsage usage(String operator, double rent, double calls, HourlyUse hours) {
    return new GroupUsage(
        0,
        GPU,
        GERMANY.id(),
        "site",
        false,
        operator,
        1,
        2,
        16,
        Arrays.stream(hours.upGpuSeconds()).sum(),
        Arrays.stream(hours.heldGpuSeconds()).sum(),
        rent,
        calls,
        hours);
  }

  /** 16 GPUs up at all hours; how many are held changes, or not. */
  private static HourlyUse hours(boolean even) {
    double[] up = new double[HOURS];
    double[] held = new double[HOURS];
    double[] busy = new double[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      up[hour] = 16 * 3600;
      held[hour] = (even ? 8 : hour % 17) * 3600;
      busy[hour] = 0.8 * held[hour];
    }
    return new HourlyUse(up, held, busy);
  }

  @Test
  void aYearOfConstantPowerCostsTheYearlyAverages() {
    GroupUsage usage = usage("op", 1, 0, hours(true));
    Electricity hourly = new Electricity(Map.of(), Map.of(), new HourlyGrid(0));
    EnergyUse byHour = economics(hourly, false, 1).use(usage);
    EnergyUse average = economics(constant(), false, 1).use(usage);
    assertThat(byHour.usd()).isCloseTo(average.usd(), within(1e-9 * average.usd()));
    assertThat(byHour.carbonKg()).isCloseTo(average.carbonKg(), within(1e-9 * average.carbonKg()));
    assertThat(average.usd())
        .isCloseTo(
            average.kilowattHours() * GERMANY.electricityUsdPerKwh(), within(1e-9 * average.usd()));
  }

  @Test
  void flatProfilesCostAsMuchByTheHourAsByTheYear() {
    // Dubai has no zone, so its profile is flat.
    Region dubai = Regions.standard().find("me-central").orElseThrow();
    Electricity hourly = new Electricity(Map.of(), Map.of(), new HourlyGrid(2_345 * 3600));
    EnergyUse use = hourly.use(dubai.id(), 100, 3600, 7200);
    assertThat(use.usd()).isCloseTo(9.4, within(1e-9));
    assertThat(use.carbonKg()).isCloseTo(dubai.gridGramsPerKwh() / 10, within(1e-9));
  }

  @Test
  void hoursSumToTheEnergyOfTheRun() {
    GroupUsage usage = usage("op", 1, 0, hours(false));
    Electricity hourly = new Electricity(Map.of(), Map.of(), new HourlyGrid(0));
    Economics yearly =
        new Economics(
            PowerModel.of(HostKind.DATACENTER), PowerModel.of(HostKind.COMMUNITY), 0.8, Map.of());
    double whole = yearly.energyKwh(usage);
    Economics accounted = economics(hourly, false, 1);
    assertThat(accounted.energyKwh(usage)).isCloseTo(whole, within(1e-9 * whole));
    assertThat(accounted.useByHour(usage).stream().mapToDouble(EnergyUse::kilowattHours).sum())
        .isCloseTo(whole, within(1e-9 * whole));
  }

  @Test
  void supplyLossesAreThoseOfTheStages() {
    GroupUsage usage = usage("op", 1, 0, hours(true));
    double without = economics(constant(), false, 1).energyKwh(usage);
    double with = economics(constant(), true, 1).energyKwh(usage);
    double nodeWatts = without * 1e3 / 1.56 / HOURS / 2;
    double expected = 1.56 * ((nodeWatts + 13) / 0.98 + 17) / 0.96 * 2 * HOURS / 1e3;
    assertThat(with).isCloseTo(expected, within(1e-6 * expected));
  }

  @Test
  void operatorsShareWhatJobsPaid() {
    HourlyUse hours = hours(true);
    List<OperatorResult> results =
        OperatorResult.of(
            List.of(usage("a", 10, 1, hours), usage("b", 5, 20, hours), usage("a", 3, 0, hours)),
            economics(constant(), false, 0.75));
    assertThat(results).extracting(OperatorResult::operator).containsExactly("b", "a");
    OperatorResult a = results.get(1);
    assertThat(a.gpus()).isEqualTo(32);
    assertThat(a.rentedGpuHours()).isEqualTo(2 * 8 * HOURS);
    assertThat(a.account().paidUsd()).isEqualTo(14);
    assertThat(a.revenueUsd()).isEqualTo(10.5);
    assertThat(a.profitUsd()).isCloseTo(10.5 - a.account().energy().usd(), within(1e-9));
    assertThat(results.stream().mapToDouble(r -> r.account().paidUsd()).sum()).isEqualTo(39);
  }

  @Test
  void aRegionOfOnesOwnKeepsItsConstants() {
    Map<String, Double> own = new HashMap<>(Map.of("campus", 0.31));
    Electricity electricity = new Electricity(own, Map.of("campus", 50.0), new HourlyGrid(0));
    assertThat(electricity.use("campus", 10, 0, 3600)).isEqualTo(new EnergyUse(10, 3.1, 0.5));
    assertThat(electricity.usesCarbonProfile("campus")).isFalse();
    assertThat(electricity.usesCarbonProfile(GERMANY.id())).isTrue();
    assertThat(electricity.use("nowhere", 10, 0, 3600).carbonKg()).isNaN();
    assertThat(electricity.usdPerKwh("nowhere", 0)).isEqualTo(0.094);
    assertThat(electricity.usdPerKwh(GERMANY.id(), 4e5))
        .isEqualTo(new HourlyGrid(0).price().usdPerKwh(GERMANY, 4e5));
  }

  @Test
  void theSharesMustBeShares() {
    assertThatThrownBy(() -> new Accounting(constant(), false, 1.2, 0, true))
        .hasMessageContaining("keptShare (1.2)");
  }
}
