package org.edgetwin.sim.policies.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FairShareTest {
  private static final double HALF_LIFE = 100;

  private static FairShare used(boolean fairTree, double... gpuSecondsByUser) {
    FairShare shares = new FairShare(1e12, fairTree);
    for (int user = 0; user < gpuSecondsByUser.length; user++) {
      shares.seen("u" + user, 0);
      shares.hold("u" + user, (int) gpuSecondsByUser[user], 0);
      shares.hold("u" + user, -(int) gpuSecondsByUser[user], 1);
    }
    return shares;
  }

  @Test
  void usageFadesByHalfInAHalfLife() {
    FairShare shares = new FairShare(HALF_LIFE, false);
    shares.seen("ann", 0);
    shares.hold("ann", 1000, 0);
    shares.hold("ann", -1000, 1e-3);

    assertThat(shares.usage("ann", 1e-3)).isCloseTo(1, within(1e-4));
    assertThat(shares.usage("ann", 100)).isCloseTo(0.5, within(1e-4));
    assertThat(shares.usage("ann", 300)).isCloseTo(0.125, within(1e-4));
  }

  @Test
  void whatIsHeldForEverFadesIntoABound() {
    FairShare shares = new FairShare(HALF_LIFE, false);
    shares.seen("ann", 0);
    shares.hold("ann", 2, 0);

    assertThat(shares.usage("ann", 1e5)).isCloseTo(2 * HALF_LIFE / Math.log(2), within(1e-6));
    // In pieces it is the same.
    shares.hold("ann", 0, 50);
    shares.hold("ann", 0, 70);
    assertThat(shares.usage("ann", 100)).isCloseTo(HALF_LIFE / Math.log(2), within(1e-9));
  }

  @Test
  void theClassicFactorIsAPowerOfUsageOverShares() {
    var factors = used(false, 3000, 1000, 0).factors(1);

    assertThat(factors.get("u0")).isCloseTo(Math.pow(2, -0.75 * 3), within(1e-9));
    assertThat(factors.get("u1")).isCloseTo(Math.pow(2, -0.25 * 3), within(1e-9));
    assertThat(factors.get("u2")).isEqualTo(1);
    assertThat(used(false, 0, 0).factors(1).get("u0")).as("nobody has used anything").isEqualTo(1);
  }

  @Test
  void fairTreeRanksUsersAndTiesShareTheirRank() {
    var factors = used(true, 3000, 1000, 0, 1000).factors(1);

    assertThat(factors.get("u2")).isEqualTo(1);
    assertThat(factors.get("u1")).isEqualTo(0.75).isEqualTo(factors.get("u3"));
    assertThat(factors.get("u0")).isEqualTo(0.25);
  }
}
