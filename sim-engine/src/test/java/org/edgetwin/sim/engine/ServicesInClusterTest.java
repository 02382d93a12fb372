package org.edgetwin.sim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.serving.IterationTime;
import org.edgetwin.gpu.serving.LinearIterationTime;
import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.ReplicaRecord;
import org.edgetwin.sim.metrics.RequestRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.metrics.ServiceFigures;
import org.edgetwin.sim.metrics.ServiceResult;
import org.edgetwin.sim.metrics.ServiceTerms;
import org.edgetwin.sim.serving.ConcurrencyTarget;
import org.edgetwin.sim.serving.Deployment;
import org.edgetwin.sim.serving.EngineSettings;
import org.edgetwin.sim.serving.LeastOutstanding;
import org.edgetwin.sim.serving.ReplicaHardware;
import org.edgetwin.sim.serving.ServedBy;
import org.edgetwin.sim.serving.ServiceSpec;
import org.edgetwin.sim.serving.ServingPlan;
import org.edgetwin.sim.serving.ServingRequest;
import org.edgetwin.sim.serving.ServingSimulation;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class ServicesInClusterTest {
  private static final IterationTime TIMES = new LinearIterationTime(0.01, 1e-4, 1e-8, 1e-7, 1e-5);
  private static final EngineSettings ENGINE = EngineSettings.usual(8, 512, 300);
  private static final double COLD_START = 20;

  private static ServedBy served(int least, int most, String... gpuModels) {
    List<ReplicaHardware> hardware = new ArrayList<>();
    for (String gpu : gpuModels) {
      hardware.add(new ReplicaHardware(gpu, TIMES, ENGINE));
    }
    ServiceSpec spec = new ServiceSpec("chat", hardware, 4000, least, most, COLD_START, 0);
    return new ServedBy(spec, new LeastOutstanding(), new ConcurrencyTarget(6, 5, 30));
  }

  private static ServingPlan plan(List<ServingRequest> requests, ServedBy... services) {
    List<Deployment> deployments = new ArrayList<>();
    for (ServedBy served : services) {
      deployments.add(
          new Deployment(
              served,
              ServiceTerms.of(served.spec().name(), 1),
              replica(
                  served.spec().name(),
                  served.spec().hardware().stream().map(ReplicaHardware::gpuModel).toList(),
                  JobSpec.ENDLESS_SECONDS)));
    }
    return new ServingPlan(deployments, requests);
  }

  private static JobSpec replica(String name, List<String> gpuModels, double work) {
    Demand demand =
        new Demand(1, 1000, 0, 0, 0, gpuModels, Spanning.ONE_NODE, Double.POSITIVE_INFINITY);
    return new JobSpec(name, 0, demand, SmallCluster.CLASS, work, 0, Terms.NONE, Recovery.DEFAULT);
  }

  private static List<ServingRequest> requests(int count, double perSecond, int services) {
    RandomStream stream = new Streams(7, 1).stream("requests");
    List<ServingRequest> requests = new ArrayList<>();
    double time = 0;
    for (int i = 0; i < count; i++) {
      requests.add(
          new ServingRequest(
              time,
              stream.nextInt(0, services - 1),
              stream.nextInt(1, 900),
              stream.nextInt(1, 200),
              ServingRequest.NO_GROUP,
              0));
      time -= Math.log(1 - stream.nextDouble()) / perSecond;
    }
    return requests;
  }

  private static List<RequestRecord> records(RunResult result) {
    return result.services().stream()
        .flatMap(service -> service.requests().stream())
        .sorted((a, b) -> Integer.compare(a.index(), b.index()))
        .toList();
  }

  @Test
  void aloneOnEnoughGpusTheRequestsFareAsWithoutACluster() {
    List<ServingRequest> requests = requests(600, 4, 2);
    ServedBy chat = served(2, 5, "x1.0");
    ServedBy code = served(0, 3, "x1.0");
    RunResult result = new SmallCluster().node(1, 8).with(plan(requests, chat, code)).run("fifo");
    List<RequestRecord> alone =
        new ServingSimulation(List.of(chat, code), requests).run().result().requests();
    assertThat(records(result)).isEqualTo(alone);
    assertThat(alone).allMatch(RequestRecord::isFinished);
    double last = alone.stream().mapToDouble(RequestRecord::finishTime).max().orElseThrow();
    assertThat(result.endTime()).as("idle replicas keep nothing alive").isEqualTo(last);
    assertThat(result.jobs()).isEmpty();
  }

  @Test
  void replicasStayWithinTheirBoundsAndGpusAddUp() {
    List<ServingRequest> requests = requests(600, 5, 1);
    RunResult result =
        new SmallCluster().node(1, 8).with(plan(requests, served(1, 3, "x1.0"))).run("fifo");
    ServiceResult service = result.services().get(0);
    ServiceFigures figures = ServiceFigures.of(service, result.endTime());
    assertThat(figures.mostReplicas()).isEqualTo(3);
    assertThat(figures.finished()).isEqualTo(600);
    double held = result.usage().get(0).heldGpuSeconds();
    assertThat(service.heldGpuSeconds()).isCloseTo(held, within(1e-6));
    assertThat(service.costUsd()).isCloseTo(held / 3600, within(1e-9));
    assertThat(service.replicas())
        .filteredOn(stay -> stay.startTime() > 0)
        .isNotEmpty()
        .allMatch(stay -> !(Math.abs(stay.readyTime() - stay.startTime() - COLD_START) > 1e-9));
  }

  @Test
  void aLostReplicaLosesNoRequest() {
    Availability fails =
        new Availability.Planned(
            NodeState.UP,
            List.of(
                new Availability.Change(30, NodeState.FAILED),
                new Availability.Change(100, NodeState.UP)));
    RunResult result =
        new SmallCluster()
            .node(1, 2, 0, fails)
            .node(1, 1)
            .with(plan(requests(300, 3, 1), served(2, 3, "x1.0")))
            .run("fifo");
    List<RequestRecord> records = records(result);
    assertThat(records).hasSize(300).allMatch(RequestRecord::isFinished);
    assertThat(records).anyMatch(record -> record.restarts() > 0);
    assertThat(records)
        .allMatch(record -> record.restarts() == 0 || record.scheduledTime() >= 30)
        .allMatch(record -> record.firstTokenTime() <= record.finishTime());
    assertThat(result.services().get(0).replicas())
        .filteredOn(stay -> stay.outcome().equals(ReplicaRecord.LOST))
        .isNotEmpty()
        .allMatch(stay -> stay.endTime() == 30);
  }

  @Test
  void aDrainingReplicaThatIsLostDoesNotComeBack() {
    Availability fails =
        new Availability.Planned(
            NodeState.UP, List.of(new Availability.Change(9, NodeState.FAILED)));
    List<ServingRequest> requests =
        List.of(
            ServingRequest.of(1, 100, 2),
            ServingRequest.of(1, 100, 2000),
            ServingRequest.of(9, 1, 1));
    ServiceSpec spec = new ServiceSpec("chat", TIMES, ENGINE, 0, 2, 0, 0);
    ServedBy eager = new ServedBy(spec, new LeastOutstanding(), new ConcurrencyTarget(1, 4, 0));
    Deployment deployment =
        new Deployment(
            new ServedBy(
                new ServiceSpec(
                    "chat", List.of(new ReplicaHardware("x1.0", TIMES, ENGINE)), 4000, 0, 2, 0, 0),
                eager.router(),
                eager.autoscaler()),
            ServiceTerms.of("chat", 1),
            replica("chat", List.of(), JobSpec.ENDLESS_SECONDS));
    RunResult result =
        new SmallCluster()
            .node(1, 1, 0, fails)
            .node(1, 1)
            .with(new ServingPlan(List.of(deployment), requests))
            .run("fifo");
    assertThat(records(result)).allMatch(RequestRecord::isFinished);
  }

  @Test
  void forksContinueBitForBitFromAnywhere() {
    Availability fails =
        new Availability.Planned(
            NodeState.UP,
            List.of(
                new Availability.Change(40, NodeState.FAILED),
                new Availability.Change(60, NodeState.UP)));
    SmallCluster cluster =
        new SmallCluster()
            .node(1, 2, 0, fails)
            .node(2, 2)
            .job(5, 1, 50)
            .job(20, 2, 30)
            .job(45, 1, 20)
            .with(plan(requests(400, 4, 2), served(1, 3, "x1.0"), served(0, 2, "x1.0", "x2.0")));
    RunResult whole = cluster.run("las");
    for (double time : new double[] {0, 0.5, 7, 19.9, 40, 44, 61, 90}) {
      Simulation simulation = cluster.under("las").runUntil(time);
      Simulation fork = simulation.fork();
      RunResult forked = fork.run().result();
      assertThat(forked.services()).as("fork at %s", time).isEqualTo(whole.services());
      assertThat(forked.jobs()).isEqualTo(whole.jobs());
      assertThat(simulation.run().result().services()).isEqualTo(whole.services());
    }
    assertThat(whole.jobs()).extracting(JobRecord::id).containsExactly(0, 1, 2);
    assertThat(whole.jobs()).extracting(JobRecord::name).containsExactly("j0", "j1", "j2");
  }

  @Test
  void aJobThatTakesTheGpuPutsTheReplicaBackIntoTheQueue() {
    RunResult result =
        new SmallCluster()
            .node(1, 1)
            .job(10, 1, 40)
            .with(plan(List.of(ServingRequest.of(9.9, 100, 200)), served(1, 1, "x1.0")))
            .run("srtf");
    RequestRecord request = records(result).get(0);
    assertThat(result.jobs().get(0).endTime()).isEqualTo(50);
    assertThat(request.restarts()).isEqualTo(1);
    assertThat(request.scheduledTime()).isEqualTo(50 + COLD_START);
  }

  @Test
  void whoCanNeverGetAGpuDoesNotKeepTheClockRunning() {
    ServedBy idle = served(1, 1, "x1.0");
    ServingPlan plan =
        plan(List.of(new ServingRequest(3, 1, 10, 10, -1, 0)), idle, served(0, 1, "x1.0"));
    RunResult result = new SmallCluster().node(1, 1).with(plan).run("fifo");
    assertThat(records(result).get(0).isFinished()).isFalse();
    assertThat(result.endTime()).isLessThan(100);
  }

  @Test
  void aRequestLongerThanTheServiceAllowsIsRejected() {
    RunResult result =
        new SmallCluster()
            .node(1, 1)
            .with(plan(List.of(ServingRequest.of(1, 3999, 2)), served(1, 1, "x1.0")))
            .run("fifo");
    assertThat(records(result).get(0).rejected()).isTrue();
    assertThat(ServiceFigures.of(result.services().get(0), result.endTime()).rejected()).isOne();
  }

  @Test
  void replicasThatFitNowhereAreRefused() {
    SmallCluster cluster =
        new SmallCluster()
            .node(1, 1)
            .with(plan(List.of(ServingRequest.of(1, 10, 2)), served(1, 1, "x9.0")));
    assertThatThrownBy(() -> cluster.run("fifo")).hasMessageContaining("does not fit the fleet");
    assertThatThrownBy(
            () ->
                new Deployment(
                    served(1, 1, "x1.0"),
                    ServiceTerms.of("chat", 1),
                    replica("chat", List.of(), 10)))
        .hasMessageContaining("would end by themselves");
  }
}
