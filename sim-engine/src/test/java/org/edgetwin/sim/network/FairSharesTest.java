package org.edgetwin.sim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

/** Random networks: the condition that defines fairness, and that repairing is filling anew. */
class FairSharesTest {
  private static final int CASES = 30;
  private static final int CHANGES = 60;
  private static final double TOLERANCE = 1e-9;

  private static final class Drawn {
    private final RandomStream stream;
    private final double[] capacities;
    private final FairShares shares;
    private final Map<Integer, FlowSpec> flowBySlot = new TreeMap<>();

    private Drawn(int seed) {
      stream = new Streams(seed, 1).stream("test/fair-shares");
      capacities = new double[stream.nextInt(1, 30)];
      for (int link = 0; link < capacities.length; link++) {
        // Some are equal, so that several links fill at once.
        capacities[link] = stream.nextDouble() < 0.5 ? 100 : 1 + 1000 * stream.nextDouble();
      }
      shares = new FairShares(capacities);
    }

    private void change() {
      int slot = stream.nextInt(0, 40);
      double kind = stream.nextDouble();
      if (kind < 0.05) {
        int link = stream.nextInt(0, capacities.length - 1);
        capacities[link] = 1000 * stream.nextDouble();
        shares.setCapacity(link, capacities[link]);
      } else if (flowBySlot.remove(slot) != null) {
        shares.remove(slot);
      } else {
        FlowSpec flow = draw();
        flowBySlot.put(slot, flow);
        shares.add(slot, flow.route().links(), flow.weight(), flow.capBytesPerSecond());
      }
    }

    private FlowSpec draw() {
      int[] route =
          stream.nextDouble() < 0.02
              ? new int[0]
              : IntStream.range(0, capacities.length)
                  .filter(link -> stream.nextDouble() < 2.5 / capacities.length)
                  .toArray();
      boolean capped = route.length == 0 || stream.nextDouble() < 0.4;
      double cap = capped ? 1 + 100 * stream.nextDouble() : Double.POSITIVE_INFINITY;
      double weight = stream.nextDouble() < 0.5 ? 1 : 0.1 + 5 * stream.nextDouble();
      return new FlowSpec(Route.over(route), 1, weight, cap, 0);
    }

    private double used(int link) {
      return flowBySlot.entrySet().stream()
          .filter(entry -> crosses(entry.getValue(), link))
          .mapToDouble(entry -> shares.rate(entry.getKey()))
          .sum();
    }

    private double level(int slot) {
      return shares.rate(slot) / flowBySlot.get(slot).weight();
    }

    private double highestLevel(int link) {
      return flowBySlot.keySet().stream()
          .filter(slot -> crosses(flowBySlot.get(slot), link))
          .mapToDouble(this::level)
          .max()
          .orElse(0);
    }

    private static boolean crosses(FlowSpec flow, int link) {
      return Arrays.stream(flow.route().links()).anyMatch(crossed -> crossed == link);
    }

    private boolean isFull(int link) {
      return used(link) >= capacities[link] * (1 - TOLERANCE);
    }

    private boolean isHeldBack(int slot) {
      FlowSpec flow = flowBySlot.get(slot);
      double level = level(slot) * (1 + TOLERANCE) + 1e-12;
      return shares.rate(slot) >= flow.capBytesPerSecond() * (1 - TOLERANCE)
          || Arrays.stream(flow.route().links())
              .anyMatch(link -> isFull(link) && highestLevel(link) <= level);
    }
  }

  @Test
  void everyFlowIsHeldBackByItsCapOrByAFullLinkOnWhichNobodyIsHigher() {
    for (int seed = 1; seed <= CASES; seed++) {
      Drawn drawn = new Drawn(seed);
      for (int i = 0; i < CHANGES; i++) {
        drawn.change();
        drawn.shares.share();
        for (int link = 0; link < drawn.capacities.length; link++) {
          assertThat(drawn.used(link))
              .isLessThanOrEqualTo(drawn.capacities[link] * (1 + TOLERANCE) + 1e-9);
        }
        assertThat(drawn.flowBySlot.keySet()).allMatch(drawn::isHeldBack);
      }
    }
  }

  @Test
  void repairingIsFillingFromNothing() {
    for (int seed = 1; seed <= CASES; seed++) {
      Drawn drawn = new Drawn(seed);
      for (int i = 0; i < CHANGES; i++) {
        drawn.change();
        if (drawn.stream.nextDouble() < 0.3) {
          drawn.change();
        }
        drawn.shares.share();
        FairShares scratch = new FairShares(drawn.capacities);
        drawn.flowBySlot.forEach(
            (slot, flow) ->
                scratch.add(slot, flow.route().links(), flow.weight(), flow.capBytesPerSecond()));
        scratch.share();
        for (int slot : drawn.flowBySlot.keySet()) {
          double rate = scratch.rate(slot);
          assertThat(drawn.shares.rate(slot)).isCloseTo(rate, within(TOLERANCE * rate + 1e-12));
        }
      }
    }
  }

  @Test
  void changesAreThoseOfTheTouchedComponentOnly() {
    FairShares shares = new FairShares(new double[] {10, 10});
    shares.add(0, new int[] {0}, 1, Double.POSITIVE_INFINITY);
    shares.add(1, new int[] {1}, 1, Double.POSITIVE_INFINITY);
    shares.share();
    assertThat(shares.changedCount()).isEqualTo(2);
    shares.add(2, new int[] {0}, 3, Double.POSITIVE_INFINITY);
    shares.share();
    assertThat(shares.changedCount()).isEqualTo(2);
    assertThat(shares.rate(0)).isEqualTo(2.5);
    assertThat(shares.rate(1)).isEqualTo(10);
    assertThat(shares.rate(2)).isEqualTo(7.5);
    // A cap below the level of all leaves the rest to the others.
    shares.add(3, new int[] {0}, 1, 2);
    shares.share();
    assertThat(shares.rate(3)).isEqualTo(2);
    assertThat(shares.rate(0)).isEqualTo(2);
    shares.remove(1);
    shares.share();
    assertThat(shares.changedCount()).isZero();
  }

  @Test
  void copiesAreIndependent() {
    Drawn drawn = new Drawn(7);
    for (int i = 0; i < CHANGES; i++) {
      drawn.change();
    }
    drawn.shares.share();
    FairShares copy = drawn.shares.copy();
    int slot = drawn.flowBySlot.keySet().iterator().next();
    double before = drawn.shares.rate(slot);
    copy.remove(slot);
    copy.share();
    assertThat(drawn.shares.rate(slot)).isEqualTo(before);
    drawn.shares.remove(slot);
    drawn.shares.share();
    drawn.flowBySlot.remove(slot);
    for (int other : drawn.flowBySlot.keySet()) {
      assertThat(copy.rate(other)).isEqualTo(drawn.shares.rate(other));
    }
  }
}
