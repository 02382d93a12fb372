package org.edgetwin.sim.experiment;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.SpeedModel;
import org.edgetwin.gpu.Spread;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobSpec;

/**
 * The highest speed that a fleet has to offer to a job. Lenient where it costs little: room in the
 * nodes is not looked at, so the true best may be lower, never higher.
 */
final class BestSpeeds {
  private record Offer(GpuModel gpuModel, int virtualCluster, double priceUsdPerGpuHour) {}

  private record Key(Demand demand, WorkloadClass workload, int virtualCluster) {}

  private final SpeedModel speeds;
  private final Set<Offer> offerSet = new LinkedHashSet<>();
  private final Map<Key, Double> bestByKey = new HashMap<>();
  private final Map<Key, List<Double>> byModelByKey = new HashMap<>();

  BestSpeeds(FleetSpec fleet, SpeedModel speeds) {
    this.speeds = speeds;
    for (NodeSpec node : fleet.nodes()) {
      // A price that moves may come within any cap.
      double leastPrice = node.priceRule().moves() ? 0 : node.priceUsdPerGpuHour();
      offerSet.add(new Offer(node.gpuModel(), node.virtualCluster(), leastPrice));
    }
  }

  /** Work per second, 1 on the reference GPU; 0 if no GPU is open to the job. */
  double best(JobSpec job) {
    return bestByKey.computeIfAbsent(
        new Key(job.demand(), job.workload(), job.virtualCluster()), this::compute);
  }

  /** The same on each of some models; 0 where the job may not run. */
  List<Double> byModel(JobSpec job, List<GpuModel> models) {
    return byModelByKey.computeIfAbsent(
        new Key(job.demand(), job.workload(), job.virtualCluster()),
        key -> models.stream().map(model -> compute(key, model)).toList());
  }

  private double compute(Key key, GpuModel model) {
    double best = 0;
    for (Offer offer : offerSet) {
      if (offer.gpuModel().equals(model) && admits(offer, key)) {
        best = Math.max(best, speed(offer, key, Spread.ONE_NODE));
        best = Math.max(best, speed(offer, key, Spread.MANY_NODES));
      }
    }
    return best;
  }

  private double compute(Key key) {
    if (key.demand().gpus() == 0) {
      return 1;
    }
    return offerSet.stream()
        .map(Offer::gpuModel)
        .distinct()
        .mapToDouble(model -> compute(key, model))
        .max()
        .orElse(0);
  }

  private double speed(Offer offer, Key key, Spread spread) {
    return speeds.speed(key.workload(), offer.gpuModel(), key.demand().gpus(), spread);
  }

  private static boolean admits(Offer offer, Key key) {
    Demand demand = key.demand();
    return (offer.virtualCluster() == NodeSpec.SHARED
            || offer.virtualCluster() == key.virtualCluster())
        && (demand.gpuModels().isEmpty() || demand.gpuModels().contains(offer.gpuModel().id()))
        && demand.gpuMemoryGb() <= offer.gpuModel().memoryGb()
        && offer.priceUsdPerGpuHour() <= demand.priceCapUsdPerGpuHour();
  }
}
