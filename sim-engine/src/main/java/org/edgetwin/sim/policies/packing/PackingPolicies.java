package org.edgetwin.sim.policies.packing;

import java.util.List;
import java.util.function.BiFunction;
import org.edgetwin.sim.policies.Placements;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.PlacementFactory;
import org.edgetwin.sim.scheduling.PlacementPolicy;
import org.edgetwin.sim.scheduling.PolicyDescription;
import org.edgetwin.sim.scheduling.PolicyDescription.Parameter;
import org.edgetwin.sim.scheduling.PolicyParameters;
import org.edgetwin.sim.scheduling.PolicyProvider;

/** Brings FGD and what it is compared with. */
public final class PackingPolicies implements PolicyProvider {
  private static final String KUBERNETES = "kubernetes";
  private static final String FGD = "fgd";

  @Override
  public List<PlacementFactory> placements() {
    return List.of(
        entry(
            FGD,
            "Where the GPU share that typical jobs cannot use grows least.",
            FGD,
            List.of(),
            (parameters, fallback) -> new Fgd(fallback)),
        scored(
            "weighted-best-fit",
            "The node on which least is left of CPU and GPU, with equal weights.",
            FGD,
            LeastLeft::new),
        scored(
            "dot-product",
            "The node whose free CPU, memory and GPU have the smallest product with the demand.",
            FGD,
            KubernetesScores::dotProduct),
        scored(
            "gpu-packing",
            "A shared GPU with room, else a node in use, else an empty one; the fullest first.",
            FGD,
            KubernetesScores::gpuPacking),
        entry(
            "gpu-clustering",
            "The node with most jobs of the same GPU demand.",
            FGD,
            List.of(),
            (parameters, fallback) -> new GpuClustering(fallback)),
        scored(
            "k8s-least",
            "LeastAllocated: the emptiest node by CPU, memory and GPU.",
            KUBERNETES,
            KubernetesScores::leastAllocated),
        scored(
            "k8s-most",
            "MostAllocated: the fullest node by CPU, memory and GPU.",
            KUBERNETES,
            KubernetesScores::mostAllocated),
        entry(
            "k8s-ratio",
            "RequestedToCapacityRatio: the node nearest to a wanted utilisation.",
            KUBERNETES,
            List.of(
                new Parameter("peak", "utilisation that scores 100, percent", 80, 1, 99),
                new Parameter("full", "score of a resource that is full", 0, 0, 100)),
            (parameters, fallback) ->
                new ScoredPlacement(
                    KubernetesScores.requestedToCapacity(
                        (int) parameters.get("peak"), (int) parameters.get("full")),
                    fallback)),
        entry(
            "hived",
            "The smallest free cell of GPUs that are set aside for the virtual cluster's quota.",
            "hived",
            List.of(),
            (parameters, fallback) -> new Hived(fallback)));
  }

  private interface ScoreFactory {
    NodeScore create();
  }

  private static PlacementFactory scored(
      String name, String summary, String reference, ScoreFactory score) {
    return entry(
        name,
        summary,
        reference,
        List.of(),
        (parameters, fallback) -> new ScoredPlacement(score.create(), fallback));
  }

  private static PlacementFactory entry(
      String name,
      String summary,
      String reference,
      List<Parameter> parameters,
      BiFunction<PolicyParameters, PlacementPolicy, PlacementPolicy> constructor) {
    PolicyDescription description =
        new PolicyDescription(
            name,
            List.of(),
            summary,
            reference,
            Knowledge.NONE,
            false,
            parameters,
            PolicyDescription.FileUse.NONE);
    return PlacementFactory.of(
        description, (values, streams) -> constructor.apply(values, Placements.firstFit()));
  }
}
