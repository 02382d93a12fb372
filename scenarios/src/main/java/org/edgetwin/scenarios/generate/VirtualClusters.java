package org.edgetwin.scenarios.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Hints;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.model.InventoryPlan;
import org.edgetwin.scenarios.model.JobSource;
import org.edgetwin.scenarios.model.NodePlan;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.scenarios.model.ServicePlan;
import org.edgetwin.scenarios.model.VirtualClusterPlan;
import org.edgetwin.scenarios.trace.TraceJob;
import org.edgetwin.scenarios.trace.TraceLibrary;
import org.edgetwin.sim.fleet.VirtualCluster;
import org.jspecify.annotations.Nullable;

/**
 * The virtual clusters of a scenario by name: those it lists, else all that its traces, sources and
 * nodes name, in order of name, else one called {@code default}.
 */
public final class VirtualClusters {
  private final List<VirtualCluster> clusterList = new ArrayList<>();
  private final Map<String, Integer> indexByName = new LinkedHashMap<>();

  public VirtualClusters(Scenario scenario, TraceLibrary traces) {
    for (VirtualClusterPlan plan : scenario.virtualClusters()) {
      Integer quota = plan.quotaGpus();
      add(new VirtualCluster(plan.name(), quota == null ? VirtualCluster.NO_QUOTA : quota));
    }
    if (clusterList.isEmpty()) {
      discover(scenario, traces);
    }
  }

  private void discover(Scenario scenario, TraceLibrary traces) {
    TreeSet<String> nameSet = new TreeSet<>();
    for (JobSource source : scenario.jobs()) {
      if (source.virtualCluster() != null) {
        nameSet.add(source.virtualCluster());
      } else if (source.trace() != null) {
        for (TraceJob job : traces.get(source.trace()).jobs()) {
          nameSet.add(named(job.virtualCluster()));
        }
      } else {
        nameSet.add(Scenario.DEFAULT_VIRTUAL_CLUSTER);
      }
    }
    for (ServicePlan service : scenario.services()) {
      addTo(nameSet, service.virtualCluster());
      if (service.virtualCluster() == null) {
        nameSet.add(Scenario.DEFAULT_VIRTUAL_CLUSTER);
      }
    }
    scenario.fleet().nodes().stream().map(NodePlan::virtualCluster).forEach(n -> addTo(nameSet, n));
    scenario.fleet().inventories().stream()
        .map(InventoryPlan::virtualCluster)
        .forEach(n -> addTo(nameSet, n));
    nameSet.forEach(name -> add(new VirtualCluster(name, VirtualCluster.NO_QUOTA)));
  }

  private static void addTo(Set<String> nameSet, @Nullable String name) {
    if (name != null) {
      nameSet.add(name);
    }
  }

  private static String named(@Nullable String name) {
    return name == null ? Scenario.DEFAULT_VIRTUAL_CLUSTER : name;
  }

  private void add(VirtualCluster cluster) {
    indexByName.put(cluster.name(), clusterList.size());
    clusterList.add(cluster);
  }

  /** All of them, by index. */
  public List<VirtualCluster> all() {
    return clusterList;
  }

  /** Name of the virtual cluster that a job of a trace is charged to. */
  public String nameOf(JobSource source, TraceJob job) {
    if (source.virtualCluster() != null) {
      return source.virtualCluster();
    }
    String recorded = job.virtualCluster();
    return recorded == null ? clusterList.get(standard()).name() : recorded;
  }

  /** Index of the virtual cluster of jobs whose source and trace name none. */
  public int standard() {
    return indexByName.getOrDefault(Scenario.DEFAULT_VIRTUAL_CLUSTER, 0);
  }

  /**
   * Index of the virtual cluster of that name.
   *
   * @param path where the name stands, for messages
   * @throws BadInputException if there is none
   */
  public int index(String name, String path) {
    Integer index = indexByName.get(name);
    if (index == null) {
      throw new BadInputException(
          Issue.inScenario(
              path,
              name,
              "The scenario does not list this virtual cluster.",
              Hints.nearest(name, indexByName.keySet())));
    }
    return index;
  }
}
