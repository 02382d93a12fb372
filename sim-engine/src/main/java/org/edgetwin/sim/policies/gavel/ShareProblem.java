package org.edgetwin.sim.policies.gavel;

import java.util.List;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;

/**
 * What shares are computed from: the jobs in the system, the GPU types, and what is known of them.
 * A type is a node group.
 */
final class ShareProblem {
  private final ClusterView view;
  private final List<JobView> jobs;
  private final List<NodeGroupView> types;
  private final double[][] speeds;

  /**
   * A problem.
   *
   * @param jobs in order of submission
   * @param types with all GPUs free that are to be shared out
   */
  ShareProblem(ClusterView view, List<JobView> jobs, List<NodeGroupView> types) {
    this.view = view;
    this.jobs = jobs;
    this.types = types;
    speeds = new double[jobs.size()][types.size()];
    for (int i = 0; i < speeds.length; i++) {
      for (int j = 0; j < types.size(); j++) {
        speeds[i][j] = speed(view, jobs.get(i), types.get(j));
      }
    }
  }

  /** Speed of a job on a type, 1 on the reference GPU or where nothing is known; 0: cannot run. */
  static double speed(ClusterView view, JobView job, NodeGroupView type) {
    return job.gpus() <= type.gpuCount() && view.plan().accepts(job, type.index())
        ? view.predictedSpeed(job, type, job.gpus() > type.maxGpusPerNode())
        : 0;
  }

  List<JobView> jobs() {
    return jobs;
  }

  int jobCount() {
    return jobs.size();
  }

  int typeCount() {
    return types.size();
  }

  NodeGroupView type(int j) {
    return types.get(j);
  }

  /** GPUs of a type to be shared out. */
  int gpus(int j) {
    return types.get(j).freeGpus();
  }

  /** GPUs of all types. */
  int gpus() {
    int sum = 0;
    for (NodeGroupView type : types) {
      sum += type.freeGpus();
    }
    return sum;
  }

  /** GPUs that may be held at the same time: fewer than all where there is a quota. */
  int mostGpus() {
    return Math.min(gpus(), view.freeGpus());
  }

  int gang(int i) {
    return jobs.get(i).gpus();
  }

  double speed(int i, int j) {
    return speeds[i][j];
  }

  /** Whether a job can run at all now. */
  boolean runs(int i) {
    for (double speed : speeds[i]) {
      if (speed > 0) {
        return true;
      }
    }
    return false;
  }

  /** Work left, reference seconds. */
  double remaining(int i) {
    return view.predictedRemaining(jobs.get(i));
  }

  double ageSeconds(int i) {
    return view.now() - jobs.get(i).submitTime();
  }

  double now() {
    return view.now();
  }

  /** What a job gets done per second with its shares. */
  double throughput(int i, double[] shares) {
    double sum = 0;
    for (int j = 0; j < shares.length; j++) {
      sum += speeds[i][j] * shares[j];
    }
    return sum;
  }
}
