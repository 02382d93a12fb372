package org.edgetwin.sim.policies.elastic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.Elasticity;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Slice;

/**
 * One planning of all gangs: the jobs that take part, what is free without them, and the result.
 */
final class Round {
  private final ClusterView view;
  private final List<JobView> jobs;
  private final Machines machines;
  private final Map<Integer, Gang> gangById = new HashMap<>();

  /**
   * A round.
   *
   * @param jobs those that take part, in order of submission
   * @param machines what is free when all of them have given back what they hold
   */
  Round(ClusterView view, List<JobView> jobs, Machines machines) {
    this.view = view;
    this.jobs = jobs;
    this.machines = machines;
  }

  ClusterView view() {
    return view;
  }

  List<JobView> jobs() {
    return jobs;
  }

  Machines machines() {
    return machines;
  }

  /** What a job is to have; null for nothing. */
  Gang gang(JobView job) {
    return gangById.get(job.id());
  }

  void give(JobView job, Gang gang) {
    gangById.put(job.id(), gang);
  }

  /** What a job holds now, by ascending node. */
  static List<Slice> held(ClusterView view, JobView job) {
    List<Slice> slices = new ArrayList<>();
    for (int node : view.nodesOf(job)) {
      slices.add(Slice.of(node, view.gpusOn(job, node)));
    }
    slices.sort(Comparator.comparingInt(Slice::node));
    return slices;
  }

  List<Slice> held(JobView job) {
    return held(view, job);
  }

  /** Groups that a job may have GPUs of now. */
  List<NodeGroupView> groups(JobView job) {
    List<NodeGroupView> groups = new ArrayList<>();
    for (int i = 0; i < view.groupCount(); i++) {
      NodeGroupView group = view.group(i);
      if (view.plan().accepts(job, group.index()) && mayMove(job, group)) {
        groups.add(group);
      }
    }
    return groups;
  }

  private boolean mayMove(JobView job, NodeGroupView group) {
    Elasticity elasticity = job.elasticity();
    return job.nodeGroup() < 0
        || elasticity == null
        || elasticity.gpuTypeMayChange()
        || view.fleet().group(job.nodeGroup()).gpuModel().equals(group.gpuModel());
  }

  /** Fewest nodes of a group on which so many GPUs stand. */
  static int fewestNodes(NodeGroupView group, int gpus) {
    return (gpus + group.maxGpusPerNode() - 1) / group.maxGpusPerNode();
  }

  /** Largest gang of a job in a group, were all of it free. */
  static int most(JobView job, NodeGroupView group) {
    int room =
        job.demand().spanning() == Spanning.ONE_NODE ? group.maxGpusPerNode() : group.gpuCount();
    return Math.min(room, job.elasticity().mostGpus());
  }

  /** Goodput with the batch that is best for a gang. */
  double bestGoodput(JobView job, NodeGroupView group, int gpus, int nodes) {
    int batch = view.bestBatch(job, group, gpus, nodes);
    return view.predictedGoodput(job, group, gpus, nodes, batch);
  }
}
