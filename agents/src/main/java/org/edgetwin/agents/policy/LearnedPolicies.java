package org.edgetwin.agents.policy;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.agents.file.DensePolicyFile;
import org.edgetwin.agents.file.PolicyFile;
import org.edgetwin.agents.file.RuleFile;
import org.edgetwin.agents.flat.FlatChooser;
import org.edgetwin.agents.flat.FlatLayout;
import org.edgetwin.agents.gp.MachineFeatures;
import org.edgetwin.agents.gp.MachineGraph;
import org.edgetwin.agents.gp.RandomWalkGp;
import org.edgetwin.agents.gp.RwgpSettings;
import org.edgetwin.agents.pair.PairChooser;
import org.edgetwin.agents.pair.PairSchema;
import org.edgetwin.agents.rollout.NetworkChooser;
import org.edgetwin.sim.belief.BeliefFactory;
import org.edgetwin.sim.fleet.FleetView;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.policies.Placements;
import org.edgetwin.sim.scheduling.PlacementFactory;
import org.edgetwin.sim.scheduling.PolicyProvider;
import org.edgetwin.sim.scheduling.SchedulerFactory;

/** What this module adds to the catalogue of schedulers. */
public final class LearnedPolicies implements PolicyProvider {
  /** Neighbours of a machine in the graph of features. */
  private static final int NEIGHBOURS = 5;

  /** The random walk Gaussian process, with the default settings. */
  public static final BeliefFactory RWGP =
      fleet ->
          new RandomWalkGp(
              MachineGraph.nearestNeighbours(features(fleet), NEIGHBOURS), RwgpSettings.defaults());

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

  @Override
  public List<PlacementFactory> placements() {
    return List.of(
        Placements.waiting(
            "wait-rwgp",
            "Like wait, with a Gaussian process that learns which machines behave alike.",
            "xing2023",
            RWGP));
  }

  @Override
  public List<SchedulerFactory> schedulers() {
    return List.of(
        new PairFactory(
            "tuned-wait",
            "Ranks jobs and nodes by linear scores that a search found in simulation; reserves,"
                + " preempts and moves jobs, with wait-rwgp's belief about machines.",
            "xing2023",
            "tuned-wait.json",
            "runs/train-NAME/rule.json, after edgetwin train",
            (file, bytes) ->
                new PairFactory.Agents(RuleFile.read(file, bytes).rule(), PairChooser.RULE)),
        new PairFactory(
            "dual-agent",
            "Two networks, trained jointly in simulation, that order jobs and place them; with"
                + " wait-rwgp's belief about machines.",
            "xing2023",
            null,
            "runs/train-NAME/policy.json, after edgetwin train",
            (file, bytes) -> {
              PolicyFile policy = PolicyFile.read(file, bytes, PairSchema.SCHEMA);
              return new PairFactory.Agents(policy.rule(), NetworkChooser.greedy(policy.policy()));
            }),
        new PairFactory(
            "flat-agent",
            "One network of dense layers that sees the first few jobs and nodes only, as RL4J's DQN"
                + " and A3C train it; with wait-rwgp's belief about machines.",
            "mnih2015",
            null,
            "runs/dqn/policy.json, after agents/rl4j/train",
            LearnedPolicies::flat));
  }

  private static PairFactory.Agents flat(String file, byte[] bytes) {
    DensePolicyFile policy = DensePolicyFile.read(file, bytes);
    FlatLayout layout =
        policy
            .layout()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        file
                            + ": the policy was trained on \""
                            + policy.environment()
                            + "\", which is not about jobs and nodes. Maybe train it on"
                            + " scenarios/training/duet-v1.yaml."));
    try {
      return new PairFactory.Agents(layout.rule(), new FlatChooser(policy.policy(), layout));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + ": " + e.getMessage() + " Maybe train the policy again.", e);
    }
  }
}
