package org.edgetwin.sim.policies.sharing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How many GPUs of each type each user is due: by tickets, then after trades from which both sides
 * gain [gandivafair2020].
 */
final class TicketShares {
  private static final double TOLERANCE = 1e-9;

  private TicketShares() {}

  /**
   * The same part of every type for a user: by tickets, and no more in all than the user asks for,
   * the rest going to the others.
   *
   * @param tickets of each user, above 0
   * @param demand GPUs that each user's jobs ask for
   * @param gpus GPUs of each type
   * @return GPUs by user and type
   */
  static double[][] fair(double[] tickets, double[] demand, double[] gpus) {
    int users = tickets.length;
    double all = Arrays.stream(gpus).sum();
    double[] total = new double[users];
    boolean[] satisfied = new boolean[users];
    boolean changed = true;
    while (changed) {
      changed = false;
      double left = all;
      double ticketsLeft = 0;
      for (int u = 0; u < users; u++) {
        left -= satisfied[u] ? demand[u] : 0;
        ticketsLeft += satisfied[u] ? 0 : tickets[u];
      }
      for (int u = 0; u < users; u++) {
        if (!satisfied[u]) {
          total[u] = tickets[u] * left / ticketsLeft;
        }
      }
      for (int u = 0; u < users; u++) {
        if (!satisfied[u] && demand[u] <= total[u]) {
          satisfied[u] = true;
          total[u] = demand[u];
          changed = true;
        }
      }
    }
    double[][] shares = new double[users][gpus.length];
    for (int u = 0; u < users; u++) {
      for (int t = 0; t < gpus.length; t++) {
        shares[u][t] = all == 0 ? 0 : total[u] * gpus[t] / all;
      }
    }
    return shares;
  }

  /**
   * Trades until nobody gains any more. For each two types the user with the greatest ratio of
   * speeds buys from the one with the least; the price is the geometric mean of the two ratios, so
   * that both gain in the same proportion. Nobody gets more GPUs in all than they ask for. A user
   * whose jobs cannot run on one of two types does not trade them.
   *
   * @param shares GPUs by user and type; changed
   * @param speeds of each user's jobs on each type; 0 where they cannot run
   * @param demand GPUs that each user's jobs ask for
   */
  static void trade(double[][] shares, double[][] speeds, double[] demand) {
    int types = shares.length == 0 ? 0 : shares[0].length;
    for (int bought = 0; bought < types; bought++) {
      for (int paid = bought + 1; paid < types; paid++) {
        new TypeMarket(shares, speeds, demand, bought, paid).trade();
      }
    }
  }

  /** Two types, one of which is bought for the other. */
  private static final class TypeMarket {
    private final double[][] shares;
    private final double[] demand;
    private final int bought;
    private final int paid;

    /** How many times as fast the jobs of each user are on the type that is bought. */
    private final double[] ratio;

    /** Users of both types, those to whom the one that is bought is worth most first. */
    private final List<Integer> users = new ArrayList<>();

    TypeMarket(double[][] shares, double[][] speeds, double[] demand, int bought, int paid) {
      this.shares = shares;
      this.demand = demand;
      this.bought = bought;
      this.paid = paid;
      ratio = new double[shares.length];
      for (int u = 0; u < shares.length; u++) {
        if (speeds[u][bought] > 0 && speeds[u][paid] > 0) {
          ratio[u] = speeds[u][bought] / speeds[u][paid];
          users.add(u);
        }
      }
      users.sort(Comparator.comparingDouble(u -> -ratio[u]));
    }

    void trade() {
      boolean traded = true;
      while (traded) {
        traded = false;
        for (int b = 0; b < users.size(); b++) {
          for (int s = users.size() - 1; s > b; s--) {
            traded |= trade(users.get(b), users.get(s));
          }
        }
      }
    }

    /** As much as two users can; false if that is nothing. */
    private boolean trade(int buyer, int seller) {
      double price = Math.sqrt(ratio[buyer] * ratio[seller]);
      double gpus = Math.min(shares[seller][bought], shares[buyer][paid] / price);
      if (gpus <= TOLERANCE || ratio[buyer] <= ratio[seller] * (1 + TOLERANCE)) {
        return false;
      }
      if (price != 1) {
        // One side ends up with more GPUs than before.
        int larger = price > 1 ? seller : buyer;
        double room = demand[larger] - Arrays.stream(shares[larger]).sum();
        gpus = Math.min(gpus, room / Math.abs(price - 1));
      }
      if (gpus <= TOLERANCE) {
        return false;
      }
      shares[buyer][bought] += gpus;
      shares[seller][bought] = Math.max(0, shares[seller][bought] - gpus);
      shares[buyer][paid] = Math.max(0, shares[buyer][paid] - gpus * price);
      shares[seller][paid] += gpus * price;
      return true;
    }
  }
}
