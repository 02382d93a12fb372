package org.edgetwin.sim.policies.elastic;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.scheduling.Slice;

/**
 * The gangs among which {@link Sia} chooses for a job, in each group that it may use: powers of 2
 * up to a node, then whole nodes, at most twice what it has; for a rigid job, the gang that it asks
 * for.
 */
final class Configurations {
  private final Round round;
  private final double power;
  private final double restartSeconds;

  Configurations(Round round, double power, double restartSeconds) {
    this.round = round;
    this.power = power;
    this.restartSeconds = restartSeconds;
  }

  private record Value(NodeGroupView group, int gpus, double goodput) {}

  /**
   * Of one job: its goodputs over the least of them, times what a restart leaves of them unless it
   * holds that gang now, to the power of the objective.
   */
  List<Configuration> of(JobView job) {
    List<Value> values = job.elasticity() == null ? rigid(job) : elastic(job);
    double least =
        values.stream().mapToDouble(Value::goodput).min().orElse(Double.POSITIVE_INFINITY);
    List<Slice> held = round.held(job);
    int heldGpus = Gang.gpus(held);
    double factor = heldGpus == 0 ? 1 : restartFactor(job);
    List<Configuration> configurations = new ArrayList<>();
    for (Value value : values) {
      boolean now = value.gpus() == heldGpus && value.group().index() == job.nodeGroup();
      double goodput = value.goodput() / least * (now ? 1 : factor);
      configurations.add(
          new Configuration(job, value.group(), value.gpus(), Math.pow(goodput, power)));
    }
    return configurations;
  }

  private double restartFactor(JobView job) {
    double age = round.view().now() - job.submitTime();
    double lost = Math.max(0, job.startCount() - 1) * restartSeconds;
    return Math.max(1e-3, (age - lost) / (age + restartSeconds));
  }

  private List<Value> rigid(JobView job) {
    List<Value> values = new ArrayList<>();
    for (NodeGroupView group : round.groups(job)) {
      boolean manyNodes = job.gpus() > group.maxGpusPerNode();
      double speed = round.view().predictedSpeed(job, group, manyNodes);
      if (speed > 0 && !(manyNodes && job.demand().spanning() == Spanning.ONE_NODE)) {
        values.add(new Value(group, job.gpus(), speed));
      }
    }
    return values;
  }

  private List<Value> elastic(JobView job) {
    int held = Gang.gpus(round.held(job));
    int least = job.elasticity().leastGpus();
    int limit = held == 0 ? least : Math.max(least, 2 * held);
    List<Value> values = new ArrayList<>();
    for (NodeGroupView group : round.groups(job)) {
      int most = Math.min(limit, Round.most(job, group));
      for (int gpus : sizes(group)) {
        if (gpus >= least && gpus <= most) {
          int nodes = Round.fewestNodes(group, gpus);
          values.add(new Value(group, gpus, round.bestGoodput(job, group, gpus, nodes)));
        }
      }
      if (!sizes(group).contains(least) && least <= most) {
        int nodes = Round.fewestNodes(group, least);
        values.add(new Value(group, least, round.bestGoodput(job, group, least, nodes)));
      }
    }
    return values;
  }

  /** 1, 2, 4 and so on inside a node, then whole nodes. */
  static List<Integer> sizes(NodeGroupView group) {
    List<Integer> sizes = new ArrayList<>();
    for (int gpus = 1; gpus < group.maxGpusPerNode(); gpus *= 2) {
      sizes.add(gpus);
    }
    for (int nodes = 1; nodes <= group.nodeCount(); nodes++) {
      sizes.add(nodes * group.maxGpusPerNode());
    }
    return sizes;
  }
}
