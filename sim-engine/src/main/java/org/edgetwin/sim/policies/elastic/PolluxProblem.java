package org.edgetwin.sim.policies.elastic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.scheduling.Slice;
import umontreal.ssj.rng.RandomStream;

/**
 * What {@link Pollux} searches: for each job, GPUs on each node. Jobs that have had little service
 * come first and win where two want one GPU.
 */
final class PolluxProblem {
  /** Keeps the mean finite where a job has nothing. */
  private static final double LEAST_SPEEDUP = 1e-3;

  /** Models of goodput tell one node, two and more apart. */
  private static final int NODE_KINDS = 3;

  private final Round round;
  private final List<JobView> jobs;
  private final int[] nodes;
  private final int[] capacity;
  private final int left;
  private final int[] most;
  private final byte[][] base;
  private final double[] restartFactor;
  private final double[][] speedup;
  private final boolean[][] usable;
  private final int[] distributedJob;
  private final int[] free;

  /**
   * A problem.
   *
   * @param jobs in the order in which they win
   * @param most for each job, its largest gang now
   * @param restartFactor for each job, what a change leaves of its speed-up
   */
  PolluxProblem(Round round, List<JobView> jobs, int[] most, double[] restartFactor) {
    this.round = round;
    this.jobs = jobs;
    this.most = most;
    this.restartFactor = restartFactor;
    nodes = nodes(round);
    capacity = Arrays.stream(nodes).map(round.machines()::freeOn).toArray();
    left = round.machines().left();
    base = new byte[jobs.size()][];
    usable = new boolean[jobs.size()][nodes.length];
    speedup = new double[jobs.size()][];
    distributedJob = new int[nodes.length];
    free = new int[nodes.length];
    for (int j = 0; j < jobs.size(); j++) {
      base[j] = row(round.held(jobs.get(j)));
      List<NodeGroupView> groups = round.groups(jobs.get(j));
      for (int n = 0; n < nodes.length; n++) {
        int group = round.view().fleet().node(nodes[n]).group();
        usable[j][n] = groups.stream().anyMatch(each -> each.index() == group);
      }
      if (!groups.isEmpty()) {
        speedup[j] = speedups(jobs.get(j), groups.get(0), most[j]);
      }
    }
  }

  private static int[] nodes(Round round) {
    int count = 0;
    for (int i = 0; i < round.view().groupCount(); i++) {
      count += round.view().group(i).nodeCount();
    }
    int[] nodes = new int[count];
    int next = 0;
    for (int i = 0; i < round.view().groupCount(); i++) {
      for (int n = 0; n < round.view().group(i).nodeCount(); n++) {
        nodes[next++] = round.view().group(i).node(n);
      }
    }
    return nodes;
  }

  byte[] row(List<Slice> slices) {
    byte[] row = new byte[nodes.length];
    for (Slice slice : slices) {
      for (int n = 0; n < nodes.length; n++) {
        if (nodes[n] == slice.node()) {
          row[n] = (byte) slice.count();
        }
      }
    }
    return row;
  }

  /**
   * Goodput over that of the fair share, by kind of spread and gang. Types of GPUs look alike: it
   * is that of the first group that the job may use.
   */
  private double[] speedups(JobView job, NodeGroupView group, int mostGpus) {
    int total = Arrays.stream(capacity).sum();
    int fair = (Math.min(total, left) + jobs.size() - 1) / Math.max(1, jobs.size());
    fair = Math.max(job.elasticity().leastGpus(), Math.min(fair, Round.most(job, group)));
    double fairGoodput = round.bestGoodput(job, group, fair, Round.fewestNodes(group, fair));
    double[] speedups = new double[NODE_KINDS * (mostGpus + 1)];
    for (int kind = 1; kind <= NODE_KINDS; kind++) {
      for (int gpus = Math.max(kind, job.elasticity().leastGpus()); gpus <= mostGpus; gpus++) {
        speedups[(kind - 1) * (mostGpus + 1) + gpus] =
            round.bestGoodput(job, group, gpus, kind) / fairGoodput;
      }
    }
    return speedups;
  }

  int jobCount() {
    return jobs.size();
  }

  int nodeCount() {
    return nodes.length;
  }

  int capacity(int node) {
    return capacity[node];
  }

  byte[][] base() {
    return base;
  }

  /**
   * The power mean of the speed-ups with exponent -1, so nearly that of the slowest jobs; those of
   * jobs that change count as much as their restart leaves of them.
   */
  double fitness(byte[][] rows) {
    double sum = 0;
    for (int j = 0; j < rows.length; j++) {
      double value = speedup(j, rows[j]);
      if (value > 0 && !Arrays.equals(rows[j], base[j])) {
        value *= restartFactor[j];
      }
      sum += 1 / (value + LEAST_SPEEDUP);
    }
    return rows.length / sum;
  }

  private double speedup(int job, byte[] row) {
    int gpus = 0;
    int spread = 0;
    for (byte count : row) {
      gpus += count;
      spread += count > 0 ? 1 : 0;
    }
    return gpus == 0
        ? 0
        : speedup[job][(Math.min(spread, NODE_KINDS) - 1) * (most[job] + 1) + gpus];
  }

  /**
   * Makes an assignment hold: gangs within their bounds, in one group, at most one job of several
   * nodes on a node, nothing held twice.
   */
  void repair(byte[][] rows, RandomStream stream) {
    System.arraycopy(capacity, 0, free, 0, free.length);
    Arrays.fill(distributedJob, -1);
    int unused = left;
    for (int j = 0; j < rows.length; j++) {
      byte[] row = rows[j];
      keepOneGroup(j, row);
      if (spread(row) > 1) {
        for (int n = 0; n < row.length; n++) {
          row[n] = distributedJob[n] >= 0 ? 0 : row[n];
        }
      }
      int gpus = cut(j, row, unused, stream);
      if (gpus < jobs.get(j).elasticity().leastGpus()) {
        Arrays.fill(row, (byte) 0);
        continue;
      }
      unused -= gpus;
      boolean distributed = spread(row) > 1;
      for (int n = 0; n < row.length; n++) {
        free[n] -= row[n];
        if (distributed && row[n] > 0) {
          distributedJob[n] = j;
        }
      }
    }
  }

  private static int spread(byte[] row) {
    int spread = 0;
    for (byte count : row) {
      spread += count > 0 ? 1 : 0;
    }
    return spread;
  }

  /** Cuts to what is free and to the largest gang, from a random node on. */
  private int cut(int job, byte[] row, int unused, RandomStream stream) {
    int room = Math.min(unused, most[job]);
    int gpus = 0;
    for (int n = 0; n < row.length; n++) {
      row[n] = (byte) Math.min(row[n], free[n]);
      gpus += row[n];
    }
    if (gpus > room) {
      int first = stream.nextInt(0, row.length - 1);
      for (int i = 0; i < row.length && gpus > room; i++) {
        int n = (first + i) % row.length;
        int excess = Math.min(row[n], gpus - room);
        row[n] -= (byte) excess;
        gpus -= excess;
      }
    }
    return gpus;
  }

  /** GPUs of one group only, or of one node: of the one with most of them. */
  private void keepOneGroup(int job, byte[] row) {
    boolean oneNode = jobs.get(job).demand().spanning() == Spanning.ONE_NODE;
    int best = -1;
    int bestGpus = 0;
    for (int from = 0; from < row.length; ) {
      int to = oneNode ? from + 1 : endOfGroup(from);
      int gpus = 0;
      for (int n = from; n < to; n++) {
        row[n] = usable[job][n] ? row[n] : 0;
        gpus += row[n];
      }
      if (gpus > bestGpus) {
        best = from;
        bestGpus = gpus;
      }
      from = to;
    }
    int end = best < 0 ? 0 : oneNode ? best + 1 : endOfGroup(best);
    for (int n = 0; n < row.length; n++) {
      row[n] = n >= best && n < end ? row[n] : 0;
    }
  }

  private int endOfGroup(int from) {
    int group = round.view().fleet().node(nodes[from]).group();
    int to = from;
    while (to < nodes.length && round.view().fleet().node(nodes[to]).group() == group) {
      to++;
    }
    return to;
  }

  /** The slices of a row, by ascending node. */
  List<Slice> slices(byte[] row) {
    return IntStream.range(0, row.length)
        .filter(n -> row[n] > 0)
        .mapToObj(n -> Slice.of(nodes[n], row[n]))
        .sorted(Comparator.comparingInt(Slice::node))
        .toList();
  }
}
