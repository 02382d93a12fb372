package org.edgetwin.agents.gp;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.belief.BeliefFactory;
import org.edgetwin.sim.belief.StandardBeliefs;
import org.edgetwin.sim.fleet.FleetView;
import org.edgetwin.sim.fleet.NodeGroupView;

/** What agents believe of machines, and learn from the jobs that end on them. */
public enum MachineKnowledge {
  /** Tables of speeds are right. */
  NONE,
  /** The average slow-down that was seen. */
  MEAN,
  /** That average, drawn to the promise the less was seen. */
  SHRINKAGE,
  /** A random walk Gaussian process over machines that look alike, with the default settings. */
  RWGP;

  /** Neighbours of a machine in the graph of features. */
  private static final int NEIGHBOURS = 5;

  /** Makes such beliefs, with nothing seen yet. */
  public BeliefFactory factory() {
    return switch (this) {
      case NONE -> StandardBeliefs.NONE;
      case MEAN -> StandardBeliefs.MEAN;
      case SHRINKAGE -> StandardBeliefs.SHRINKAGE;
      case RWGP ->
          fleet ->
              new RandomWalkGp(
                  MachineGraph.nearestNeighbours(features(fleet), NEIGHBOURS),
                  RwgpSettings.defaults());
    };
  }

  /** What every scheduler may know of the machines: model, site and size. */
  private static List<MachineFeatures> features(FleetView fleet) {
    List<MachineFeatures> features = new ArrayList<>();
    for (int node = 0; node < fleet.nodeCount(); node++) {
      NodeGroupView group = fleet.group(fleet.node(node).group());
      features.add(
          new MachineFeatures(
              group.gpuModel().id(),
              group.region() + "/" + group.site(),
              List.of((double) fleet.node(node).spec().gpuCount())));
    }
    return features;
  }
}
