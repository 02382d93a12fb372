package org.edgetwin.sim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.edgetwin.gpu.energy.RepricingRule;
import org.edgetwin.gpu.energy.SpotPriceSeries;
import org.edgetwin.sim.fleet.PriceRule;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.Attempt;
import org.edgetwin.sim.metrics.GroupUsage;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prices that move, and what jobs pay under them. */
class PricingTest {
  private static final double HOUR = 3600;

  /** 1 USD/h, 3 from 1 h, 2 from 2 h. */
  private static final SpotPriceSeries STEPS =
      new SpotPriceSeries(new double[] {0, HOUR, 2 * HOUR}, new double[] {1, 3, 2});

  private static Demand capped(double cap) {
    return new Demand(1, Demand.WHOLE_GPU, 0, 0, 0, List.of(), Spanning.ONE_NODE, cap);
  }

  private static PriceRule spot(double start) {
    return new PriceRule.Spot(STEPS, start);
  }

  private static PriceRule repricing(double gain, double target, double floor) {
    return new PriceRule.Repricing(new RepricingRule(gain, target), HOUR, time -> floor);
  }

  private static List<Scheduler> schedulers(String name) {
    return SchedulerCatalog.standard().create(name, new Streams(1, 1), 1);
  }

  @Test
  void spotJobsPayTheMeanOfTheSeries() {
    RunResult result =
        new SmallCluster()
            .market(2, "market", 9, spot(0))
            .job(1000, 2, 8000)
            .until(10 * HOUR)
            .run("fifo");
    double expected = STEPS.mean(1000, 9000) * 8000 / HOUR * 2;
    assertThat(result.jobs().get(0).costUsd()).isCloseTo(expected, within(1e-12));
    assertThat(result.usage().get(0).rentUsd()).isCloseTo(expected, within(1e-12));
    assertThat(result.usage().get(0).priceUsdPerGpuHour())
        .isCloseTo(STEPS.mean(1000, 9000), within(1e-12));
  }

  @Test
  void aShippedSpotSeriesIsPaidExactlyFromAnyStart() {
    SpotPriceSeries series = SpotPriceSeries.perGpu("p3.8xlarge", "us-west-2c");
    double start = 12.5 * 86_400 + 0.1;
    double work = 9.3 * 86_400;
    RunResult result =
        new SmallCluster()
            .market(1, "market", 9, new PriceRule.Spot(series, start))
            .job(0, 1, work)
            .until(20 * 86_400)
            .run("fifo");
    assertThat(result.jobs().get(0).costUsd())
        .isCloseTo(series.mean(start, start + work) * work / HOUR, within(1e-9));
    assertThat(series.at(0))
        .isCloseTo(SpotPriceSeries.of("p3.8xlarge", "us-west-2c").at(0) / 4, within(1e-15));
  }

  @Test
  void aRisingPriceOutbidsAndAFallingOneLetsIn() {
    RunResult result =
        new SmallCluster()
            .market(1, "market", 9, spot(0))
            .job(0, capped(2), 5400, Terms.NONE, new Recovery(0, 600, 0, true, 9))
            .until(10 * HOUR)
            .run("fifo");
    assertThat(result.attempts())
        .extracting(Attempt::startTime, Attempt::endTime, Attempt::outcome)
        .containsExactly(
            Tuple.tuple(0.0, HOUR, "outbid"), Tuple.tuple(2 * HOUR, 2 * HOUR + 1800, "done"));
    JobRecord job = result.jobs().get(0);
    assertThat(job.costUsd()).isCloseTo(1 + 0.5 * 2, within(1e-12));
    assertThat(job.failures()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fifo",
        "fifo-fit-first",
        "easy",
        "conservative",
        "srtf",
        "las",
        "fifo+cheapest",
        "fifo+wait",
        "random+random"
      })
  void everySchedulerWaitsForAPriceWithinTheCap(String scheduler) {
    Terms terms = new Terms(7200, false, 1000, Double.POSITIVE_INFINITY, 0, "");
    SmallCluster cluster = new SmallCluster().market(2, "market", 9, spot(HOUR)).until(10 * HOUR);
    for (int i = 0; i < 4; i++) {
      cluster.job(10 * i, capped(i % 2 == 0 ? 2 : 4), 1000, terms, Recovery.DEFAULT);
    }
    List<JobRecord> jobs = cluster.under(schedulers(scheduler)).run().result().jobs();
    assertThat(jobs).extracting(JobRecord::state).containsOnly(JobState.DONE);
    assertThat(jobs.get(0).firstStartTime()).isGreaterThanOrEqualTo(HOUR);
    assertThat(jobs.get(2).firstStartTime()).isGreaterThanOrEqualTo(HOUR);
  }

  @Test
  void jobsKeepThePriceAtWhichTheyStartedWhenAnOperatorReprices() {
    // One of two GPUs is held: 50 % against a target of 25 %, so the price rises by a quarter.
    RunResult result =
        new SmallCluster()
            .market(2, "op", 1, repricing(1, 0.25, 0.1))
            .job(0, 1, 2 * HOUR)
            .job(HOUR + 1, 1, 1800)
            .until(3 * HOUR)
            .run("fifo");
    assertThat(result.jobs().get(0).costUsd()).isCloseTo(2 * 1.0, within(1e-12));
    assertThat(result.jobs().get(1).costUsd()).isCloseTo(0.5 * 1.25, within(1e-12));
    assertThat(result.usage().get(0).rentUsd()).isCloseTo(2.625, within(1e-12));
  }

  @Test
  void anIdleOperatorGoesDownToItsFloorAndNotBelow() {
    Simulation simulation =
        new SmallCluster()
            .market(2, "op", 1, repricing(0.5, 0.8, 0.07))
            .job(0, 1, 60)
            .job(40 * HOUR, 1, 60)
            .until(50 * HOUR)
            .under(schedulers("fifo"))
            .runUntil(39 * HOUR);
    assertThat(simulation.cluster().observe(0).group(0).priceUsdPerGpuHour()).isEqualTo(0.07);
    assertThat(simulation.run().result().jobs().get(1).costUsd())
        .isCloseTo(0.07 / 60, within(1e-12));
  }

  /**
   * Jobs of a quarter of an hour that would hold 40 GPUs, caps spread evenly over 0..2 USD/h, and
   * who finds no GPU at a price within the cap goes: demand falls in the price.
   */
  @Test
  void repricingSettlesWhereTheTargetIsUsed() {
    SmallCluster cluster =
        new SmallCluster().market(20, "op", 0.2, repricing(0.2, 0.7, 0.05)).until(301 * HOUR);
    for (int i = 0; i < 160 * 300; i++) {
      double cap = 2 * ((i * 0.6180339887498949) % 1);
      cluster.job(i * HOUR / 160, capped(cap), 900, Terms.NONE, Recovery.DEFAULT);
    }
    Simulation simulation = cluster.under(new StartOrGo()).runUntil(100 * HOUR);
    double held = simulation.result().usage().get(0).heldGpuSeconds();
    simulation.runUntil(300 * HOUR);
    GroupUsage usage = simulation.result().usage().get(0);
    assertThat((usage.heldGpuSeconds() - held) / (200 * HOUR * 20)).isCloseTo(0.7, within(0.01));
    // 14 of the 40 GPUs are wanted at 1.3 USD/h.
    assertThat(simulation.cluster().observe(0).group(0).priceUsdPerGpuHour())
        .isCloseTo(1.3, within(0.05));
  }

  /** Starts a job at once or takes it out. */
  private static final class StartOrGo implements Scheduler {
    @Override
    public Decision decide(ClusterView view) {
      List<Action> actions = new ArrayList<>();
      view.forEachQueued(
          id -> {
            boolean fits = view.plan().fits(view.job(id));
            actions.add(fits ? new Action.Start(id, Placement.whole(0, 1)) : new Action.Cancel(id));
          });
      return Decision.of(actions);
    }

    @Override
    public Knowledge knowledge() {
      return Knowledge.NONE;
    }

    @Override
    public Set<Capability> needs() {
      return Set.of(Capability.CANCEL);
    }

    @Override
    public Scheduler copy() {
      return new StartOrGo();
    }
  }

  @Test
  void callsPayTheOperatorWhereTheyEnded() {
    Terms perCall =
        new Terms(
            Double.POSITIVE_INFINITY, false, Double.NaN, Double.POSITIVE_INFINITY, 0, "", 0.02);
    RunResult result =
        new SmallCluster()
            .market(1, "op", 5, PriceRule.POSTED)
            .job(0, capped(9), 600, perCall, Recovery.DEFAULT)
            .job(0, capped(9), 1800, Terms.NONE, Recovery.DEFAULT)
            .job(0, capped(9), 7200, perCall, Recovery.DEFAULT)
            .until(HOUR)
            .run("fifo");
    assertThat(result.jobs()).extracting(JobRecord::costUsd).containsExactly(0.02, 2.5, 0.0);
    assertThat(result.usage().get(0).callsUsd()).isEqualTo(0.02);
    assertThat(result.usage().get(0).rentUsd()).isEqualTo(2.5);
  }

  @Test
  void theFeeIsWhatRunningJobsPayNow() {
    Simulation simulation =
        new SmallCluster()
            .market(2, "market", 9, spot(0))
            .job(0, 2, 8000)
            .until(10 * HOUR)
            .under(schedulers("fifo"))
            .runUntil(100);
    assertThat(simulation.cluster().feeUsdPerSecond()).isEqualTo(2 * 1 / HOUR);
    assertThat(simulation.runUntil(HOUR + 1).cluster().feeUsdPerSecond()).isEqualTo(2 * 3 / HOUR);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1800.5, HOUR, HOUR + 0.25, 5.5 * HOUR, 20 * HOUR})
  void aForkGoesOnBitForBit(double time) {
    SmallCluster cluster =
        new SmallCluster()
            .market(3, "op", 1, repricing(0.3, 0.5, 0.2))
            .market(2, "market", 9, spot(0))
            .hourly(workload -> 0.5)
            .until(30 * HOUR);
    for (int i = 0; i < 60; i++) {
      Terms terms = new Terms(3000, false, 2000, Double.POSITIVE_INFINITY, 0, "");
      cluster.job(1700.0 * i, capped(0.5 + i % 4), 1000 + 300 * (i % 7), terms, Recovery.DEFAULT);
    }
    Simulation simulation = cluster.under(schedulers("srtf+cheapest")).runUntil(time);
    Simulation fork = simulation.fork();
    RunResult original = simulation.run().result();
    RunResult forked = fork.run().result();
    assertThat(forked.jobs()).isEqualTo(original.jobs());
    assertThat(forked.events()).isEqualTo(original.events());
    for (int group = 0; group < 2; group++) {
      assertThat(forked.usage().get(group))
          .usingRecursiveComparison()
          .isEqualTo(original.usage().get(group));
    }
    assertThat(original.usage().stream().mapToDouble(GroupUsage::rentUsd).sum())
        .isCloseTo(original.jobs().stream().mapToDouble(JobRecord::costUsd).sum(), within(1e-9));
  }

  @Test
  void movingPricesNeedAnEnd() {
    SmallCluster endless = new SmallCluster().market(1, "market", 9, spot(0)).job(0, 1, 1);
    assertThatThrownBy(() -> endless.run("fifo"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Prices move")
        .hasMessageContaining("Maybe set an end time");
  }
}
