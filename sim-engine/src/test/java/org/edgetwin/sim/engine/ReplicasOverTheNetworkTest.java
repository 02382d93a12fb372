package org.edgetwin.sim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.edgetwin.gpu.serving.LinearIterationTime;
import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.job.DataNeeds;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.JobTraffic;
import org.edgetwin.sim.metrics.ReplicaRecord;
import org.edgetwin.sim.metrics.RequestRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.metrics.ServiceResult;
import org.edgetwin.sim.serving.ServingRequest;
import org.junit.jupiter.api.Test;

/** Image and weights of a new replica come as the data of jobs do. */
class ReplicasOverTheNetworkTest {
  private static final double GB = SmallNetwork.GB;
  private static final Offset<Double> EXACTLY = within(1e-6);
  private static final DataNeeds IMAGE_AND_WEIGHTS =
      new DataNeeds(List.of(0, 1), 0, 0, DataNeeds.NEAREST);
  private static final LinearIterationTime TIMES =
      new LinearIterationTime(0.01, 1e-4, 1e-8, 1e-7, 1e-5);

  private static SmallService service(int least, int most) {
    return new SmallService(TIMES, least, most, IMAGE_AND_WEIGHTS);
  }

  private static ServiceResult only(RunResult result) {
    return result.services().get(0);
  }

  @Test
  void aNewReplicaLoadsWhenBothHaveCome() {
    SmallNetwork network = new SmallNetwork().home(50, 12.5, 100).item(8).item(16);
    RunResult result =
        new SmallCluster()
            .node(1, 1)
            .with(network.build())
            .with(service(0, 1).plan(List.of(ServingRequest.of(7, 100, 10))))
            .run("fifo");
    double staging = network.rtt(0) + 24 * GB / 50e6;
    ReplicaRecord stay = only(result).replicas().get(0);
    assertThat(stay.startTime()).isEqualTo(7);
    assertThat(stay.readyTime()).isCloseTo(7 + staging + SmallService.LOAD_SECONDS, EXACTLY);
    JobTraffic traffic = only(result).traffic();
    assertThat(traffic.stagingSeconds()).isCloseTo(staging, EXACTLY);
    assertThat(traffic.movedBytes()).isEqualTo(24 * GB);
    assertThat(traffic.egressUsd()).isCloseTo(24 * network.usdPerGb(0), within(1e-12));
    assertThat(only(result).costUsd())
        .as("the GPU is paid while it waits")
        .isCloseTo((result.endTime() - 7) / 3600, within(1e-9));
  }

  @Test
  void theFirstReplicasHaveTheirWeightsAndASiteFetchesThemOnce() {
    SmallNetwork network = new SmallNetwork().dataCentre(1).dataCentre(2).item(8).item(16);
    // Replica 0 stands ready at the first site; two more come to the second one.
    RunResult result =
        new SmallCluster()
            .node(1, 1)
            .node(1, 1)
            .node(1, 1)
            .with(network.build())
            .with(service(1, 3).plan(SmallService.requests(2000, 20)))
            .run("fifo");
    List<ReplicaRecord> stays = only(result).replicas();
    assertThat(stays).hasSize(3);
    assertThat(stays).filteredOn(stay -> stay.readyTime() == 0).hasSize(1);
    assertThat(only(result).traffic().movedBytes()).isEqualTo(24 * GB);
    assertThat(only(result).requests()).allMatch(RequestRecord::isFinished);
  }

  @Test
  void aReplicaBesideAnotherFindsItsWeights() {
    SmallNetwork network = new SmallNetwork().dataCentre(1).item(8).item(16);
    RunResult result =
        new SmallCluster()
            .node(1, 3)
            .with(network.build())
            .with(service(1, 3).plan(SmallService.requests(500, 20)))
            .run("fifo");
    assertThat(only(result).replicas())
        .hasSize(3)
        .filteredOn(stay -> stay.startTime() > 0)
        .allMatch(stay -> stay.readyTime() == stay.startTime() + SmallService.LOAD_SECONDS);
    assertThat(only(result).traffic()).isEqualTo(new JobTraffic(0, 0, 0));
  }

  @Test
  void aReplicaLostWhileItWaitsPaysForWhatHasCome() {
    SmallNetwork network = new SmallNetwork().home(50, 12.5, 100).item(8).item(16);
    Availability fails =
        new Availability.Planned(
            NodeState.UP,
            List.of(
                new Availability.Change(100, NodeState.FAILED),
                new Availability.Change(200, NodeState.UP)));
    Simulation simulation =
        new SmallCluster()
            .node(1, 1, 0, fails)
            .with(network.build())
            .with(service(0, 1).plan(List.of(ServingRequest.of(0, 100, 10))))
            .under("fifo")
            .run();
    ServiceResult service = only(simulation.result());
    double come = (100 - network.rtt(0)) * 50e6;
    double whole = network.rtt(0) + 24 * GB / 50e6;
    assertThat(service.traffic().movedBytes()).isCloseTo(24 * GB + come, within(1.0));
    assertThat(service.traffic().movedBytes())
        .isCloseTo(simulation.cluster().staging().staging().movedBytes(), within(1.0));
    assertThat(service.traffic().stagingSeconds()).isCloseTo(100 + whole, EXACTLY);
    assertThat(service.replicas())
        .extracting(ReplicaRecord::outcome)
        .containsExactly(ReplicaRecord.LOST, ReplicaRecord.UNFINISHED);
    assertThat(service.replicas().get(0).readyTime()).isNaN();
    assertThat(service.requests().get(0).scheduledTime())
        .isCloseTo(200 + whole + SmallService.LOAD_SECONDS, EXACTLY);
  }

  @Test
  void jobsAndReplicasShareLinesAndForksContinueBitForBit() {
    SmallNetwork network = new SmallNetwork().home(50, 12.5, 30).dataCentre(1).home(80, 12.5, 100);
    network.item(8).item(16).item(5);
    DataNeeds ofJobs = new DataNeeds(List.of(2), 0, 0, DataNeeds.NEAREST);
    Availability fails =
        new Availability.Planned(
            NodeState.UP,
            List.of(
                new Availability.Change(60, NodeState.FAILED),
                new Availability.Change(90, NodeState.UP)));
    SmallCluster cluster =
        new SmallCluster()
            .node(1, 1, 0, fails)
            .node(1, 2)
            .node(1, 1)
            .with(network.build())
            .with(service(1, 4).plan(SmallService.requests(2500, 8)));
    for (int i = 0; i < 8; i++) {
      cluster.job(15 * i, 1, 20).needing(ofJobs);
    }
    Simulation whole = cluster.under("fifo").run();
    ServiceResult service = only(whole.result());
    assertThat(service.requests()).allMatch(RequestRecord::isFinished);
    assertThat(service.traffic().movedBytes()).isGreaterThan(24 * GB);
    double paid = service.traffic().movedBytes();
    for (JobRecord job : whole.result().jobs()) {
      paid += job.traffic().movedBytes();
    }
    assertThat(paid).isCloseTo(whole.cluster().staging().staging().movedBytes(), within(1.0));
    for (double time : new double[] {0, 20, 60, 75, 150, 300}) {
      Simulation simulation = cluster.under("fifo").runUntil(time);
      RunResult forked = simulation.fork().run().result();
      assertThat(forked.services()).as("fork at %s", time).isEqualTo(whole.result().services());
      assertThat(forked.jobs()).isEqualTo(whole.result().jobs());
      assertThat(simulation.run().result().services()).isEqualTo(whole.result().services());
    }
  }
}
