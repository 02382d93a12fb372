package org.edgetwin.scenarios.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.scenarios.ScenarioRuns;
import org.edgetwin.scenarios.TestScenarios;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.metrics.Economics;
import org.edgetwin.sim.metrics.GroupUsage;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.metrics.MetricCalculator;
import org.edgetwin.sim.metrics.MetricValues;
import org.edgetwin.sim.metrics.OperatorResult;
import org.edgetwin.sim.metrics.RunResult;
import org.junit.jupiter.api.Test;

/** Scenarios with accounts, hourly grids and prices of their own. */
class EconomicsBuilderTest {
  private static String scenario(String economics, String nodeKeys, String jobKeys) {
    return """
        name: accounts
        regions: [{id: campus, carbon_intensity: 100 g/kWh, electricity_price: 0.5 USD/kWh}]
        fleet:
          nodes:
            - {name: dc, gpus_per_node: 4, gpu: A100, region: eu-central}
            - {name: home, gpus_per_node: 2, gpu: RTX-4090, region: campus, community: true%s}
        jobs:
          - name: j
            arrivals: {type: poisson, rate: 6 /h}
            until: 30 h
            durations: {type: lognormal, median: 40 min, sigma: 1}
            classes: {llm-decode-7b: 50 %%, resnet50-64: 50 %%}%s
        economics: %s
        run: {until: 40 h}
        """
        .formatted(nodeKeys, jobKeys, economics);
  }

  private static RunResult run(PreparedRun run) {
    return run.simulation().run().result();
  }

  private static PreparedRun prepare(String text) {
    return ScenarioRuns.open(TestScenarios.parse(text)).create("fifo-fit-first+cheapest", 1);
  }

  private static MetricValues metrics(String text) {
    PreparedRun run = prepare(text);
    return new MetricCalculator(run.economics(), run.warmUp()).compute(run(run));
  }

  @Test
  void withoutKeysThereAreNoAccounts() {
    PreparedRun run = prepare(scenario("{}", "", ""));
    assertThat(run.economics().accounting()).isNull();
    assertThat(run.config().options().hourlyUse()).isNull();
    assertThat(metrics(scenario("{}", "", "")).get(Metric.PROFIT_USD)).isNaN();
  }

  @Test
  void operatorsEarnWhatJobsPay() {
    PreparedRun run =
        prepare(scenario("{grid: hourly, starts: 2023-07-03 06:00}", ", operator: ada", ""));
    RunResult result = run(run);
    List<OperatorResult> operators = OperatorResult.of(result.usage(), run.economics());
    assertThat(operators).extracting(OperatorResult::operator).containsOnly("ada", "platform");
    double paid = result.jobs().stream().mapToDouble(JobRecord::costUsd).sum();
    assertThat(operators.stream().mapToDouble(OperatorResult::revenueUsd).sum())
        .isCloseTo(paid, within(1e-9 * paid));
    MetricValues values = new MetricCalculator(run.economics(), run.warmUp()).compute(result);
    assertThat(values.get(Metric.PROFIT_USD))
        .isCloseTo(
            values.get(Metric.REVENUE_USD) - values.get(Metric.ELECTRICITY_USD), within(1e-9));
    assertThat(values.get(Metric.REVENUE_USD)).isCloseTo(paid, within(1e-9 * paid));
  }

  @Test
  void theHourlyGridChangesMoneyAndCarbonButNoJobAndNoEnergy() {
    String yearly = scenario("{operators: true}", "", "");
    String hourly = scenario("{operators: true, grid: hourly, starts: 2023-01-10 00:00}", "", "");
    assertThat(run(prepare(hourly)).jobs()).isEqualTo(run(prepare(yearly)).jobs());
    MetricValues before = metrics(yearly);
    MetricValues after = metrics(hourly);
    double energy = before.get(Metric.ENERGY_KWH);
    assertThat(after.get(Metric.ENERGY_KWH)).isCloseTo(energy, within(1e-9 * energy));
    assertThat(after.get(Metric.ELECTRICITY_USD)).isNotEqualTo(before.get(Metric.ELECTRICITY_USD));
    assertThat(after.get(Metric.CARBON_KG)).isNotEqualTo(before.get(Metric.CARBON_KG));
    assertThat(after.get(Metric.COST_USD)).isEqualTo(before.get(Metric.COST_USD));
  }

  @Test
  void ownRegionsHaveTheirOwnConstantsByTheHourToo() {
    PreparedRun run = prepare(scenario("{grid: hourly}", "", ""));
    Economics economics = run.economics();
    GroupUsage home = run(run).usage().get(1);
    double energy = economics.energyKwh(home);
    assertThat(economics.use(home).usd()).isCloseTo(0.5 * energy, within(1e-9 * energy));
    assertThat(economics.carbonKg(home)).isCloseTo(0.1 * energy, within(1e-9 * energy));
  }

  @Test
  void aPriceForEverywhereHoldsEverywhere() {
    MetricValues values = metrics(scenario("{electricity_price: 0.3 USD/kWh}", "", ""));
    assertThat(values.get(Metric.ELECTRICITY_USD))
        .isCloseTo(0.3 * values.get(Metric.ENERGY_KWH), within(1e-9));
  }

  @Test
  void stagesDrawByClass() {
    String decode = scenario("{power: stages}", "", "").replace(", resnet50-64: 50 %", "");
    String training = scenario("{power: stages}", "", "").replace("llm-decode-7b: 50 %, ", "");
    GroupUsage quiet = run(prepare(decode)).usage().get(0);
    GroupUsage busy = run(prepare(training)).usage().get(0);
    double quietShare = busyShare(quiet);
    assertThat(quietShare).isBetween(0.3, 0.4);
    assertThat(busyShare(busy)).isGreaterThan(quietShare);
  }

  private static double busyShare(GroupUsage usage) {
    double busy = 0;
    for (double seconds : usage.hours().busyGpuSeconds()) {
      busy += seconds;
    }
    return busy / usage.heldGpuSeconds();
  }

  @Test
  void repricingNeverGoesBelowTheElectricityOfAnHour() {
    PreparedRun run =
        prepare(
            scenario(
                "{}", ", price: 2 USD/h, pricing: {type: repricing, gain: 1, target: 100 %}", ""));
    RunResult result = run(run);
    // The range of the RTX 4090 at 0.50 USD/kWh.
    double floor =
        (result.usage().get(1).gpuModel().powerWatts()
                - result.usage().get(1).gpuModel().idlePowerWatts())
            * 0.5
            / 1000;
    assertThat(result.usage().get(1).priceUsdPerGpuHour()).isGreaterThanOrEqualTo(floor);
    assertThat(run.economics().accounting().operatorsWanted()).isTrue();
  }

  @Test
  void callsArePaidOnceAndToTheOperator() {
    PreparedRun run = prepare(scenario("{kept_share: 75 %}", "", "\n    price_per_call: 0.02 USD"));
    RunResult result = run(run);
    long done = result.jobs().stream().filter(job -> job.costUsd() > 0).count();
    double calls = result.usage().stream().mapToDouble(GroupUsage::callsUsd).sum();
    assertThat(done).isGreaterThan(50);
    assertThat(calls).isCloseTo(0.02 * done, within(1e-9));
    assertThat(result.usage()).allMatch(usage -> usage.rentUsd() == 0);
    MetricValues values = new MetricCalculator(run.economics(), run.warmUp()).compute(result);
    assertThat(values.get(Metric.REVENUE_USD)).isCloseTo(0.75 * calls, within(1e-9));
  }

  @Test
  void theYearOfTheStartDoesNotMatter() {
    assertThat(hour("2023-01-01 00:00")).isZero();
    assertThat(hour("2024-03-01 05:00")).isEqualTo(59 * 24 + 5).isEqualTo(hour("2023-03-01 05:00"));
    assertThat(hour("2024-02-29 23:00")).isEqualTo(58 * 24 + 23);
    assertThat(hour("1999-12-31 23:00")).isEqualTo(8759);
  }

  private static int hour(String starts) {
    Scenario scenario = TestScenarios.parse(scenario("{starts: " + starts + "}", "", ""));
    return scenario.economics().startHourOfYear();
  }
}
