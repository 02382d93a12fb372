package org.edgetwin.agents.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.edgetwin.sim.belief.Observation;
import org.edgetwin.sim.belief.Prediction;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;

class RandomWalkGpTest {
  private static final KernelParameters PARAMETERS =
      new KernelParameters(0.17, 0.23, 0.11, 0.19, 0.15, 40000, 0.1, 0.14);

  private static final MachineFeatures ALIKE = new MachineFeatures("a", "x", List.of());

  private static SyntheticFleet fleet(int seed) {
    return SyntheticFleet.generate(FleetLaw.GROUPS_ARE_SITES, new Streams(seed, 1));
  }

  private static MachineGraph graph(SyntheticFleet fleet) {
    return MachineGraph.nearestNeighbours(fleet.features(), 8);
  }

  private static void assertSame(RandomWalkGp belief, DenseGp dense, int machines) {
    for (int machine = 0; machine < machines; machine++) {
      for (int workloadClass : new int[] {0, 7, 99}) {
        for (double time : new double[] {0, 200000, 400000}) {
          Prediction said = belief.predict(machine, workloadClass, time);
          Prediction expected = dense.predict(machine, workloadClass, time);
          assertThat(said.mean()).isCloseTo(expected.mean(), within(1e-10));
          assertThat(said.sd()).isCloseTo(expected.sd(), within(1e-10));
          assertThat(said.levelSd()).isCloseTo(expected.levelSd(), within(1e-9));
        }
      }
    }
  }

  @Test
  void thePosteriorIsThatOfTheFullKernel() {
    for (int seed = 1; seed <= 3; seed++) {
      SyntheticFleet fleet = fleet(seed);
      MachineGraph graph = graph(fleet);
      List<Observation> seen = fleet.observations().subList(0, 250);
      RandomWalkGp belief = new RandomWalkGp(graph, new RwgpSettings(PARAMETERS, 512, 0, 0));
      seen.forEach(belief::observe);

      assertSame(belief, new DenseGp(seen, PARAMETERS, graph), graph.size());
    }
  }

  @Test
  void theMarginalLikelihoodIsThatOfTheFullKernel() {
    SyntheticFleet fleet = fleet(4);
    MachineGraph graph = graph(fleet);
    List<Observation> seen = fleet.observations().subList(0, 250);
    List<MachineEvidence> machines = new ArrayList<>();
    for (MachineHistory history : histories(seen, graph.size())) {
      machines.add(new MachineEvidence(history, PARAMETERS));
    }

    double value =
        MarginalLikelihood.logOf(machines, LevelKernel.before(graph).covariance(PARAMETERS));

    assertThat(value)
        .isCloseTo(new DenseGp(seen, PARAMETERS, graph).logMarginalLikelihood(), within(1e-8));
  }

  static List<MachineHistory> histories(List<Observation> seen, int machines) {
    List<MachineHistory> histories = new ArrayList<>();
    for (int m = 0; m < machines; m++) {
      MachineHistory history = MachineHistory.EMPTY;
      for (Observation observation : seen) {
        history = observation.machine() == m ? history.with(observation, 0) : history;
      }
      histories.add(history);
    }
    return histories;
  }

  @Test
  void theOldestEntriesLeaveAndRoundingDoesNotAddUp() {
    SyntheticFleet fleet = fleet(5);
    MachineGraph graph = graph(fleet);
    RandomWalkGp belief = new RandomWalkGp(graph, new RwgpSettings(PARAMETERS, 100, 0, 0));
    List<Observation> seen = new ArrayList<>();
    for (int lap = 0; lap < 8; lap++) {
      for (Observation one : fleet.observations()) {
        seen.add(
            new Observation(
                one.machine(),
                one.workloadClass(),
                one.time() + 300000.0 * lap,
                one.logSlowdown()));
      }
    }
    seen.forEach(belief::observe);

    List<Observation> last = seen.subList(seen.size() - 100, seen.size());
    assertThat(seen).hasSizeGreaterThan(2400);
    assertSame(belief, new DenseGp(last, PARAMETERS, graph), graph.size());
  }

  @Test
  void observationsOfOneClassCloseInTimeAreAveraged() {
    MachineHistory history = MachineHistory.EMPTY;
    history = history.with(new Observation(0, 3, 1000, 0.2), 600);
    history = history.with(new Observation(0, 4, 1100, 0.9), 600);
    history = history.with(new Observation(0, 3, 1200, 0.4), 600);
    history = history.with(new Observation(0, 3, 1400, 0.6), 600);
    history = history.with(new Observation(0, 3, 1801, 0.7), 600);

    assertThat(history.entries())
        .extracting(MachineHistory.Entry::workloadClass, MachineHistory.Entry::count)
        .containsExactly(tuple(3, 3), tuple(4, 1), tuple(3, 1));
    assertThat(history.entries().get(0).logSlowdown()).isCloseTo(0.4, within(1e-15));
    assertThat(history.entries().get(0).time()).isCloseTo(1200, within(1e-9));
  }

  @Test
  void manyObservationsAtOnceAreOneWithLittleNoise() {
    MachineGraph graph = MachineGraph.unrelated(1);
    RandomWalkGp merged = new RandomWalkGp(graph, new RwgpSettings(PARAMETERS, 512, 60, 0));
    List<Observation> seen = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      seen.add(new Observation(0, 2, 500, 0.1 * i));
    }
    seen.forEach(merged::observe);

    // At one instant the average is sufficient, so nothing is lost.
    assertSame(merged, new DenseGp(seen, PARAMETERS, graph), 1);
  }

  @Test
  void nothingIsSurerThanNoiseNorLessSureThanThePrior() {
    SyntheticFleet fleet = fleet(6);
    RandomWalkGp belief = new RandomWalkGp(graph(fleet), new RwgpSettings(PARAMETERS, 512, 0, 0));
    assertThat(belief.predict(0, 0, 0).mean()).isEqualTo(0);
    assertThat(belief.predict(0, 0, 0).sd()).isCloseTo(PARAMETERS.priorSd(), within(1e-12));
    double[] before = new double[fleet.features().size()];
    Arrays.fill(before, PARAMETERS.priorSd());
    for (Observation seen : fleet.observations().subList(0, 200)) {
      belief.observe(seen);
      for (int machine = 0; machine < before.length; machine++) {
        double sd = belief.predict(machine, 0, 100000).sd();
        assertThat(sd)
            .isGreaterThan(PARAMETERS.noiseSd())
            .isLessThanOrEqualTo(before[machine] + 1e-12);
        before[machine] = sd;
      }
    }
  }

  @Test
  void aMachineNeverUsedIsBelievedToBeLikeItsKind() {
    MachineFeatures other = new MachineFeatures("b", "y", List.of());
    MachineGraph graph =
        MachineGraph.nearestNeighbours(List.of(ALIKE, ALIKE, ALIKE, other, other), 2);
    RandomWalkGp belief = new RandomWalkGp(graph, RwgpSettings.defaults());
    for (int i = 0; i < 5; i++) {
      belief.observe(new Observation(0, i, 1000 * i, 0.5));
      belief.observe(new Observation(1, i, 1000 * i, 0.6));
    }

    Prediction like = belief.predict(2, 0, 5000);
    Prediction unlike = belief.predict(3, 0, 5000);
    assertThat(like.mean()).isGreaterThan(unlike.mean() + 0.05);
    assertThat(like.sd()).isLessThan(unlike.sd());
  }

  @Test
  void settingsOutOfRangeAreRejected() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RwgpSettings(PARAMETERS, 0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new RwgpSettings(PARAMETERS, 1, -1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new RwgpSettings(PARAMETERS, 1, 0, -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KernelParameters(1, 1, -1, 1, 1, 1, 1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KernelParameters(1, 1, 0, 1, 1, 1, 1, 0));
  }
}
