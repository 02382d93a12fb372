package org.edgetwin.sim.policies.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.edgetwin.sim.job.JobView;

/**
 * What users are due and have held, GPU-seconds by GPU type. An account earns its user's share of
 * the GPUs and pays for those held; it may be overdrawn. It is opened with the first job of a user
 * and closed with the last.
 */
final class Accounts {
  /** What a user is due, and the GPUs held since the last decision, by type. */
  private static final class Account {
    final double[] credit;
    double[] share;
    final int[] held;

    Account(int types) {
      credit = new double[types];
      share = new double[types];
      held = new int[types];
    }

    Account copy() {
      Account copy = new Account(credit.length);
      System.arraycopy(credit, 0, copy.credit, 0, credit.length);
      System.arraycopy(held, 0, copy.held, 0, held.length);
      copy.share = share.clone();
      return copy;
    }
  }

  /** By name. */
  private final TreeMap<String, Account> accountByUser = new TreeMap<>();

  /** GPU-seconds that jobs in the system have held. */
  private final Map<Integer, Double> heldByJob = new HashMap<>();

  /** GPUs that jobs have held since the last decision. */
  private final Map<Integer, Integer> gpusByHolder = new HashMap<>();

  private double asOf;

  Accounts copy() {
    Accounts copy = new Accounts();
    accountByUser.forEach((user, account) -> copy.accountByUser.put(user, account.copy()));
    copy.heldByJob.putAll(heldByJob);
    copy.gpusByHolder.putAll(gpusByHolder);
    copy.asOf = asOf;
    return copy;
  }

  static String user(JobView job) {
    return job.terms().user();
  }

  int count() {
    return accountByUser.size();
  }

  /** Books what was earned and held since the last decision. */
  void settle(double now) {
    double seconds = now - asOf;
    asOf = now;
    for (Account account : accountByUser.values()) {
      for (int type = 0; type < account.credit.length; type++) {
        account.credit[type] += seconds * (account.share[type] - account.held[type]);
        account.held[type] = 0;
      }
    }
    gpusByHolder.forEach((job, gpus) -> heldByJob.merge(job, seconds * gpus, Double::sum));
    gpusByHolder.clear();
  }

  /** Opens and closes accounts: these are the jobs in the system, and what their users are due. */
  void share(List<JobView> jobs, GpuTypes types, boolean trades) {
    Map<String, List<JobView>> jobsByUser = new TreeMap<>();
    for (JobView job : jobs) {
      jobsByUser.computeIfAbsent(user(job), name -> new ArrayList<>()).add(job);
    }
    accountByUser.keySet().retainAll(jobsByUser.keySet());
    int users = jobsByUser.size();
    double[] tickets = new double[users];
    double[] demand = new double[users];
    double[][] speeds = new double[users][];
    int u = 0;
    for (List<JobView> own : jobsByUser.values()) {
      tickets[u] = tickets(own);
      demand[u] = own.stream().mapToInt(JobView::gpus).sum();
      speeds[u] = speeds(own, types);
      u++;
    }
    double[][] shares = TicketShares.fair(tickets, demand, types.gpus());
    if (trades) {
      TicketShares.trade(shares, speeds, demand);
    }
    u = 0;
    for (String user : jobsByUser.keySet()) {
      Account account = accountByUser.computeIfAbsent(user, name -> new Account(types.count()));
      for (int type = 0; type < types.count(); type++) {
        // Nobody saves up what they cannot use.
        account.share[type] = speeds[u][type] > 0 ? shares[u][type] : 0;
      }
      u++;
    }
    enter(jobsByUser);
  }

  /** The greatest priority of a user's jobs, at least 1. */
  private static double tickets(List<JobView> jobs) {
    return Math.max(1, jobs.stream().mapToInt(job -> job.terms().priority()).max().orElseThrow());
  }

  /** Mean speed of a user's jobs on each type, weighted by gang. */
  private static double[] speeds(List<JobView> jobs, GpuTypes types) {
    double[] speeds = new double[types.count()];
    double gpus = jobs.stream().mapToInt(JobView::gpus).sum();
    for (JobView job : jobs) {
      for (int type = 0; type < speeds.length; type++) {
        speeds[type] += types.speed(job, type) * job.gpus() / gpus;
      }
    }
    return speeds;
  }

  /** A job that comes has held as much as that job of its user which has held least. */
  private void enter(Map<String, List<JobView>> jobsByUser) {
    Map<Integer, Double> held = new HashMap<>();
    for (List<JobView> own : jobsByUser.values()) {
      double least = Double.POSITIVE_INFINITY;
      for (JobView job : own) {
        least = Math.min(least, heldByJob.getOrDefault(job.id(), Double.POSITIVE_INFINITY));
      }
      double start = least == Double.POSITIVE_INFINITY ? 0 : least;
      own.forEach(job -> held.put(job.id(), heldByJob.getOrDefault(job.id(), start)));
    }
    heldByJob.clear();
    heldByJob.putAll(held);
  }

  /** A job holds GPUs of a type from now on, until the next decision at least. */
  void holds(JobView job, int type) {
    accountByUser.get(user(job)).held[type] += job.gpus();
    gpusByHolder.put(job.id(), job.gpus());
  }

  /** GPU-seconds that a job has held. */
  double held(JobView job) {
    return heldByJob.get(job.id());
  }

  /** GPUs of a type that a user is due. */
  double share(String user, int type) {
    return accountByUser.get(user).share[type];
  }

  /** What each user could spend on a type in the next seconds, GPU-seconds; by name. */
  Map<String, Double> spendable(int type, double seconds) {
    Map<String, Double> spendable = new TreeMap<>();
    accountByUser.forEach(
        (user, account) ->
            spendable.put(user, account.credit[type] + seconds * account.share[type]));
    return spendable;
  }
}
