package org.edgetwin.sim.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.edgetwin.gpu.reliability.GammaFrailty;
import org.edgetwin.gpu.reliability.LifeTrace;
import org.edgetwin.gpu.reliability.Lifetime;
import org.edgetwin.gpu.reliability.LocalClock;
import org.edgetwin.gpu.reliability.SpotLifetimes;
import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvailabilityModelTest {
  private static final double HOUR = 3600;
  private static final Streams STREAMS = new Streams(7, 1);

  static Stream<AvailabilityModel> models() {
    return Stream.of(
        new SpotInstances(SpotLifetimes.of("gcp-2020"), new Lifetime.LogNormal(HOUR, 1)),
        new HardwareFailures(
            100 * HOUR, new GammaFrailty(0.5), new Lifetime.LogNormal(4 * HOUR, 1)),
        CommunityOwners.proposed(new LocalClock(0, 1)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void theSameNameMeetsTheSameFate(AvailabilityModel model) {
    List<String> history = Watch.history(model.start("a", STREAMS), 50);
    assertThat(Watch.history(model.start("a", new Streams(7, 1)), 50)).isEqualTo(history);
    assertThat(Watch.history(model.start("b", STREAMS), 50)).isNotEqualTo(history);
    assertThat(Watch.history(model.start("a", new Streams(7, 2)), 50)).isNotEqualTo(history);
    assertThat(model.describe()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("models")
  void aCopyContinuesLikeTheOriginal(AvailabilityModel model) {
    NodeProcess process = model.start("a", STREAMS);
    Watch.history(process, 7);
    NodeProcess copy = process.copy();
    List<String> ahead = Watch.history(copy, 40);
    assertThat(Watch.history(process, 40)).isEqualTo(ahead);
  }

  @ParameterizedTest
  @MethodSource("models")
  void timeGoesOn(AvailabilityModel model) {
    NodeProcess process = model.start("c", STREAMS);
    double now = 0;
    for (int i = 0; i < 500 && process.nextChange() < Double.POSITIVE_INFINITY; i++) {
      assertThat(process.nextChange()).isGreaterThanOrEqualTo(now);
      now = process.nextChange();
      Presence before = process.presence();
      process.change();
      assertThat(process.presence()).isNotEqualTo(before);
    }
  }

  @Test
  void spotInstancesAreInEquilibriumFromTheStart() {
    SpotInstances spot =
        new SpotInstances(new Lifetime.Weibull(0.66, 2 * HOUR), new Lifetime.LogNormal(HOUR, 1));
    int nodes = 5000;
    List<NodeProcess> processes =
        IntStream.range(0, nodes).mapToObj(i -> spot.start("n" + i, STREAMS)).toList();
    for (double time : new double[] {0, HOUR, 10 * HOUR, 200 * HOUR}) {
      long on = processes.stream().filter(p -> Watch.at(p, time) == Presence.ON).count();
      // Three standard deviations.
      assertThat((double) on / nodes).isCloseTo(spot.availability(), within(0.021));
    }
  }

  @Test
  void threeOfSixtyThreeNodesMakeHalfOfTheFailures() {
    HardwareFailures failures =
        new HardwareFailures(
            1000 * HOUR, GammaFrailty.ofTopShare(3.0 / 63, 0.5), new Lifetime.Exponential(HOUR));
    int fleets = 100;
    double sum = 0;
    for (int fleet = 0; fleet < fleets; fleet++) {
      Streams streams = new Streams(11, fleet + 1);
      int[] counts =
          IntStream.range(0, 63)
              .map(node -> failuresOf(failures.start("node-" + node, streams), 2000 * HOUR))
              .sorted()
              .toArray();
      double worst = Arrays.stream(counts, 60, 63).sum();
      sum += worst / Arrays.stream(counts).sum() / fleets;
    }
    // Fleets of this size scatter, and chance lets the worst of few failures look worse.
    assertThat(sum).isBetween(0.47, 0.62);
  }

  private static int failuresOf(NodeProcess process, double horizon) {
    int count = 0;
    while (process.nextChange() < horizon) {
      process.change();
      count += process.presence() == Presence.FAILED ? 1 : 0;
    }
    return count;
  }

  @Test
  void aReplayHasAsManyNodesUpAsTheTrace() {
    LifeTrace trace = LifeTrace.bamboo("p3");
    List<Availability.Planned> nodes = TraceReplay.nodes(trace);
    int most = 0;
    for (double time = 30; time < trace.endTime(); time += 60) {
      double now = time;
      int alive =
          (int)
              trace.lifeList().stream()
                  .filter(life -> life.birthTime() <= now && life.deathTime() > now)
                  .count();
      assertThat(nodes.stream().filter(node -> isUp(node, now)).count()).isEqualTo(alive);
      most = Math.max(most, alive);
    }
    assertThat(nodes.size()).isBetween(most, most + 10);
  }

  private static boolean isUp(Availability.Planned node, double time) {
    NodeState state = node.initial();
    for (Availability.Change change : node.changes()) {
      state = change.time() <= time ? change.state() : state;
    }
    return state == NodeState.UP;
  }

  @Test
  void aLawIsADistribution() {
    LifetimeDistribution distribution = new LifetimeDistribution(new Lifetime.LogNormal(HOUR, 0.5));
    assertThat(distribution.mean()).isCloseTo(HOUR * Math.exp(0.125), within(1e-6));
    var stream = STREAMS.stream("draws");
    double sum = 0;
    for (int i = 0; i < 20_000; i++) {
      sum += distribution.sample(stream) / 20_000;
    }
    assertThat(sum).isCloseTo(distribution.mean(), within(0.02 * distribution.mean()));
  }
}
