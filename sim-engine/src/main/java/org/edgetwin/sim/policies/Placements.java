package org.edgetwin.sim.policies;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.belief.BeliefFactory;
import org.edgetwin.sim.belief.StandardBeliefs;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.PlacementChoice;
import org.edgetwin.sim.scheduling.PlacementFactory;
import org.edgetwin.sim.scheduling.PlacementPolicy;
import org.edgetwin.sim.scheduling.PolicyDescription;
import org.edgetwin.sim.scheduling.PolicyDescription.Parameter;
import org.edgetwin.sim.scheduling.PolicyParameters;
import org.edgetwin.sim.scheduling.SpeedKnowledge;

/** The heuristic placements by name, and those that other policies build on. */
public final class Placements {
  private static final Knowledge SPEEDS =
      new Knowledge(DurationKnowledge.NONE, SpeedKnowledge.MATRIX);
  private static final Knowledge ENDS =
      new Knowledge(DurationKnowledge.NOISY, SpeedKnowledge.MATRIX);
  private static final Knowledge TRUTH =
      new Knowledge(DurationKnowledge.NOISY, SpeedKnowledge.ORACLE);

  private static final Parameter DEPTH =
      new Parameter("depth", "most jobs that reserve a node in one pass", 64, 0, 1e9);
  private static final Parameter RISK =
      new Parameter(
          "risk",
          "standard deviations added to the expected slow-down; below 0 tries unknown machines",
          0,
          -5,
          5);
  private static final Parameter THOMPSON =
      new Parameter(
          "thompson", "1: judges machines by a draw from what is believed, for each job", 0, 0, 1);

  private static final String NUMBER = "number of the node";
  private static final String TIGHTEST = "GPUs free on it, thousandths for a share";
  private static final String SPEED = "speed there, negative";

  private Placements() {}

  /** All of them, in the order in which they are listed to users. */
  public static List<PlacementFactory> all() {
    List<PlacementFactory> list = new ArrayList<>(greedy());
    list.add(
        PlacementFactory.of(
            PolicyDescription.of("random", "Any node that fits, all equally likely."),
            (parameters, streams) -> new RandomPlacement(streams.stream("placement"), firstFit())));
    list.add(
        PlacementFactory.of(
            PolicyDescription.of(
                    "wait",
                    "The node on which the job is predicted to end first, even if it must wait for"
                        + " it.")
                .knowing(ENDS)
                .with(DEPTH),
            (parameters, streams) -> waiting(parameters, null)));
    list.add(
        waiting(
            PolicyDescription.of(
                "wait-mean",
                "Like wait, with the average slow-down that was seen of each machine."),
            StandardBeliefs.MEAN));
    list.add(
        waiting(
            PolicyDescription.of(
                    "wait-shrinkage",
                    "Like wait, with that average drawn to the promise the less was seen of a"
                        + " machine.")
                .after("kalman1960"),
            StandardBeliefs.SHRINKAGE));
    list.add(
        PlacementFactory.of(
            PolicyDescription.of(
                    "wait-oracle",
                    "Like wait, told the true factor of every machine now: a bound, not a"
                        + " scheduler.")
                .knowing(TRUTH)
                .with(DEPTH),
            (parameters, streams) -> waiting(parameters, MachineOutlook.TRUTH)));
    return list;
  }

  private static List<PlacementFactory> greedy() {
    return List.of(
        greedy(
            PolicyDescription.of("first-fit", "The lowest node that fits."),
            NodePick.FIRST,
            GreedyPlacement.Score.LOWEST,
            NUMBER),
        greedy(
            PolicyDescription.of("best-fit", "The node with the fewest free GPUs that fits."),
            NodePick.TIGHTEST,
            (job, view, group, node, free) -> free,
            TIGHTEST),
        greedy(
            PolicyDescription.of("worst-fit", "The node with the most free GPUs.").alias("spread"),
            NodePick.EMPTIEST,
            (job, view, group, node, free) -> -free,
            "GPUs free on it, thousandths for a share, negative"),
        greedy(
            PolicyDescription.of(
                "consolidate",
                "The fewest nodes; among equals the tightest, in the group with the fewest free"
                    + " GPUs."),
            NodePick.TIGHTEST,
            GreedyPlacement.Score.TIGHTEST_GROUP,
            TIGHTEST),
        greedy(
            PolicyDescription.of(
                    "fastest-gpu",
                    "The GPUs on which the job runs fastest; then the tightest node.")
                .alias("fastest")
                .knowing(SPEEDS),
            NodePick.TIGHTEST,
            GreedyPlacement.Score.FASTEST,
            SPEED),
        greedy(
            PolicyDescription.of(
                    "cheapest",
                    "The GPUs on which the job costs least: price over speed; then the tightest"
                        + " node.")
                .knowing(SPEEDS),
            NodePick.TIGHTEST,
            (job, view, group, node, free) ->
                group.priceUsdPerGpuHour() / view.predictedSpeed(job, group, job.gpus() > free),
            "USD per hour over speed"),
        PlacementFactory.of(
            PolicyDescription.of(
                "data-local",
                "The node where the job waits least for its data, if nothing else moves; then the"
                    + " lowest."),
            (parameters, streams) -> new DataLocalPlacement()));
  }

  private static PlacementFactory greedy(
      PolicyDescription description, NodePick pick, GreedyPlacement.Score score, String meaning) {
    return PlacementFactory.of(
        description,
        (parameters, streams) ->
            new GreedyPlacement(pick, score, meaning, description.knowledge()));
  }

  /**
   * The {@code wait} rule with a belief about machines.
   *
   * @param description name, summary and the paper of the belief
   */
  public static PlacementFactory waiting(PolicyDescription description, BeliefFactory beliefs) {
    return PlacementFactory.of(
        description.knowing(ENDS).with(DEPTH, RISK, THOMPSON),
        (parameters, streams) -> {
          LearnedOutlook learned = new LearnedOutlook(beliefs, parameters.get("risk"));
          boolean drawn = parameters.get("thompson") == 1;
          return waiting(
              parameters, drawn ? new DrawnOutlook(learned, streams.stream("thompson")) : learned);
        });
  }

  /**
   * The {@code wait} rule.
   *
   * @param outlook null if the machines of a group count as alike
   */
  private static PlacementPolicy waiting(PolicyParameters parameters, MachineOutlook outlook) {
    return new WaitPlacement(
        parameters.durations(), (int) parameters.get("depth"), fastestGpu(), outlook);
  }

  /** A gang on the fewest nodes of one group, the tightest among equals. */
  public static PlacementChoice inGroup(JobView job, ClusterView view, NodeGroupView group) {
    return GreedyPlacement.inGroup(job, view, group);
  }

  /** The placement {@code first-fit}. */
  public static PlacementPolicy firstFit() {
    return new GreedyPlacement(
        NodePick.FIRST, GreedyPlacement.Score.LOWEST, NUMBER, Knowledge.NONE);
  }

  /** The placement {@code consolidate}. */
  public static PlacementPolicy consolidate() {
    return new GreedyPlacement(
        NodePick.TIGHTEST, GreedyPlacement.Score.TIGHTEST_GROUP, TIGHTEST, Knowledge.NONE);
  }

  /** The placement {@code fastest-gpu}. */
  public static PlacementPolicy fastestGpu() {
    return new GreedyPlacement(NodePick.TIGHTEST, GreedyPlacement.Score.FASTEST, SPEED, SPEEDS);
  }
}
