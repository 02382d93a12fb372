package org.edgetwin.agents.policy;

import java.util.List;
import org.edgetwin.agents.file.PolicyFile;
import org.edgetwin.agents.file.RuleFile;
import org.edgetwin.agents.gp.MachineKnowledge;
import org.edgetwin.agents.pair.PairChooser;
import org.edgetwin.agents.pair.PairSchema;
import org.edgetwin.agents.rollout.NetworkChooser;
import org.edgetwin.sim.policies.Placements;
import org.edgetwin.sim.scheduling.PlacementFactory;
import org.edgetwin.sim.scheduling.PolicyProvider;
import org.edgetwin.sim.scheduling.SchedulerFactory;

/** What this module adds to the catalogue of schedulers. */
public final class LearnedPolicies implements PolicyProvider {
  @Override
  public List<PlacementFactory> placements() {
    return List.of(
        Placements.waiting(
            "wait-rwgp",
            "Like wait, with a Gaussian process that learns which machines behave alike.",
            "xing2023",
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
            (file, bytes) ->
                new PairFactory.Agents(
                    RuleFile.read(file, bytes).rule(), MachineKnowledge.RWGP, PairChooser.RULE)),
        new PairFactory(
            "dual-agent",
            "Two networks, trained jointly in simulation, that order jobs and place them; with"
                + " wait-rwgp's belief about machines.",
            "xing2023",
            null,
            (file, bytes) -> {
              PolicyFile policy = PolicyFile.read(file, bytes, PairSchema.SCHEMA);
              return new PairFactory.Agents(
                  policy.rule(), policy.knowledge(), NetworkChooser.greedy(policy.policy()));
            }));
  }
}
