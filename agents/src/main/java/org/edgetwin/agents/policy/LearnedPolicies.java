package org.edgetwin.agents.policy;

import java.util.List;
import org.edgetwin.agents.file.DensePolicyFile;
import org.edgetwin.agents.file.PolicyFile;
import org.edgetwin.agents.file.RuleFile;
import org.edgetwin.agents.flat.FlatChooser;
import org.edgetwin.agents.flat.FlatLayout;
import org.edgetwin.agents.gp.MachineKnowledge;
import org.edgetwin.agents.pair.PairChooser;
import org.edgetwin.agents.pair.PairSchema;
import org.edgetwin.agents.rollout.NetworkChooser;
import org.edgetwin.sim.policies.Placements;
import org.edgetwin.sim.scheduling.PlacementFactory;
import org.edgetwin.sim.scheduling.PolicyDescription;
import org.edgetwin.sim.scheduling.PolicyProvider;
import org.edgetwin.sim.scheduling.SchedulerFactory;

/** What this module adds to the catalogue of schedulers. */
public final class LearnedPolicies implements PolicyProvider {
  @Override
  public List<PlacementFactory> placements() {
    return List.of(
        Placements.waiting(
            PolicyDescription.of(
                    "wait-rwgp",
                    "Like wait, with a Gaussian process that learns which machines behave alike.")
                .alias("rwgp")
                .after("xing2023"),
            MachineKnowledge.RWGP.factory()));
  }

  @Override
  public List<SchedulerFactory> schedulers() {
    return List.of(
        new PairFactory(
            "tuned-wait",
            "Ranks jobs and nodes by linear scores that a search found in simulation; reserves,"
                + " preempts and moves jobs, with wait-rwgp's belief about machines.",
            "hansen2016",
            "tuned-wait.json",
            "runs/train-NAME/rule.json, after edgetwin train",
            (file, bytes) -> {
              RuleFile found = RuleFile.read(file, bytes);
              return new PairFactory.Agents(
                  found.rule(), MachineKnowledge.RWGP, found.preemptive(), PairChooser.RULE);
            }),
        new PairFactory(
            "dual-agent",
            "Two networks, trained jointly in simulation, that order jobs and place them; with"
                + " wait-rwgp's belief about machines.",
            "xing2023",
            "dual-agent.json",
            "runs/train-NAME/policy.json, after edgetwin train",
            (file, bytes) -> {
              PolicyFile policy = PolicyFile.read(file, bytes, PairSchema.SCHEMA);
              return new PairFactory.Agents(
                  policy.rule(),
                  policy.knowledge(),
                  policy.preemptive(),
                  NetworkChooser.greedy(policy.policy()));
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
      return new PairFactory.Agents(
          layout.rule(),
          MachineKnowledge.RWGP,
          layout.preemptive(),
          new FlatChooser(policy.policy(), layout));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + ": " + e.getMessage() + " Maybe train the policy again.", e);
    }
  }
}
