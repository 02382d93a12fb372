package org.edgetwin.sim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.distribution.Distributions;
import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.job.DataNeeds;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umontreal.ssj.rng.RandomStream;

/** Random jobs with random data on homes that come and go, beside a data centre. */
class JobStagingPropertyTest {
  private static final double GB = SmallNetwork.GB;
  private static final double END = 40_000;

  private static SmallCluster cluster(int seed, boolean checkpoints) {
    RandomStream stream = new Streams(seed, 1).stream("test");
    SmallNetwork network = new SmallNetwork().dataCentre(2);
    SmallCluster cluster = new SmallCluster().until(END).node(1, 4).node(1, 4);
    for (int home = 0; home < 6; home++) {
      network.home(20 + 60 * stream.nextDouble(), 5 + 10 * stream.nextDouble(), 30);
      Availability churn =
          new Availability.Renewal(
              NodeState.LEFT,
              new Distributions.Exponential(2000),
              new Distributions.Exponential(500),
              true);
      cluster.node(2, 1, 0, churn);
    }
    for (int item = 0; item < 6; item++) {
      network.item(1 + 15 * stream.nextDouble());
    }
    double submit = 0;
    for (int job = 0; job < 80; job++) {
      submit += 300 * stream.nextDouble();
      Demand demand =
          new Demand(
              1 + (int) (3 * stream.nextDouble()),
              Demand.WHOLE_GPU,
              0,
              0,
              0,
              List.of(),
              Spanning.FREE,
              Double.POSITIVE_INFINITY);
      List<Integer> items = new ArrayList<>();
      for (int item = 0; item < 6; item++) {
        if (stream.nextDouble() < 0.3) {
          items.add(item);
        }
      }
      double size = checkpoints ? 2 * GB : 0;
      cluster
          .job(
              submit,
              demand,
              1500 * stream.nextDouble(),
              new Terms(1e9, false, 600, Double.POSITIVE_INFINITY, 0, ""),
              new Recovery(20, 300, 5, true, 99))
          .needing(new DataNeeds(items, size, size / 4, DataNeeds.NEAREST));
    }
    return cluster.with(network.build());
  }

  private static Simulation simulation(int seed, boolean checkpoints, String scheduler) {
    return cluster(seed, checkpoints)
        .under(SchedulerCatalog.standard().create(scheduler, new Streams(1, 1), 1).get(0));
  }

  @ParameterizedTest
  @CsvSource({"1, srtf+data-local", "2, fifo+worst-fit", "3, easy+consolidate", "4, las"})
  void aForkInTheMiddleOfTransfersContinuesBitForBit(int seed, String scheduler) {
    Simulation original = simulation(seed, true, scheduler);
    RunResult whole = simulation(seed, true, scheduler).run().result();
    int staging = 0;
    for (double time = 500; time < END; time += 1500) {
      original.runUntil(time);
      staging +=
          (int)
              original.result().jobs().stream()
                  .filter(job -> job.state() == JobState.STAGING)
                  .count();
      RunResult forked = original.fork().run().result();
      assertThat(forked.jobs()).isEqualTo(whole.jobs());
      assertThat(forked.events()).isEqualTo(whole.events());
    }
    assertThat(original.run().result().jobs()).isEqualTo(whole.jobs());
    assertThat(staging).isPositive();
    assertThat(whole.jobs()).extracting(JobRecord::state).contains(JobState.DONE);
  }

  @ParameterizedTest
  @CsvSource({"5, srtf", "6, fifo+data-local", "7, fifo-fit-first+first-fit"})
  void jobsPayForEveryByteOnce(int seed, String scheduler) {
    Simulation run = simulation(seed, false, scheduler).run();
    double moved = 0;
    double usd = 0;
    for (JobRecord job : run.result().jobs()) {
      moved += job.traffic().movedBytes();
      usd += job.traffic().egressUsd();
      assertThat(job.traffic().stagingSeconds() + job.runningSeconds())
          .isLessThanOrEqualTo(job.heldSeconds() + 1e-6);
    }
    JobStaging staging = run.cluster().staging();
    assertThat(run.result().jobs()).extracting(JobRecord::state).containsOnly(JobState.DONE);
    assertThat(staging.network().flowCount()).isZero();
    assertThat(moved).isCloseTo(staging.staging().movedBytes(), within(1.0)).isPositive();
    assertThat(usd).isCloseTo(staging.staging().egressUsd(), within(1e-9));
  }
}
