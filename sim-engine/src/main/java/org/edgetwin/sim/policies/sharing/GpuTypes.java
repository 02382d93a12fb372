package org.edgetwin.sim.policies.sharing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.policies.Placements;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.PlacementChoice;

/** The GPU models of a virtual cluster, each with all its node groups, during one decision. */
final class GpuTypes {
  static final int NONE = -1;

  private final ClusterView view;
  private final List<List<NodeGroupView>> groupsByType = new ArrayList<>();

  /** Speeds by type that have been looked up. */
  private final Map<Integer, double[]> speedsByShape = new HashMap<>();

  GpuTypes(ClusterView view) {
    this.view = view;
    for (int i = 0; i < view.groupCount(); i++) {
      NodeGroupView group = view.group(i);
      int type = typeOf(group);
      if (type == NONE) {
        groupsByType.add(new ArrayList<>(List.of(group)));
      } else {
        groupsByType.get(type).add(group);
      }
    }
  }

  private int typeOf(NodeGroupView group) {
    for (int type = 0; type < groupsByType.size(); type++) {
      if (groupsByType.get(type).get(0).gpuModel().equals(group.gpuModel())) {
        return type;
      }
    }
    return NONE;
  }

  String name(int type) {
    return groupsByType.get(type).get(0).gpuModel().id();
  }

  int count() {
    return groupsByType.size();
  }

  /** The type on which a job runs, or {@link #NONE}. */
  int of(JobView job) {
    return job.state().holdsGpus() ? typeOf(view.fleet().group(job.nodeGroup())) : NONE;
  }

  /** GPUs of each type; fewer, in proportion, where nodes are down or a quota is less. */
  double[] gpus() {
    double[] gpus = new double[count()];
    for (int type = 0; type < gpus.length; type++) {
      for (NodeGroupView group : groupsByType.get(type)) {
        gpus[type] += group.gpuCount();
      }
    }
    double all = Arrays.stream(gpus).sum();
    for (int type = 0; type < gpus.length; type++) {
      gpus[type] *= view.capacityGpus() / Math.max(1, all);
    }
    return gpus;
  }

  int freeGpus(int type) {
    int free = 0;
    for (NodeGroupView group : groupsByType.get(type)) {
      free += group.freeGpus();
    }
    return Math.min(free, view.freeGpus());
  }

  /** Speed of a job on as few nodes of a type as can be; 0 if it cannot run there. */
  double speed(JobView job, int type) {
    return speedsByShape.computeIfAbsent(job.shape(), shape -> speeds(job))[type];
  }

  private double[] speeds(JobView job) {
    double[] speeds = new double[count()];
    for (int type = 0; type < speeds.length; type++) {
      for (NodeGroupView group : groupsByType.get(type)) {
        if (view.plan().accepts(job, group.index())) {
          // Where no node has what the gang needs, only the speed on several is above 0.
          speeds[type] = Math.max(speeds[type], view.predictedSpeed(job, group, false));
          speeds[type] = Math.max(speeds[type], view.predictedSpeed(job, group, true));
        }
      }
    }
    return speeds;
  }

  /** Types in the order of the speeds of some jobs there, fastest first. */
  List<Integer> fastestFirst(List<JobView> jobs) {
    double[] sums = new double[count()];
    List<Integer> types = new ArrayList<>();
    for (int type = 0; type < sums.length; type++) {
      for (JobView job : jobs) {
        sums[type] += speed(job, type);
      }
      types.add(type);
    }
    types.sort(Comparator.comparingDouble(type -> -sums[type]));
    return types;
  }

  /** GPUs of a type for a job in the plan as it is. */
  PlacementChoice place(JobView job, int type) {
    for (NodeGroupView group : groupsByType.get(type)) {
      if (view.plan().accepts(job, group.index())
          && Placements.inGroup(job, view, group) instanceof Placement gpus) {
        return gpus;
      }
    }
    return PlacementChoice.MISFIT;
  }
}
