package org.edgetwin.sim.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.edgetwin.gpu.serving.IterationTime;
import org.edgetwin.gpu.serving.LinearIterationTime;
import org.edgetwin.sim.metrics.RequestRecord;
import org.junit.jupiter.api.Test;

class ServingSimulationTest {
  private static final Offset<Double> EXACT = within(1e-9);
  private static final double FLOOR = 0.01;
  private static final double TOKEN = 1e-4;

  /** An iteration takes 10 ms and 0.1 ms per token. */
  private static final IterationTime TIMES = new LinearIterationTime(FLOOR, TOKEN, 0, 0, 0);

  private static final EngineSettings ENGINE = EngineSettings.usual(4, 512, 1000);

  private static ServingResult run(ServiceSpec spec, ServingRequest... requests) {
    return new ServingSimulation(List.of(ServedBy.fixed(spec)), List.of(requests)).run().result();
  }

  private static ServiceSpec single(EngineSettings engine) {
    return ServiceSpec.fixed("llm", TIMES, engine, 1);
  }

  @Test
  void aLoneRequestTakesItsPrefillAndOneIterationForEachTokenMore() {
    RequestRecord record = run(single(ENGINE), ServingRequest.of(3, 100, 11)).requests().get(0);
    assertThat(record.queueSeconds()).isZero();
    assertThat(record.firstTokenSeconds()).isCloseTo(FLOOR + 100 * TOKEN, EXACT);
    assertThat(record.secondsPerToken()).isCloseTo(FLOOR + TOKEN, EXACT);
    assertThat(record.endToEndSeconds())
        .isCloseTo(FLOOR + 100 * TOKEN + 10 * (FLOOR + TOKEN), EXACT);
  }

  @Test
  void aLongPromptIsSplitByTheTokenBudget() {
    RequestRecord record = run(single(ENGINE), ServingRequest.of(0, 1100, 1)).requests().get(0);
    assertThat(record.firstTokenSeconds()).isCloseTo(3 * FLOOR + 1100 * TOKEN, EXACT);
    assertThat(record.secondsPerToken()).isNaN();
  }

  @Test
  void aNewPromptSlowsTheOthersDownForOneIteration() {
    ServingResult result =
        run(single(ENGINE), ServingRequest.of(0, 100, 101), ServingRequest.of(0.5, 200, 1));
    RequestRecord first = result.requests().get(0);
    assertThat(first.endToEndSeconds())
        .isCloseTo(101 * FLOOR + 100 * TOKEN + 100 * TOKEN + 200 * TOKEN, EXACT);
    assertThat(result.iterations()).isEqualTo(101);
  }

  @Test
  void anIterationThatIsPlannedAlreadyGoesBeforeANewcomer() {
    ServingRequest[] requests = {ServingRequest.of(0, 100, 101), ServingRequest.of(0.5, 200, 1)};
    EngineSettings sync = new EngineSettings(4, 512, 1000, 16, true, true, false, true);
    double ahead = run(single(ENGINE), requests).requests().get(1).firstTokenSeconds();
    double then = run(single(sync), requests).requests().get(1).firstTokenSeconds();
    assertThat(ahead - then).isCloseTo(FLOOR + TOKEN, EXACT);
  }

  @Test
  void seatsAreGivenInOrderOfArrival() {
    ServingRequest[] requests = new ServingRequest[8];
    for (int i = 0; i < requests.length; i++) {
      requests[i] = ServingRequest.of(0, 10, 50);
    }
    List<RequestRecord> records = run(single(ENGINE), requests).requests();
    for (int i = 0; i < 4; i++) {
      assertThat(records.get(i).queueSeconds()).isZero();
      assertThat(records.get(i + 4).scheduledTime()).isCloseTo(records.get(i).finishTime(), EXACT);
    }
  }

  @Test
  void theLastAdmittedGivesItsBlocksBackAndFindsThemAgain() {
    ServingRequest[] requests = {ServingRequest.of(0, 64, 60), ServingRequest.of(0, 64, 60)};
    EngineSettings tight = EngineSettings.usual(4, 512, 9);
    List<RequestRecord> records = run(single(tight), requests).requests();
    assertThat(records).extracting(RequestRecord::preemptions).containsExactly(0, 1);
    EngineSettings forgetful = new EngineSettings(4, 512, 9, 16, true, false, true, true);
    double found = records.get(1).endToEndSeconds();
    double recomputed = run(single(forgetful), requests).requests().get(1).endToEndSeconds();
    assertThat(recomputed).isGreaterThan(found);
  }

  @Test
  void aPrefixThatWasComputedBeforeIsFound() {
    ServingRequest first = new ServingRequest(0, 0, 170, 5, 0, 160);
    ServingRequest second = new ServingRequest(5, 0, 180, 5, 0, 160);
    ServingRequest stranger = new ServingRequest(10, 0, 180, 5, 1, 160);
    List<RequestRecord> records = run(single(ENGINE), first, second, stranger).requests();
    assertThat(records.get(1).firstTokenSeconds()).isCloseTo(FLOOR + 20 * TOKEN, EXACT);
    assertThat(records.get(2).firstTokenSeconds()).isCloseTo(FLOOR + 180 * TOKEN, EXACT);
  }

  @Test
  void aRequestLargerThanTheCacheIsRejected() {
    List<RequestRecord> records =
        run(single(EngineSettings.usual(4, 512, 4)), ServingRequest.of(0, 60, 6)).requests();
    assertThat(records.get(0).isFinished()).isFalse();
    assertThat(records.get(0).replica()).isEqualTo(-1);
  }

  @Test
  void routersSpreadTheLoad() {
    ServiceSpec spec = ServiceSpec.fixed("llm", TIMES, ENGINE, 3);
    List<ServingRequest> requests = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      requests.add(new ServingRequest(i * 1e-3, 0, 10, i == 0 ? 2 : 500, i % 2, 0));
    }
    assertThat(replicas(spec, new RoundRobin(), requests)).containsExactly(0, 1, 2, 0, 1, 2);
    assertThat(replicas(spec, new LeastOutstanding(), requests)).containsExactly(0, 1, 2, 0, 1, 2);
    assertThat(replicas(spec, new PrefixAffinity(), requests)).containsExactly(0, 1, 0, 1, 0, 1);
    requests.add(ServingRequest.of(1, 10, 10));
    assertThat(replicas(spec, new LeastOutstanding(), requests)).endsWith(0);
    assertThat(replicas(spec, new RoundRobin(), requests)).endsWith(0);
  }

  private static List<Integer> replicas(
      ServiceSpec spec, Router router, List<ServingRequest> requests) {
    ServedBy served = new ServedBy(spec, router, new FixedReplicas());
    return new ServingSimulation(List.of(served), requests)
        .run().result().requests().stream().map(RequestRecord::replica).toList();
  }

  @Test
  void theFirstRequestToAnEmptyServiceWaitsForTheColdStart() {
    ServiceSpec spec = new ServiceSpec("llm", TIMES, ENGINE, 0, 2, 40, 20);
    ServingSimulation simulation =
        new ServingSimulation(
            List.of(new ServedBy(spec, new LeastOutstanding(), new ConcurrencyTarget(8, 10, 30))),
            List.of(ServingRequest.of(7, 100, 11), ServingRequest.of(50, 100, 11)));
    ServingResult result = simulation.run().result();
    for (RequestRecord record : result.requests()) {
      assertThat(record.scheduledTime()).isEqualTo(67);
      assertThat(record.firstTokenTime()).isCloseTo(67 + FLOOR + 200 * TOKEN, EXACT);
    }
    simulation.runUntil(200);
    assertThat(simulation.view(0).readyReplicas()).isZero();
    double held = simulation.result().replicaSeconds();
    assertThat(held).isBetween(60.0, 110.0);
    simulation.runUntil(300);
    assertThat(simulation.result().replicaSeconds()).isEqualTo(held);
  }

  @Test
  void replicasFollowTheLoad() {
    ServiceSpec spec = new ServiceSpec("llm", TIMES, ENGINE, 1, 3, 4, 1);
    List<ServingRequest> requests = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      requests.add(ServingRequest.of(i * 0.1, 50, 100));
    }
    ServingSimulation simulation =
        new ServingSimulation(
            List.of(new ServedBy(spec, new LeastOutstanding(), new ConcurrencyTarget(4, 2, 10))),
            requests);
    simulation.runUntil(3);
    assertThat(simulation.view(0).readyReplicas()).isEqualTo(1);
    assertThat(simulation.view(0).startingReplicas()).isEqualTo(2);
    simulation.runUntil(10);
    assertThat(simulation.view(0).readyReplicas()).isEqualTo(3);
    simulation.run();
    simulation.runUntil(simulation.kernel().time() + 60);
    assertThat(simulation.view(0).readyReplicas()).isEqualTo(1);
    assertThat(simulation.result().requests()).allMatch(RequestRecord::isFinished);
  }

  @Test
  void aForkContinuesBitForBitAndLeavesTheOriginalAlone() {
    ServiceSpec spec = new ServiceSpec("llm", TIMES, EngineSettings.usual(4, 64, 24), 1, 3, 2, 1);
    List<ServingRequest> requests = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      int group = i % 3 - 1;
      requests.add(
          new ServingRequest(i * 0.13, 0, 50 + i % 70, 1 + 7 * i % 90, group, group < 0 ? 0 : 40));
    }
    ServedBy served = new ServedBy(spec, new RoundRobin(), new ConcurrencyTarget(3, 1, 2));
    ServingResult whole = new ServingSimulation(List.of(served), requests).run().result();
    assertThat(whole.requests()).anyMatch(record -> record.preemptions() > 0);
    for (double time = 0; time < 16; time += 1.3) {
      ServingSimulation original = new ServingSimulation(List.of(served), requests);
      ServingSimulation fork = original.runUntil(time).fork();
      assertThat(fork.run().result()).isEqualTo(whole);
      assertThat(original.run().result()).isEqualTo(whole);
    }
  }

  @Test
  void refusesBadInputWithAHint() {
    assertThatThrownBy(() -> EngineSettings.usual(64, 32, 100)).hasMessageContaining("Maybe");
    assertThatThrownBy(() -> ServiceSpec.fixed("llm", TIMES, ENGINE, 0))
        .hasMessageContaining("from 0 to 0");
    assertThatThrownBy(() -> new ServingRequest(0, 0, 5, 1, 0, 6)).hasMessageContaining("Maybe");
    assertThatThrownBy(
            () -> run(single(ENGINE), ServingRequest.of(2, 1, 1), ServingRequest.of(1, 1, 1)))
        .hasMessageContaining("sort");
    assertThatThrownBy(() -> new ConcurrencyTarget(0, 1, 1)).hasMessageContaining("positive");
  }
}
