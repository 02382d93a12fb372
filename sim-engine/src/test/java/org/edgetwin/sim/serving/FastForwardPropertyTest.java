package org.edgetwin.sim.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.serving.IterationTime;
import org.edgetwin.gpu.serving.LinearIterationTime;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.ReplicaRecord;
import org.edgetwin.sim.metrics.RequestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umontreal.ssj.rng.RandomStream;

/**
 * Runs of iterations at once against one iteration after the other, on random engines and loads.
 */
class FastForwardPropertyTest {
  private static final int CASES = 150;
  private static final double TOLERANCE = 1e-9;

  /** A random engine and its requests. */
  private record Scene(
      EngineSettings settings,
      IterationTime times,
      List<ServingRequest> requests,
      List<ReferenceEngine.Pace> paces) {}

  private final RandomStream random;

  FastForwardPropertyTest() {
    random = new Streams(7, 1).stream("serving/property");
  }

  @ParameterizedTest
  @CsvSource({"true,0", "false,0", "true,40", "false,40"})
  void equalsTheStepByStepEngine(boolean async, int changesOfPace) {
    int preempted = 0;
    long jumped = 0;
    for (int i = 0; i < CASES; i++) {
      Scene scene = scene(async, changesOfPace);
      ReferenceEngine reference =
          new ReferenceEngine(scene.settings(), scene.times(), scene.requests(), scene.paces());
      List<RequestRecord> expected = reference.run();
      ServingSimulation simulation = run(simulation(scene), scene);
      ServingResult actual = simulation.result();
      ReplicaRecord stay = simulation.services().replicas(0).get(0);
      assertThat(stay.busySeconds()).isCloseTo(reference.busySeconds, within(1e-6));
      assertThat(stay.nominalSeconds()).isCloseTo(reference.nominalSeconds, within(1e-6));
      for (RequestRecord record : expected) {
        assertSame(i, actual.requests().get(record.index()), record);
        preempted += record.preemptions();
      }
      assertThat(actual.iterations()).as("steps of case " + i).isEqualTo(reference.steps);
      jumped += reference.steps - simulation.kernel().eventCount();
    }
    assertThat(preempted).as("preemptions seen").isGreaterThan(CASES);
    assertThat(jumped).as("steps without an event").isGreaterThan(10L * CASES);
  }

  private static void assertSame(int scene, RequestRecord actual, RequestRecord expected) {
    String name = "request " + expected.index() + " of case " + scene;
    assertThat(actual.preemptions()).as(name).isEqualTo(expected.preemptions());
    assertThat(actual.scheduledTime()).as(name).isCloseTo(expected.scheduledTime(), near(expected));
    assertThat(actual.firstTokenTime())
        .as(name)
        .isCloseTo(expected.firstTokenTime(), near(expected));
    assertThat(actual.finishTime()).as(name).isCloseTo(expected.finishTime(), near(expected));
  }

  private static org.assertj.core.data.Offset<Double> near(RequestRecord record) {
    return org.assertj.core.data.Offset.offset(TOLERANCE * (1 + record.finishTime()));
  }

  @Test
  void forksContinueBitForBitBetweenChangesOfPace() {
    for (int i = 0; i < CASES / 5; i++) {
      Scene scene = scene(true, 20);
      List<RequestRecord> whole = run(simulation(scene), scene).result().requests();
      ServingSimulation fork = simulation(scene);
      for (ReferenceEngine.Pace change : scene.paces()) {
        fork.runUntil(change.time());
        fork.services().paceChanged(0, 0, change.pace());
        fork = fork.fork();
      }
      assertThat(fork.run().result().requests()).isEqualTo(whole);
    }
  }

  @Test
  void aPaceThatIsNoneIsRefused() {
    ServingSimulation simulation = simulation(scene(true, 0));
    assertThatThrownBy(() -> simulation.services().paceChanged(0, 0, 0))
        .hasMessageContaining("lets no iteration end");
  }

  private static ServingSimulation run(ServingSimulation simulation, Scene scene) {
    for (ReferenceEngine.Pace change : scene.paces()) {
      simulation.runUntil(change.time()).services().paceChanged(0, 0, change.pace());
    }
    return simulation.run();
  }

  private static ServingSimulation simulation(Scene scene) {
    ServiceSpec spec = ServiceSpec.fixed("llm", scene.times(), scene.settings(), 1);
    return new ServingSimulation(List.of(ServedBy.fixed(spec)), scene.requests());
  }

  private Scene scene(boolean async, int changesOfPace) {
    int blockSize = random.nextInt(1, 3) * 8;
    int largest = random.nextInt(20, 200);
    int seqs = random.nextInt(1, 12);
    boolean chunked = random.nextInt(0, 3) > 0;
    int tokens = seqs + (chunked ? random.nextInt(0, largest) : 2 * largest);
    int blocks = 2 * largest / blockSize + 1 + random.nextInt(0, 3 * largest / blockSize);
    EngineSettings settings =
        new EngineSettings(
            seqs,
            tokens,
            blocks,
            blockSize,
            chunked,
            random.nextInt(0, 3) > 0,
            async,
            random.nextInt(0, 3) > 0);
    IterationTime times =
        new LinearIterationTime(
            0.01 + 0.01 * random.nextDouble(),
            1e-4 * random.nextDouble(),
            1e-6 * random.nextDouble(),
            1e-5 * random.nextDouble(),
            1e-4 * random.nextDouble());
    return new Scene(settings, times, requests(largest), paces(changesOfPace));
  }

  /** Some close together, so that several fall into one iteration. */
  private List<ReferenceEngine.Pace> paces(int count) {
    List<ReferenceEngine.Pace> paces = new ArrayList<>();
    double time = 0;
    for (int i = 0; i < count; i++) {
      time += 1e-3 * Math.pow(1000, random.nextDouble());
      paces.add(new ReferenceEngine.Pace(time, 0.3 + random.nextDouble()));
    }
    return paces;
  }

  private List<ServingRequest> requests(int largest) {
    int count = random.nextInt(1, 40);
    double meanGap = 0.02 * Math.pow(100, random.nextDouble());
    boolean grouped = random.nextInt(0, 2) == 0;
    int prefix = random.nextInt(0, largest - 1);
    List<ServingRequest> requests = new ArrayList<>();
    double time = 0;
    for (int i = 0; i < count; i++) {
      if (random.nextInt(0, 4) > 0) {
        time -= meanGap * Math.log(1 - random.nextDouble());
      }
      int output = random.nextInt(1, largest);
      int group = grouped ? random.nextInt(-1, 2) : ServingRequest.NO_GROUP;
      int shared = group < 0 ? 0 : prefix;
      int prompt = shared + random.nextInt(1, largest - shared);
      requests.add(new ServingRequest(time, 0, prompt, output, group, shared));
    }
    return requests;
  }
}
