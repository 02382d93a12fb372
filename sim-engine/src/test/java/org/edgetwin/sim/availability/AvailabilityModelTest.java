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
import org.edgetwin.sim.fleet.AvailabilityModel;
import org.edgetwin.sim.fleet.NodeProcess;
import org.edgetwin.sim.fleet.Presence;
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
        CommunityOwners.proposed(new LocalClock(0, 1)),
        new CombinedAvailability(
            List.of(
                CommunityOwners.proposed(new LocalClock(0, 1)),
                new HardwareFailures(
                    50 * HOUR, new GammaFrailty(2), new Lifetime.Exponential(4 * HOUR)))));
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
      // Of two causes that keep a node away, one may go.
      assertThat(model instanceof CombinedAvailability || process.presence() != before).isTrue();
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
    List<NodeProcess> nodes =
        TraceReplay.nodes(trace, true).stream().map(node -> node.start("any", STREAMS)).toList();
    int most = 0;
    // Twice: at its end the trace begins anew.
    for (double time = 30; time < 2 * trace.endTime(); time += 60) {
      double now = time;
      double inTrace = now % trace.endTime();
      int alive =
          (int)
              trace.lifeList().stream()
                  .filter(life -> life.birthTime() <= inTrace && life.deathTime() > inTrace)
                  .count();
      assertThat(nodes.stream().filter(node -> Watch.at(node, now) == Presence.ON).count())
          .isEqualTo(alive);
      most = Math.max(most, alive);
    }
    assertThat(nodes.size()).isBetween(most, most + 10);
  }

  @Test
  void aReplayThatDoesNotRepeatStandsStillAfterItsEnd() {
    LifeTrace trace =
        new LifeTrace(
            List.of(
                new LifeTrace.Life("a", 10, 20),
                new LifeTrace.Life("b", 25, Double.POSITIVE_INFINITY)),
            30);
    NodeProcess once = TraceReplay.nodes(trace, false).get(0).start("any", STREAMS);
    assertThat(once.presence()).isEqualTo(Presence.INTERRUPTED);
    assertThat(Watch.at(once, 10)).isEqualTo(Presence.ON);
    assertThat(Watch.at(once, 20)).isEqualTo(Presence.INTERRUPTED);
    assertThat(Watch.at(once, 1e9)).isEqualTo(Presence.ON);
    assertThat(once.nextChange()).isInfinite();

    NodeProcess again = TraceReplay.nodes(trace, true).get(0).start("any", STREAMS);
    assertThat(Watch.at(again, 29)).isEqualTo(Presence.ON);
    assertThat(again.nextChange()).isEqualTo(30);
    assertThat(Watch.at(again, 30)).isEqualTo(Presence.INTERRUPTED);
    assertThat(again.nextChange()).isEqualTo(40);
    // One death in 10 + 5 seconds of life.
    assertThat(TraceReplay.nodes(trace, true).get(0).lossesPerSecond()).isEqualTo(1 / 15.0);
  }

  @Test
  void independentCausesMultiply() {
    SpotInstances spot =
        new SpotInstances(new Lifetime.Exponential(3 * HOUR), new Lifetime.LogNormal(HOUR, 0.5));
    HardwareFailures failures =
        new HardwareFailures(
            20 * HOUR, new GammaFrailty(1000), new Lifetime.Exponential(10 * HOUR));
    CombinedAvailability both = new CombinedAvailability(List.of(spot, failures));
    double expected = spot.availability() * 20 / 30;
    double[] shares =
        IntStream.range(0, 400)
            .mapToDouble(i -> Watch.share(both.start("n" + i, STREAMS), Presence.ON, 2000 * HOUR))
            .toArray();
    double mean = Arrays.stream(shares).average().orElseThrow();
    double variance = Arrays.stream(shares).map(x -> (x - mean) * (x - mean)).sum() / 399;
    assertThat(mean).isCloseTo(expected, within(3.5 * Math.sqrt(variance / 400)));
    assertThat(both.lossesPerSecond()).isCloseTo(1 / (3 * HOUR) + 1 / (20 * HOUR), within(1e-12));
  }

  /** The spot part meets the fate that it has without the failures. */
  @Test
  void theFirstCauseIsAsItIsAlone() {
    SpotInstances spot =
        new SpotInstances(new Lifetime.Exponential(3 * HOUR), new Lifetime.LogNormal(HOUR, 0.5));
    HardwareFailures never =
        new HardwareFailures(1e12 * HOUR, new GammaFrailty(1000), new Lifetime.Exponential(HOUR));
    CombinedAvailability both = new CombinedAvailability(List.of(spot, never));
    assertThat(Watch.history(both.start("a", STREAMS), 50))
        .isEqualTo(Watch.history(spot.start("a", STREAMS), 50));
    CombinedAvailability twice = new CombinedAvailability(List.of(spot, spot));
    assertThat(Watch.history(twice.start("a", STREAMS), 50))
        .isNotEqualTo(Watch.history(spot.start("a", STREAMS), 50));
  }

  /** Losses over time on, of many owners: with it a job chooses how often it saves. */
  @Test
  void ownersTakeTheirNodesAsOftenAsSaid() {
    LocalClock clock = new LocalClock(0, 0);
    CommunityOwners proposed = CommunityOwners.proposed(clock);
    CommunityOwners owners =
        new CommunityOwners(
            0.6,
            proposed.onMean(),
            proposed.off(),
            proposed.reclaimsPerSecond(),
            proposed.reclaimed(),
            0,
            CommunityOwners.OwnerWeek.flat(),
            clock);
    double losses = 0;
    double secondsOn = 0;
    for (int i = 0; i < 1500; i++) {
      NodeProcess process = owners.start("n" + i, STREAMS);
      double now = 0;
      while (now < 500 * HOUR) {
        double next = Math.min(process.nextChange(), 500 * HOUR);
        boolean on = process.presence() == Presence.ON;
        secondsOn += on ? next - now : 0;
        now = next;
        if (now < 500 * HOUR) {
          process.change();
          losses += on ? 1 : 0;
        }
      }
    }
    assertThat(losses / secondsOn)
        .isCloseTo(owners.lossesPerSecond(), within(0.04 * owners.lossesPerSecond()));
  }

  /** Of the failures of a large fleet the worst twentieth makes the share of the closed form. */
  @Test
  void theWorstTwentiethMakesItsShareOfTheFailures() {
    GammaFrailty frailty = GammaFrailty.ofTopShare(0.05, 0.5);
    HardwareFailures failures =
        new HardwareFailures(100 * HOUR, frailty, new Lifetime.Exponential(60));
    int nodes = 3000;
    double[][] rateAndCount = new double[nodes][];
    double all = 0;
    for (int i = 0; i < nodes; i++) {
      int count = failuresOf(failures.start("n" + i, STREAMS), 2000 * HOUR);
      rateAndCount[i] = new double[] {failures.rate("n" + i, STREAMS), count};
      all += count;
    }
    Arrays.sort(rateAndCount, (a, b) -> Double.compare(b[0], a[0]));
    double worst = Arrays.stream(rateAndCount, 0, nodes / 20).mapToDouble(row -> row[1]).sum();
    assertThat(worst / all).isCloseTo(0.5, within(0.035));
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
