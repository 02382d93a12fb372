package org.edgetwin.sim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class FlowNetworkTest {
  private static final Link LINE = new Link("line", 100, 0);

  private static FlowSpec onLine(double bytes) {
    return FlowSpec.of(Route.over(0), bytes);
  }

  @Test
  void equalFlowsEndTogetherInTheOrderOfTheirStarts() {
    NetworkAlone alone = new NetworkAlone(LINE);
    List<Long> started = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      started.add(alone.network().start(onLine(50)));
    }
    alone.drain();
    assertThat(alone.endList).extracting(NetworkAlone.End::flow).isEqualTo(started);
    assertThat(alone.endList).allMatch(end -> Math.abs(end.time() - 5) < 1e-12);
    // One event for all of them.
    assertThat(alone.kernel().eventCount()).isEqualTo(1);
  }

  /** 100 bytes each: alone until 0.5 s, then halves until 1.5 s, then alone again. */
  @Test
  void aSecondFlowTakesHalf() {
    NetworkAlone alone = new NetworkAlone(LINE);
    long first = alone.network().start(onLine(100));
    alone.kernel().runUntil(0.5);
    long second = alone.network().start(onLine(100));
    assertThat(alone.network().rate(first)).isEqualTo(50);
    assertThat(alone.network().bytesLeft(first)).isEqualTo(50);
    alone.drain();
    assertThat(alone.end(first)).isEqualTo(1.5);
    assertThat(alone.end(second)).isEqualTo(2.0);
  }

  @Test
  void weightsAndCapsDivideALink() {
    NetworkAlone alone = new NetworkAlone(LINE);
    long heavy = alone.network().start(onLine(1000).weighing(3));
    long light = alone.network().start(onLine(1000));
    long capped = alone.network().start(onLine(1000).cappedAt(20));
    assertThat(alone.network().rate(capped)).isEqualTo(20);
    assertThat(alone.network().rate(heavy)).isEqualTo(60);
    assertThat(alone.network().rate(light)).isEqualTo(20);
  }

  @Test
  void latencyComesBeforeTheFirstByte() {
    NetworkAlone alone = new NetworkAlone(new Link("near", 100, 0.25), new Link("far", 50, 0.5));
    FlowSpec both = FlowSpec.of(Route.over(0, 1), 100);
    long flow = alone.network().start(new FlowSpec(both.route(), 100, 1, 1000, 0.25));
    assertThat(alone.network().rate(flow)).isZero();
    assertThat(alone.network().bytesLeft(flow)).isEqualTo(100);
    alone.drain();
    assertThat(alone.end(flow)).isEqualTo(1 + 100 / 50.0);
  }

  @Test
  void cancellingGivesTheShareBack() {
    NetworkAlone alone = new NetworkAlone(LINE);
    long first = alone.network().start(onLine(100));
    long second = alone.network().start(onLine(100));
    long waiting = alone.network().start(new FlowSpec(Route.over(0), 100, 1, 1000, 7));
    alone.kernel().runUntil(1);
    alone.network().cancel(second);
    alone.network().cancel(waiting);
    assertThat(alone.network().rate(first)).isEqualTo(100);
    assertThat(alone.network().isRunning(second)).isFalse();
    alone.drain();
    assertThat(alone.endList).containsExactly(new NetworkAlone.End(first, 1.5));
    assertThat(alone.network().flowCount()).isZero();
    assertThatThrownBy(() -> alone.network().rate(first)).hasMessageContaining("Maybe");
  }

  @Test
  void aFlowBetweenColocatedEndsHasItsCap() {
    NetworkAlone alone = new NetworkAlone(LINE);
    long flow = alone.network().start(new FlowSpec(Route.over(), 100, 1, 10, 0));
    alone.drain();
    assertThat(alone.end(flow)).isEqualTo(10);
  }

  /** Load 0.8 of exponential sizes on one link: mean time 1 / (1 - load), as M/G/1-PS says. */
  @Test
  void poissonFlowsOnOneLinkAreAProcessorSharingQueue() {
    RandomStream stream = new Streams(1, 1).stream("test/processor-sharing");
    NetworkAlone alone = new NetworkAlone(LINE);
    double arrival = 0;
    double sum = 0;
    List<Double> arrivals = new ArrayList<>();
    List<Long> flows = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      arrival -= Math.log(1 - stream.nextDouble()) / 0.8;
      alone.kernel().runUntil(arrival);
      flows.add(alone.network().start(onLine(-100 * Math.log(1 - stream.nextDouble()))));
      arrivals.add(arrival);
    }
    alone.drain();
    Map<Long, Double> ends = new HashMap<>();
    alone.endList.forEach(end -> ends.put(end.flow(), end.time()));
    for (int i = 0; i < flows.size(); i++) {
      sum += ends.get(flows.get(i)) - arrivals.get(i);
    }
    // The standard error is about 0.1.
    assertThat(sum / flows.size()).isCloseTo(5, within(0.35));
  }

  @Test
  void aForkGoesOnBitForBit() {
    RandomStream stream = new Streams(2, 1).stream("test/fork");
    NetworkAlone alone = new NetworkAlone(LINE, new Link("slow", 40, 0.01), new Link("x", 70, 0));
    for (int i = 0; i < 200; i++) {
      alone.kernel().runUntil(alone.kernel().time() + 0.2 * stream.nextDouble());
      alone.network().start(drawn(stream));
    }
    NetworkAlone fork = alone.fork();
    RandomStream copied = Streams.copyOf(stream);
    finish(alone, stream);
    finish(fork, copied);
    assertThat(alone.endList).hasSize(300).isEqualTo(fork.endList);
    assertThat(alone.kernel().eventCount()).isEqualTo(fork.kernel().eventCount());
  }

  private static void finish(NetworkAlone alone, RandomStream stream) {
    for (int i = 0; i < 100; i++) {
      alone.kernel().runUntil(alone.kernel().time() + 0.2 * stream.nextDouble());
      alone.network().start(drawn(stream));
    }
    alone.drain();
  }

  private static FlowSpec drawn(RandomStream stream) {
    Route route =
        stream.nextDouble() < 0.5 ? Route.over(stream.nextInt(0, 2)) : Route.over(0, 1, 2);
    return new FlowSpec(
        route, 1 + 10 * stream.nextDouble(), stream.nextInt(1, 3), 30, 0.1 * stream.nextInt(0, 1));
  }

  @Test
  void badInputIsNamed() {
    NetworkAlone alone = new NetworkAlone(LINE);
    assertThatThrownBy(() -> alone.network().start(FlowSpec.of(Route.over(3), 1)))
        .hasMessageContaining("crosses link 3")
        .hasMessageContaining("there are 1 links");
    assertThatThrownBy(() -> Route.over(1, 2, 1)).hasMessageContaining("crosses link 1 twice");
    assertThatThrownBy(() -> onLine(-1)).hasMessageContaining("bytes of a flow (-1.0)");
    assertThatThrownBy(() -> FlowSpec.of(Route.over(), 1)).hasMessageContaining("Maybe");
    assertThatThrownBy(() -> new Link("dead", 0, 0)).hasMessageContaining("Maybe leave it out");
  }
}
