package org.edgetwin.sim.engine;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.HostContention;

/** Which jobs run on which machine, for what they do to each other there. */
final class HostResidents {
  private final HostContention contention;
  private final List<List<Job>> jobsByNode;

  HostResidents(HostContention contention, int nodes) {
    this.contention = contention;
    jobsByNode = new ArrayList<>(nodes);
    for (int node = 0; node < nodes; node++) {
      jobsByNode.add(new ArrayList<>());
    }
  }

  HostResidents(HostResidents other, SimulatedCluster cluster) {
    this(other.contention, other.jobsByNode.size());
    for (int node = 0; node < jobsByNode.size(); node++) {
      for (Job job : other.jobsByNode.get(node)) {
        jobsByNode.get(node).add(cluster.job(job.id));
      }
    }
  }

  void add(Job job) {
    for (int node : job.allocation.nodes()) {
      jobsByNode.get(node).add(job);
    }
  }

  void remove(Job job) {
    for (int node : job.allocation.nodes()) {
      jobsByNode.get(node).remove(job);
    }
  }

  List<Job> on(int node) {
    return jobsByNode.get(node);
  }

  /** What a job keeps of its speed on a machine beside those who are there now. */
  double retained(Job job, int node) {
    double pressure = 0;
    for (Job other : jobsByNode.get(node)) {
      pressure += other == job ? 0 : contention.pressure(other.workload());
    }
    return contention.retained(job.workload(), pressure);
  }
}
