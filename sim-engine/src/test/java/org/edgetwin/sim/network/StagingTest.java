package org.edgetwin.sim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.network.CloudSites;
import org.edgetwin.gpu.network.LastMile;
import org.edgetwin.gpu.network.RttLaw;
import org.edgetwin.gpu.network.Site;
import org.edgetwin.gpu.network.TransferPrices;
import org.edgetwin.sim.kernel.Kernel;
import org.junit.jupiter.api.Test;

class StagingTest {
  private static final int VIRGINIA = 0;
  private static final int FRANKFURT = 1;
  private static final int HOME = 2;
  private static final int IMAGE = 0;
  private static final int WEIGHTS = 1;
  private static final double GB = 1e9;

  private static final WideArea AREA =
      new WideArea(
          List.of(
              Place.inDataCentre(CloudSites.standard().site("aws:us-east-1"), 5, 10),
              Place.inDataCentre(CloudSites.standard().site("aws:eu-central-1"), 5, 10),
              Place.behind(LastMile.ofMegabits(400, 100, 10), Site.of("madrid", 40.4, -3.7))),
          RttLaw.standard(),
          TransferPrices.standard(),
          1e9);

  private static final class Host implements StagingHost {
    private final Kernel kernel = new Kernel();
    private final FlowNetwork network;
    private final Staging staging;
    private final List<String> log = new ArrayList<>();

    private Host() {
      network = new FlowNetwork(this, AREA.links());
      List<DataItem> items =
          List.of(
              new DataItem("image", 10 * GB, List.of(VIRGINIA, FRANKFURT)),
              new DataItem("weights", 16 * GB, List.of(VIRGINIA)));
      List<NodeCache> caches =
          List.of(new NodeCache(0), new NodeCache(100 * GB), new NodeCache(20 * GB));
      staging = new Staging(this, AREA, items, caches, 8);
    }

    private Host(Host other) {
      network = new FlowNetwork(this, other.network);
      staging = new Staging(this, other.staging);
      log.addAll(other.log);
      other.kernel.copyEventsTo(this);
    }

    @Override
    public Kernel kernel() {
      return kernel;
    }

    @Override
    public FlowNetwork network() {
      return network;
    }

    @Override
    public Staging staging() {
      return staging;
    }

    @Override
    public void staged(int place, int item, Moved moved) {
      log.add(kernel.time() + ": " + item + " at " + place);
    }

    private void drain() {
      while (kernel.step()) {
        // Events alone move it.
      }
    }
  }

  /** Held back by the line of 400 Mbit/s, after a round trip. */
  @Test
  void anImageComesFromTheNearestHomeOverTheLastMile() {
    Host host = new Host();
    assertThat(host.staging.request(HOME, IMAGE)).isFalse();
    assertThat(host.staging.request(HOME, IMAGE)).isFalse();
    assertThat(host.staging.pendingCount()).isEqualTo(1);
    host.drain();
    double expected = AREA.rttMs(FRANKFURT, HOME) / 1000 + 10 * GB / 50e6;
    assertThat(host.log).hasSize(1);
    assertThat(host.kernel.time()).isCloseTo(expected, within(1e-9));
    assertThat(host.staging.movedBytes()).isEqualTo(10 * GB);
    assertThat(host.staging.egressUsd()).isCloseTo(0.9, within(1e-12));
    assertThat(host.staging.request(HOME, IMAGE)).isTrue();
    assertThat(AREA.rttMs(VIRGINIA, HOME)).isGreaterThan(AREA.rttMs(FRANKFURT, HOME));
  }

  /**
   * 8 windows of 8.4 MB in a round trip of 91 ms or so are more than the 5 Gbit/s of the sender.
   */
  @Test
  void betweenDataCentresTheSenderIsTheLimit() {
    Host host = new Host();
    assertThat(host.staging.request(FRANKFURT, WEIGHTS)).isFalse();
    assertThat(host.staging.request(VIRGINIA, WEIGHTS)).isTrue();
    host.drain();
    double rtt = AREA.rttMs(VIRGINIA, FRANKFURT) / 1000;
    assertThat(host.kernel.time()).isCloseTo(rtt + 16 * GB / 0.625e9, within(1e-9));
    assertThat(host.staging.egressUsd()).isCloseTo(16 * 0.02, within(1e-12));
    assertThat(AREA.transfer(VIRGINIA, FRANKFURT, GB, 1).capBytesPerSecond())
        .isCloseTo(8.4e6 / rtt, within(1e-3));
  }

  @Test
  void aCacheKeepsWhatFits() {
    Host host = new Host();
    host.staging.request(HOME, IMAGE);
    host.drain();
    host.staging.request(HOME, WEIGHTS);
    host.drain();
    assertThat(host.staging.cache(HOME).contains(IMAGE)).isFalse();
    assertThat(host.staging.request(HOME, WEIGHTS)).isTrue();
  }

  @Test
  void aCancelledTransferIsPaidAsFarAsItCame() {
    Host host = new Host();
    host.staging.request(HOME, IMAGE);
    host.kernel.runUntil(AREA.rttMs(FRANKFURT, HOME) / 1000 + 100);
    host.staging.cancel(HOME, IMAGE);
    host.drain();
    assertThat(host.log).isEmpty();
    assertThat(host.staging.pendingCount()).isZero();
    assertThat(host.staging.movedBytes()).isCloseTo(5 * GB, within(1.0));
    assertThat(host.staging.request(HOME, IMAGE)).isFalse();
  }

  @Test
  void aForkGoesOnBitForBit() {
    Host host = new Host();
    host.staging.request(HOME, IMAGE);
    host.staging.request(FRANKFURT, WEIGHTS);
    host.kernel.runUntil(10);
    Host fork = new Host(host);
    host.staging.request(HOME, WEIGHTS);
    fork.staging.request(HOME, WEIGHTS);
    host.drain();
    fork.drain();
    assertThat(host.log).hasSize(3).isEqualTo(fork.log);
    assertThat(host.staging.egressUsd()).isEqualTo(fork.staging.egressUsd());
  }

  @Test
  void badInputIsNamed() {
    assertThatThrownBy(() -> new DataItem("lost", 1, List.of()))
        .hasMessageContaining("lost")
        .hasMessageContaining("Maybe");
    Host host = new Host();
    assertThatThrownBy(() -> new Staging(host, AREA, List.of(), List.of(), 1))
        .hasMessageContaining("0 caches for 3 places");
  }
}
