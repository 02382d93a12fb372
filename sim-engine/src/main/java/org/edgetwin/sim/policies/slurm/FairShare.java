package org.edgetwin.sim.policies.slurm;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What each user has used of late, GPU-seconds held, and what share of the priority is left to them
 * for it [slurm]. All users of a virtual cluster have equal shares.
 *
 * <p>Usage fades with a half-life; what running jobs hold is counted as they hold it. Users count
 * from their first job on.
 */
final class FairShare {
  private record Account(double usage, double asOf, int heldGpus) {}

  private final double halfLifeSeconds;
  private final boolean fairTree;
  private final Map<String, Account> accountByUser = new LinkedHashMap<>();

  /**
   * Accounts without users.
   *
   * @param fairTree whether the factor is the user's rank (Fair Tree), or the classic formula
   */
  FairShare(double halfLifeSeconds, boolean fairTree) {
    this.halfLifeSeconds = halfLifeSeconds;
    this.fairTree = fairTree;
  }

  /** A user has submitted a job. */
  void seen(String user, double now) {
    accountByUser.putIfAbsent(user, new Account(0, now, 0));
  }

  /** A job of a user has got GPUs, or given them back if the number is negative. */
  void hold(String user, int gpus, double now) {
    Account account = accountByUser.get(user);
    accountByUser.put(user, new Account(usage(user, now), now, account.heldGpus() + gpus));
  }

  /** What a user has used, GPU-seconds that have faded. */
  double usage(String user, double now) {
    Account account = accountByUser.get(user);
    double kept = Math.pow(2, -(now - account.asOf()) / halfLifeSeconds);
    // The integral of what is held, each second of it fading from then on.
    double held = account.heldGpus() * (1 - kept) * halfLifeSeconds / Math.log(2);
    return account.usage() * kept + held;
  }

  /**
   * The fair-share factor of every user, 0 to 1, larger for those who have used less. Classic:
   * {@code 2^(-usage/shares)}, both as parts of the whole. Fair Tree: the rank by shares over
   * usage, the least user first, over the number of users; equal users have equal ranks.
   */
  Map<String, Double> factors(double now) {
    Map<String, Double> usageByUser = new LinkedHashMap<>();
    double sum = 0;
    for (String user : accountByUser.keySet()) {
      double usage = usage(user, now);
      usageByUser.put(user, usage);
      sum += usage;
    }
    double total = sum;
    int users = usageByUser.size();
    double[] sorted =
        usageByUser.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    Map<String, Double> factors = new LinkedHashMap<>();
    usageByUser.forEach(
        (user, usage) ->
            factors.put(
                user,
                fairTree
                    ? (users - firstOf(sorted, usage)) / (double) users
                    : total == 0 ? 1 : Math.pow(2, -usage / total * users)));
    return factors;
  }

  /** How many are below a value. */
  private static int firstOf(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  FairShare copy() {
    FairShare copy = new FairShare(halfLifeSeconds, fairTree);
    copy.accountByUser.putAll(accountByUser);
    return copy;
  }
}
