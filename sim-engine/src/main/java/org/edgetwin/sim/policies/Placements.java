package org.edgetwin.sim.policies;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.edgetwin.sim.belief.BeliefFactory;
import org.edgetwin.sim.belief.StandardBeliefs;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.kernel.Streams;
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

/** The heuristic placements by name. */
public final class Placements {
  private static final Knowledge SPEEDS =
      new Knowledge(DurationKnowledge.NONE, SpeedKnowledge.MATRIX);
  private static final List<Parameter> WAIT_DEPTH =
      List.of(new Parameter("depth", "most jobs that reserve a node in one pass", 64, 0, 1e9));

  private Placements() {}

  /** All of them, in the order in which they are listed to users. */
  public static List<PlacementFactory> all() {
    List<PlacementFactory> list = new ArrayList<>();
    list.add(
        entry(
            "first-fit",
            List.of(),
            "The lowest node that fits.",
            "",
            Knowledge.NONE,
            List.of(),
            greedy(Placements::firstFit)));
    list.add(
        entry(
            "best-fit",
            List.of(),
            "The node with the fewest free GPUs that fits.",
            "",
            Knowledge.NONE,
            List.of(),
            greedy(
                () ->
                    new GreedyPlacement(
                        NodePick.TIGHTEST,
                        (job, view, group, node, free) -> free,
                        Knowledge.NONE))));
    list.add(
        entry(
            "worst-fit",
            List.of("spread"),
            "The node with the most free GPUs.",
            "",
            Knowledge.NONE,
            List.of(),
            greedy(
                () ->
                    new GreedyPlacement(
                        NodePick.EMPTIEST,
                        (job, view, group, node, free) -> -free,
                        Knowledge.NONE))));
    list.add(
        entry(
            "consolidate",
            List.of(),
            "The fewest nodes; among equals the tightest, in the group with the fewest free GPUs.",
            "",
            Knowledge.NONE,
            List.of(),
            greedy(
                () ->
                    new GreedyPlacement(
                        NodePick.TIGHTEST,
                        (job, view, group, node, free) -> free + group.freeGpus() * 1e-9,
                        Knowledge.NONE))));
    list.add(
        entry(
            "fastest-gpu",
            List.of("fastest"),
            "The GPUs on which the job runs fastest; then the tightest node.",
            "",
            SPEEDS,
            List.of(),
            greedy(Placements::fastest)));
    list.add(
        entry(
            "cheapest",
            List.of(),
            "The GPUs on which the job costs least: price over speed; then the tightest node.",
            "",
            SPEEDS,
            List.of(),
            greedy(
                () ->
                    new GreedyPlacement(
                        NodePick.TIGHTEST,
                        (job, view, group, node, free) ->
                            group.priceUsdPerGpuHour()
                                / view.predictedSpeed(job, group, job.gpus() > free),
                        SPEEDS))));
    list.add(
        entry(
            "data-local",
            List.of(),
            "The node where the job waits least for its data, if nothing else moves; then the lowest.",
            "",
            Knowledge.NONE,
            List.of(),
            greedy(DataLocalPlacement::new)));
    list.add(
        entry(
            "random",
            List.of(),
            "Any node that fits, all equally likely.",
            "",
            Knowledge.NONE,
            List.of(),
            (parameters, streams) -> new RandomPlacement(streams.stream("placement"), firstFit())));
    list.add(
        entry(
            "wait",
            List.of(),
            "The node on which the job is predicted to end first, even if it must wait for it.",
            "",
            new Knowledge(DurationKnowledge.NOISY, SpeedKnowledge.MATRIX),
            WAIT_DEPTH,
            (parameters, streams) ->
                new WaitPlacement(
                    parameters.durations(), (int) parameters.get("depth"), fastest())));
    list.add(
        waiting(
            "wait-mean",
            "Like wait, with the average slow-down that was seen of each machine.",
            "",
            StandardBeliefs.MEAN));
    list.add(
        waiting(
            "wait-shrinkage",
            "Like wait, with that average drawn to the promise the less was seen of a machine.",
            "kalman1960",
            StandardBeliefs.SHRINKAGE));
    list.add(
        entry(
            "wait-oracle",
            List.of(),
            "Like wait, told the true factor of every machine now: a bound, not a scheduler.",
            "",
            new Knowledge(DurationKnowledge.NOISY, SpeedKnowledge.ORACLE),
            WAIT_DEPTH,
            (parameters, streams) ->
                new WaitPlacement(
                    parameters.durations(),
                    (int) parameters.get("depth"),
                    fastest(),
                    MachineOutlook.TRUTH)));
    return list;
  }

  /**
   * The {@code wait} rule with a belief about machines.
   *
   * @param name name of the placement
   * @param summary one sentence for users
   * @param reference key of the belief's paper in {@code docs/references.bib}, or empty
   */
  public static PlacementFactory waiting(
      String name, String summary, String reference, BeliefFactory beliefs) {
    List<Parameter> parameters = new ArrayList<>(WAIT_DEPTH);
    parameters.add(
        new Parameter(
            "risk",
            "standard deviations added to the expected slow-down; below 0 tries unknown machines",
            0,
            -5,
            5));
    return entry(
        name,
        List.of(),
        summary,
        reference,
        new Knowledge(DurationKnowledge.NOISY, SpeedKnowledge.MATRIX),
        parameters,
        (values, streams) ->
            new WaitPlacement(
                values.durations(),
                (int) values.get("depth"),
                fastest(),
                new LearnedOutlook(beliefs, values.get("risk"))));
  }

  /** The placement {@code first-fit}. */
  public static PlacementPolicy firstFit() {
    return new GreedyPlacement(
        NodePick.FIRST, (job, view, group, node, free) -> node, Knowledge.NONE);
  }

  /** The placement {@code first-fit}. */
  public static PlacementPolicy firstFitting() {
    return firstFit();
  }

  /** A gang on the fewest nodes of one group, the tightest among equals. */
  public static PlacementChoice inGroup(JobView job, ClusterView view, NodeGroupView group) {
    return GreedyPlacement.inGroup(job, view, group);
  }

  /** The placement {@code fastest-gpu}. */
  public static PlacementPolicy fastestGpu() {
    return fastest();
  }

  private static GreedyPlacement fastest() {
    return new GreedyPlacement(
        NodePick.TIGHTEST,
        (job, view, group, node, free) -> -view.predictedSpeed(job, group, job.gpus() > free),
        SPEEDS);
  }

  private static BiFunction<PolicyParameters, Streams, PlacementPolicy> greedy(
      java.util.function.Supplier<PlacementPolicy> constructor) {
    return (parameters, streams) -> constructor.get();
  }

  private static PlacementFactory entry(
      String name,
      List<String> aliases,
      String summary,
      String reference,
      Knowledge knowledge,
      List<Parameter> parameters,
      BiFunction<PolicyParameters, Streams, PlacementPolicy> constructor) {
    PolicyDescription description =
        new PolicyDescription(
            name,
            aliases,
            summary,
            reference,
            knowledge,
            false,
            parameters,
            PolicyDescription.FileUse.NONE);
    return PlacementFactory.of(description, constructor);
  }
}
