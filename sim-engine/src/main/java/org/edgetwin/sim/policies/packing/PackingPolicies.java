package org.edgetwin.sim.policies.packing;

import java.util.List;
import java.util.function.Supplier;
import org.edgetwin.sim.policies.Placements;
import org.edgetwin.sim.scheduling.PlacementFactory;
import org.edgetwin.sim.scheduling.PolicyDescription;
import org.edgetwin.sim.scheduling.PolicyDescription.Parameter;
import org.edgetwin.sim.scheduling.PolicyProvider;

/** Brings FGD and what it is compared with. */
public final class PackingPolicies implements PolicyProvider {
  private static final String KUBERNETES = "kubernetes";
  private static final String FGD = "fgd";

  @Override
  public List<PlacementFactory> placements() {
    return List.of(
        PlacementFactory.of(
            PolicyDescription.of(
                    FGD, "Where the GPU share that typical jobs cannot use grows least.")
                .after(FGD),
            (parameters, streams) -> new Fgd(Placements.firstFit())),
        scored(
            PolicyDescription.of(
                    "weighted-best-fit",
                    "The node on which least is left of CPU and GPU, with equal weights.")
                .after(FGD),
            LeastLeft::new),
        scored(
            PolicyDescription.of(
                    "dot-product",
                    "The node whose free CPU, memory and GPU have the smallest product with the"
                        + " demand.")
                .after(FGD),
            KubernetesScores::dotProduct),
        scored(
            PolicyDescription.of(
                    "gpu-packing",
                    "A shared GPU with room, else a node in use, else an empty one; the fullest"
                        + " first.")
                .after(FGD),
            KubernetesScores::gpuPacking),
        PlacementFactory.of(
            PolicyDescription.of(
                    "gpu-clustering", "The node with most jobs of the same GPU demand.")
                .after(FGD),
            (parameters, streams) -> new GpuClustering(Placements.firstFit())),
        scored(
            PolicyDescription.of(
                    "k8s-least", "LeastAllocated: the emptiest node by CPU, memory and GPU.")
                .after(KUBERNETES),
            KubernetesScores::leastAllocated),
        scored(
            PolicyDescription.of(
                    "k8s-most", "MostAllocated: the fullest node by CPU, memory and GPU.")
                .after(KUBERNETES),
            KubernetesScores::mostAllocated),
        PlacementFactory.of(
            PolicyDescription.of(
                    "k8s-ratio",
                    "RequestedToCapacityRatio: the node nearest to a wanted utilisation.")
                .after(KUBERNETES)
                .with(
                    new Parameter("peak", "utilisation that scores 100, percent", 80, 1, 99),
                    new Parameter("full", "score of a resource that is full", 0, 0, 100)),
            (parameters, streams) ->
                new ScoredPlacement(
                    KubernetesScores.requestedToCapacity(
                        (int) parameters.get("peak"), (int) parameters.get("full")),
                    Placements.firstFit())));
  }

  private static PlacementFactory scored(PolicyDescription description, Supplier<NodeScore> score) {
    return PlacementFactory.of(
        description,
        (parameters, streams) -> new ScoredPlacement(score.get(), Placements.firstFit()));
  }
}
