package org.edgetwin.sim.policies.gavel;

import java.util.List;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.scheduling.ClusterView;

/** The jobs and machines that a scheduler sees now. A type is a node group. */
final class LiveProblem implements ShareProblem {
  private final ClusterView view;
  private final List<JobView> jobs;
  private final List<NodeGroupView> types;
  private final double[][] speeds;
  private final List<PairOption> pairs;

  /**
   * A problem, valid as long as its view.
   *
   * @param jobs in order of submission
   * @param types with all GPUs free that are to be shared out
   * @param partners with how many others each job may share GPUs on each type
   */
  LiveProblem(ClusterView view, List<JobView> jobs, List<NodeGroupView> types, int partners) {
    this.view = view;
    this.jobs = jobs;
    this.types = types;
    speeds = new double[jobs.size()][types.size()];
    for (int i = 0; i < speeds.length; i++) {
      for (int j = 0; j < types.size(); j++) {
        speeds[i][j] = speed(view, jobs.get(i), types.get(j));
      }
    }
    pairs = partners == 0 ? List.of() : new PairSearch(view, jobs, types, speeds).best(partners);
  }

  /** See {@link ShareProblem#speed}. */
  static double speed(ClusterView view, JobView job, NodeGroupView type) {
    return view.plan().accepts(job, type.index()) && hasRoomWhenIdle(view, job, type)
        ? Math.max(
            view.predictedSpeed(job, type, job.gpus() > type.maxGpusPerNode()),
            // No machine has both the GPUs and what the first node needs.
            view.predictedSpeed(job, type, true))
        : 0;
  }

  /**
   * Whether a type with nobody on it has the GPUs, and a machine with what the first node needs.
   */
  private static boolean hasRoomWhenIdle(ClusterView view, JobView job, NodeGroupView type) {
    Demand demand = job.demand();
    int perNode = demand.spanning() == Spanning.ONE_NODE ? job.gpus() : 1;
    if (job.gpus() > type.gpuCount() || perNode > type.maxGpusPerNode()) {
      return false;
    }
    if (demand.cpuMilli() == 0 && demand.memoryMib() == 0) {
      return true;
    }
    for (int n = 0; n < type.nodeCount(); n++) {
      NodeSpec node = view.fleet().node(type.node(n)).spec();
      if (node.gpuCount() >= perNode
          && node.cpuMilli() >= demand.cpuMilli()
          && node.memoryMib() >= demand.memoryMib()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int jobCount() {
    return jobs.size();
  }

  @Override
  public int typeCount() {
    return types.size();
  }

  @Override
  public int id(int i) {
    return jobs.get(i).id();
  }

  @Override
  public int gang(int i) {
    return jobs.get(i).gpus();
  }

  @Override
  public int gpus(int j) {
    return types.get(j).freeGpus();
  }

  @Override
  public int mostGpus() {
    return Math.min(gpus(), view.freeGpus());
  }

  @Override
  public double speed(int i, int j) {
    return speeds[i][j];
  }

  @Override
  public List<PairOption> pairs() {
    return pairs;
  }

  @Override
  public double remaining(int i) {
    return view.predictedRemaining(jobs.get(i));
  }

  @Override
  public double ageSeconds(int i) {
    return view.now() - jobs.get(i).submitTime();
  }

  @Override
  public double secondsToDeadline(int i) {
    return jobs.get(i).terms().deadlineTime() - view.now();
  }

  @Override
  public double price(int j) {
    return types.get(j).priceUsdPerGpuHour();
  }
}
