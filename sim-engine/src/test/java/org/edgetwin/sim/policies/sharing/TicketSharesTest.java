package org.edgetwin.sim.policies.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class TicketSharesTest {
  private static double value(double[] shares, double[] speeds) {
    double sum = 0;
    for (int t = 0; t < shares.length; t++) {
      sum += shares[t] * speeds[t];
    }
    return sum;
  }

  @Test
  void sharesAreAsTickets() {
    double[][] shares =
        TicketShares.fair(new double[] {1, 3}, new double[] {100, 100}, new double[] {4, 8});

    assertThat(shares[0]).containsExactly(new double[] {1, 2}, within(1e-12));
    assertThat(shares[1]).containsExactly(new double[] {3, 6}, within(1e-12));
  }

  /** Of 12 GPUs the first wants 1; the other two have 11 by 1 to 1, of which one wants only 3. */
  @Test
  void whatSomebodyDoesNotAskForGoesToTheOthers() {
    double[][] shares =
        TicketShares.fair(new double[] {2, 1, 1}, new double[] {1, 3, 50}, new double[] {12});

    assertThat(shares[0][0]).isCloseTo(1, within(1e-12));
    assertThat(shares[1][0]).isCloseTo(3, within(1e-12));
    assertThat(shares[2][0]).isCloseTo(8, within(1e-12));
  }

  /**
   * Ratios of 1.25 and 5: the price is 2.5. The second buys 0.8 of a fast GPU for all of its 2 slow
   * ones. The first has then 1.2 x 1.25 + 4 = 5.5 instead of 4.5, the second 2.8 x 5 = 14 instead
   * of 12: both gain by the same part of what they traded.
   */
  @Test
  void aTradeByHand() {
    double[][] speeds = {{1.25, 1}, {5, 1}};
    double[] demand = {100, 100};
    double[][] shares = TicketShares.fair(new double[] {1, 1}, demand, new double[] {4, 4});

    TicketShares.trade(shares, speeds, demand);

    assertThat(shares[0]).containsExactly(new double[] {1.2, 4}, within(1e-12));
    assertThat(shares[1]).containsExactly(new double[] {2.8, 0}, within(1e-12));
    assertThat(value(shares[0], speeds[0])).isCloseTo(5.5, within(1e-12));
    assertThat(value(shares[1], speeds[1])).isCloseTo(14, within(1e-12));
  }

  /** Who has no use for more GPUs does not sell a fast one for several slow ones. */
  @Test
  void nobodySellsForGpusThatTheyCannotUse() {
    double[][] speeds = {{1.25, 1}, {5, 1}};
    double[] demand = {4, 100};
    double[][] shares = TicketShares.fair(new double[] {1, 1}, demand, new double[] {4, 4});

    TicketShares.trade(shares, speeds, demand);

    assertThat(shares[0]).containsExactly(new double[] {2, 2}, within(1e-12));
  }

  /** On any market: no GPU is made or lost, nobody loses, and no two would still trade. */
  @Test
  void nobodyLosesByTrading() {
    RandomStream random = new Streams(3, 1).stream("markets");
    int traded = 0;
    for (int round = 0; round < 500; round++) {
      int users = random.nextInt(1, 6);
      double[] gpus = {random.nextInt(1, 9), random.nextInt(1, 9), random.nextInt(0, 9)};
      double[] tickets = new double[users];
      double[] demand = new double[users];
      double[][] speeds = new double[users][3];
      for (int u = 0; u < users; u++) {
        tickets[u] = random.nextInt(1, 4);
        demand[u] = random.nextInt(1, 20);
        for (int t = 0; t < 3; t++) {
          speeds[u][t] = random.nextDouble() < 0.1 ? 0 : 0.2 + random.nextDouble() * 5;
        }
      }
      double[][] fair = TicketShares.fair(tickets, demand, gpus);
      double[][] shares = Arrays.stream(fair).map(double[]::clone).toArray(double[][]::new);

      TicketShares.trade(shares, speeds, demand);

      for (int u = 0; u < users; u++) {
        double before = value(fair[u], speeds[u]);
        assertThat(value(shares[u], speeds[u])).isGreaterThanOrEqualTo(before - 1e-9);
        assertThat(Arrays.stream(shares[u]).sum()).isLessThanOrEqualTo(demand[u] + 1e-6);
        traded += value(shares[u], speeds[u]) > before + 1e-6 ? 1 : 0;
      }
      for (int t = 0; t < 3; t++) {
        int type = t;
        assertThat(Arrays.stream(shares).mapToDouble(row -> row[type]).sum())
            .isCloseTo(Arrays.stream(fair).mapToDouble(row -> row[type]).sum(), within(1e-9));
      }
    }
    assertThat(traded).isGreaterThan(500);
  }
}
