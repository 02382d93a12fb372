package org.edgetwin.sim.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.edgetwin.gpu.reliability.Lifetime;
import org.edgetwin.gpu.reliability.LocalClock;
import org.edgetwin.gpu.reliability.WeeklyProfile;
import org.edgetwin.sim.availability.CommunityOwners.OwnerWeek;
import org.edgetwin.sim.distribution.Distributions.LogNormal;
import org.edgetwin.sim.fleet.NodeProcess;
import org.edgetwin.sim.fleet.Presence;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;

class CommunityOwnersTest {
  private static final double HOUR = 3600;
  private static final double WEEK = 168 * HOUR;
  private static final Streams STREAMS = new Streams(3, 1);

  private static CommunityOwners owners(
      double shape, double departuresPerSecond, OwnerWeek week, LocalClock clock) {
    return new CommunityOwners(
        shape,
        new LogNormal(8 * HOUR, 0),
        new Lifetime.LogNormal(4 * HOUR, 0.8),
        1 / (10 * HOUR),
        new Lifetime.LogNormal(1.5 * HOUR, 0.8),
        departuresPerSecond,
        week,
        clock);
  }

  @Test
  void theLongRunIsTheClosedForm() {
    CommunityOwners owners = owners(0.6, 0, OwnerWeek.flat(), new LocalClock(0, 0));
    double expected = owners.availability(8 * HOUR);
    double off = 4 * HOUR * Math.exp(0.32);
    double reclaimed = 0.8 * 1.5 * HOUR * Math.exp(0.32);
    assertThat(expected).isCloseTo(8 * HOUR / (8 * HOUR + off + reclaimed), within(1e-12));
    double share =
        IntStream.range(0, 200)
            .mapToDouble(i -> Watch.share(owners.start("n" + i, STREAMS), Presence.ON, 20 * WEEK))
            .average()
            .orElseThrow();
    assertThat(share).isCloseTo(expected, within(0.01));
  }

  @Test
  void theFleetStartsInEquilibrium() {
    CommunityOwners owners = owners(0.6, 0, OwnerWeek.flat(), new LocalClock(0, 0));
    int nodes = 5000;
    List<NodeProcess> processes =
        IntStream.range(0, nodes).mapToObj(i -> owners.start("n" + i, STREAMS)).toList();
    for (double time : new double[] {0, 2 * HOUR, 30 * HOUR}) {
      long on = processes.stream().filter(p -> Watch.at(p, time) == Presence.ON).count();
      assertThat((double) on / nodes).isCloseTo(owners.availability(8 * HOUR), within(0.022));
    }
  }

  @Test
  void whatAnOwnerDoesDependsOnTheLocalHour() {
    // The same local time in London and, nine hours earlier by UTC, in Tokyo.
    CommunityOwners london = owners(0.6, 0, OwnerWeek.proposed(), new LocalClock(9 * HOUR, 0));
    CommunityOwners tokyo = owners(0.6, 0, OwnerWeek.proposed(), new LocalClock(0, 9));
    assertThat(Watch.history(tokyo.start("a", STREAMS), 200))
        .isEqualTo(Watch.history(london.start("a", STREAMS), 200));
    int[] reclaims = reclaimsByUtcHour(tokyo);
    // 20:00 in Tokyo is 11:00 UTC; at 04:00 there everybody sleeps.
    assertThat(reclaims[11]).isGreaterThan(10 * reclaims[19]);
    int[] elsewhere =
        reclaimsByUtcHour(owners(0.6, 0, OwnerWeek.proposed(), new LocalClock(0, -5)));
    assertThat(elsewhere[1]).isGreaterThan(10 * elsewhere[9]);
  }

  private static int[] reclaimsByUtcHour(CommunityOwners owners) {
    int[] counts = new int[24];
    for (int node = 0; node < 200; node++) {
      NodeProcess process = owners.start("n" + node, STREAMS);
      while (process.nextChange() < 5 * WEEK) {
        double time = process.nextChange();
        process.change();
        if (process.presence() == Presence.RECLAIMED) {
          counts[(int) (time / HOUR) % 24]++;
        }
      }
    }
    return counts;
  }

  /** Exponential stays make a Markov chain, whose share on solves p' = -leave p + return (1-p). */
  @Test
  void theWeekOfAMarkovOwnerSolvesItsEquation() {
    WeeklyProfile leaving = WeeklyProfile.proposed("leave");
    WeeklyProfile returning = WeeklyProfile.proposed("return");
    CommunityOwners owners =
        new CommunityOwners(
            1,
            new LogNormal(6 * HOUR, 0),
            new Lifetime.Exponential(3 * HOUR),
            0,
            new Lifetime.Exponential(HOUR),
            0,
            new OwnerWeek(leaving, returning, WeeklyProfile.flat()),
            new LocalClock(0, 0));
    int nodes = 4000;
    List<NodeProcess> processes =
        IntStream.range(0, nodes).mapToObj(i -> owners.start("n" + i, STREAMS)).toList();
    double share = 2.0 / 3;
    double step = 60;
    for (double time = 0; time < 1.5 * WEEK; time += step) {
      share +=
          step
              * (returning.at(time) / (3 * HOUR) * (1 - share)
                  - leaving.at(time) / (6 * HOUR) * share);
      double later = time + step;
      if (later % (5 * HOUR) == 0) {
        long on = processes.stream().filter(p -> Watch.at(p, later) == Presence.ON).count();
        // Four standard deviations for each of fifty looks.
        assertThat((double) on / nodes).isCloseTo(share, within(0.032));
      }
    }
  }

  @Test
  void ownersLeaveForGoodAtAConstantRate() {
    CommunityOwners owners = owners(0.6, 0.1 / WEEK, OwnerWeek.proposed(), new LocalClock(0, 2));
    int nodes = 3000;
    long gone =
        IntStream.range(0, nodes)
            .filter(i -> Watch.at(owners.start("n" + i, STREAMS), 5 * WEEK) == Presence.GONE)
            .count();
    assertThat((double) gone / nodes).isCloseTo(1 - Math.exp(-0.5), within(0.027));
  }

  @Test
  void meansDifferOverNodes() {
    CommunityOwners owners = CommunityOwners.proposed(new LocalClock(0, 0));
    double[] sortedMeans =
        IntStream.range(0, 2001)
            .mapToDouble(i -> owners.meanOnSeconds("n" + i, STREAMS))
            .sorted()
            .toArray();
    assertThat(sortedMeans[1000]).isCloseTo(8 * HOUR, within(0.8 * HOUR));
    assertThat(Math.log(sortedMeans[1683] / sortedMeans[1000])).isCloseTo(1.2, within(0.1));
    assertThatThrownBy(() -> owners(0, 0, OwnerWeek.flat(), new LocalClock(0, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("onShape (0.0)");
  }
}
