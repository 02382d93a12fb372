package org.edgetwin.sim.policies.sharing;

import java.util.Arrays;

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
    int types = speeds.length == 0 ? 0 : speeds[0].length;
    for (int first = 0; first < types; first++) {
      for (int second = first + 1; second < types; second++) {
        while (tradeOnce(shares, speeds, demand, first, second)) {
          // Until no two users are left whose ratios differ.
        }
      }
    }
  }

  /** The best trade of one type for another; false if there is none. */
  private static boolean tradeOnce(
      double[][] shares, double[][] speeds, double[] demand, int bought, int paid) {
    double bestGain = 1 + TOLERANCE;
    int buyer = -1;
    int seller = -1;
    for (int b = 0; b < shares.length; b++) {
      if (shares[b][paid] <= TOLERANCE) {
        continue;
      }
      double own = ratio(speeds[b], bought, paid);
      for (int s = 0; s < shares.length; s++) {
        double gain = own / ratio(speeds[s], bought, paid);
        if (gain > bestGain && most(shares, speeds, demand, b, s, bought, paid) > TOLERANCE) {
          bestGain = gain;
          buyer = b;
          seller = s;
        }
      }
    }
    if (buyer < 0) {
      return false;
    }
    double price = price(speeds[buyer], speeds[seller], bought, paid);
    double gpus = most(shares, speeds, demand, buyer, seller, bought, paid);
    shares[buyer][bought] += gpus;
    shares[seller][bought] = Math.max(0, shares[seller][bought] - gpus);
    shares[buyer][paid] = Math.max(0, shares[buyer][paid] - gpus * price);
    shares[seller][paid] += gpus * price;
    return true;
  }

  /** How many GPUs of the type that is bought can change hands. */
  private static double most(
      double[][] shares,
      double[][] speeds,
      double[] demand,
      int buyer,
      int seller,
      int bought,
      int paid) {
    double price = price(speeds[buyer], speeds[seller], bought, paid);
    double gpus = Math.min(shares[seller][bought], shares[buyer][paid] / price);
    // One side ends up with more GPUs than before.
    int larger = price > 1 ? seller : buyer;
    double room = demand[larger] - Arrays.stream(shares[larger]).sum();
    return price == 1 ? gpus : Math.min(gpus, room / Math.abs(price - 1));
  }

  private static double price(double[] buyer, double[] seller, int bought, int paid) {
    return Math.sqrt(ratio(buyer, bought, paid) * ratio(seller, bought, paid));
  }

  /** NaN, with which nothing compares, where a user cannot use one of the two. */
  private static double ratio(double[] speeds, int bought, int paid) {
    return speeds[bought] > 0 && speeds[paid] > 0 ? speeds[bought] / speeds[paid] : Double.NaN;
  }
}
