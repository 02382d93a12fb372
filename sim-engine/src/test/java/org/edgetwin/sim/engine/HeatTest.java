package org.edgetwin.sim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.gpu.energy.ThermalModel;
import org.edgetwin.sim.availability.CombinedVariation;
import org.edgetwin.sim.availability.Stragglers;
import org.edgetwin.sim.availability.ThermalThrottling;
import org.edgetwin.sim.availability.ThermalThrottling.Board;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.edgetwin.sim.variation.VariationModel;
import org.junit.jupiter.api.Test;

class HeatTest {
  private static final ThermalModel HEAT = new ThermalModel(0.145, 900, 84);
  private static final double ROOM = 30;
  private static final Board BOARD = new Board(20, 450);
  private static final double WARM = HEAT.settledCelsius(20, ROOM);
  private static final double CLOCK = HEAT.sustainedClock(20, 450, ROOM);

  private static VariationModel heat(Board... boards) {
    return new ThermalThrottling(HEAT, ROOM, boards);
  }

  private static Simulation simulation(SmallCluster cluster) {
    return cluster.under(SchedulerCatalog.standard().create("fifo", new Streams(1, 1)));
  }

  /** When work that starts on a machine of some temperature ends. */
  private static double end(double start, double celsius, double work) {
    double cool = HEAT.secondsToLimit(celsius, 450, ROOM);
    return start + (work <= cool ? work : cool + (work - cool) / CLOCK);
  }

  @Test
  void aLongJobIsThrottledAndTheMachineCoolsAfterIt() {
    double first = end(0, WARM, 1000);
    double second = first + 60;
    double celsius = HEAT.celsiusAfter(HEAT.limitCelsius(), 20, ROOM, 60);
    double third = end(second, celsius, 500) + 1e5;
    List<JobRecord> jobs =
        new SmallCluster()
            .node(1, 1)
            .with(heat(BOARD))
            .job(0, 1, 1000)
            .job(second, 1, 500)
            .job(third, 1, 200)
            .run("fifo")
            .jobs();

    assertThat(first).isBetween(1040.0, 1100.0);
    assertThat(jobs.get(0).endTime()).isCloseTo(first, within(1e-6));
    assertThat(jobs.get(1).endTime()).isCloseTo(end(second, celsius, 500), within(1e-6));
    // Still warm: throttled earlier than from cold.
    assertThat(HEAT.secondsToLimit(celsius, 450, ROOM))
        .isLessThan(0.7 * HEAT.secondsToLimit(WARM, 450, ROOM));
    // After a day it is as it was, and a short job never meets the limit.
    assertThat(jobs.get(2).endTime()).isCloseTo(third + 200, within(1e-6));
  }

  @Test
  void aMachineStaysHotUntilItsLastJobHasGone() {
    double toLimit = HEAT.secondsToLimit(WARM, 450, ROOM);
    double first = end(0, WARM, 600);
    List<JobRecord> jobs =
        new SmallCluster()
            .node(1, 2)
            .with(heat(BOARD))
            .job(0, 1, 600)
            .job(toLimit + 100, 1, 900)
            .job(first + 10, 1, 50)
            .run("fifo")
            .jobs();

    assertThat(jobs.get(1).endTime()).isCloseTo(toLimit + 100 + 900 / CLOCK, within(1e-6));
    assertThat(jobs.get(2).endTime()).isCloseTo(first + 10 + 50 / CLOCK, within(1e-6));
  }

  /** A job at its end before the limit takes the pending change with it. */
  @Test
  void whatIsCooledInTimeIsNotThrottled() {
    double toLimit = HEAT.secondsToLimit(WARM, 450, ROOM);
    SmallCluster cluster = new SmallCluster().node(1, 1).node(1, 1).with(heat(BOARD, null));
    double now = 0;
    for (int i = 0; i < 20; i++) {
      cluster.job(now, 1, 0.6 * toLimit);
      // The second machine has none, so the first gets every job.
      now += 0.6 * toLimit + 2000;
    }
    RunResult result = cluster.run("fifo");
    assertThat(result.jobs()).allMatch(job -> job.endTime() - job.submitTime() < 0.61 * toLimit);
    assertThat(result.endTime()).isLessThan(now);
  }

  @Test
  void machinesWithoutHotBoardsAreAsFastAsEver() {
    JobRecord job =
        new SmallCluster()
            .node(1, 1)
            .with(heat((Board) null))
            .job(0, 1, 1e5)
            .run("fifo")
            .jobs()
            .get(0);
    assertThat(job.endTime()).isEqualTo(1e5);
    assertThatThrownBy(() -> new SmallCluster().node(1, 1).with(heat()).job(0, 1, 1).run("fifo"))
        .hasMessageContaining("1 machines and boards of 0");
  }

  @Test
  void aForkOfWarmMachinesGoesOnAlike() {
    SmallCluster cluster =
        new SmallCluster()
            .node(1, 1)
            .node(1, 2)
            .node(2, 1)
            .with(
                new CombinedVariation(
                    List.of(heat(BOARD, BOARD, null), new Stragglers(2, 500, 1000))));
    for (int i = 0; i < 60; i++) {
      cluster.job(i * 97.0, 1, 50 + 37 * (i % 11));
    }
    Simulation run = simulation(cluster);
    RunResult through = simulation(cluster).run().result();
    for (double time = 50; time < 5000; time += 450) {
      run.runUntil(time);
      RunResult forked = run.fork().run().result();
      assertThat(forked.jobs()).isEqualTo(through.jobs());
      assertThat(forked.events()).isEqualTo(through.events());
    }
    assertThat(run.run().result().jobs()).isEqualTo(through.jobs());
  }
}
