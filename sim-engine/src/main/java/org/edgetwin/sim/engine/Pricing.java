package org.edgetwin.sim.engine;

import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.fleet.PriceRule;
import org.edgetwin.sim.kernel.EngineEvent;
import org.jspecify.annotations.Nullable;

/**
 * Prices that move: operators who follow the use of their GPUs, and recorded spot markets. A change
 * costs O(1), on a spot market O(running jobs).
 */
final class Pricing {
  private static final String OUTBID = "outbid";

  private final SimulatedCluster cluster;
  private final PriceChange[] eventByGroup;

  /** GPU-seconds held and up at the last change of a group's price. */
  private final double[] heldByGroup;

  private final double[] upByGroup;

  /** Where in its series the pending change of a spot price is, seconds. */
  private final double[] seriesTimeByGroup;

  private Pricing(SimulatedCluster cluster) {
    this.cluster = cluster;
    int groups = cluster.fleet().groupCount();
    eventByGroup = new PriceChange[groups];
    heldByGroup = new double[groups];
    upByGroup = new double[groups];
    seriesTimeByGroup = new double[groups];
    for (int group = 0; group < groups; group++) {
      if (rule(group).moves()) {
        eventByGroup[group] = new PriceChange(cluster, group);
      }
    }
  }

  /** The pricing of a cluster at time 0; null if no price moves. */
  static @Nullable Pricing begin(SimulatedCluster cluster) {
    Pricing pricing = new Pricing(cluster);
    boolean moves = false;
    for (int group = 0; group < pricing.eventByGroup.length; group++) {
      moves |= pricing.begin(group);
    }
    return moves ? pricing : null;
  }

  /** The pricing of a fork. */
  static @Nullable Pricing copy(SimulatedCluster cluster, @Nullable Pricing other) {
    if (other == null) {
      return null;
    }
    Pricing copy = new Pricing(cluster);
    System.arraycopy(other.heldByGroup, 0, copy.heldByGroup, 0, copy.heldByGroup.length);
    System.arraycopy(other.upByGroup, 0, copy.upByGroup, 0, copy.upByGroup.length);
    System.arraycopy(
        other.seriesTimeByGroup, 0, copy.seriesTimeByGroup, 0, copy.seriesTimeByGroup.length);
    return copy;
  }

  private boolean begin(int group) {
    if (rule(group) instanceof PriceRule.Repricing repricing) {
      eventByGroup[group].scheduleAt(repricing.everySeconds());
    } else if (rule(group) instanceof PriceRule.Spot spot) {
      cluster.fleet().setPrice(group, spot.series().at(spot.startSeconds()));
      scheduleSpot(group, spot, spot.startSeconds());
    }
    return eventByGroup[group] != null;
  }

  private PriceRule rule(int group) {
    return cluster.fleet().priceRule(group);
  }

  EngineEvent event(int group) {
    return eventByGroup[group];
  }

  /** Whether the present price of a group is within the cap of a job. */
  boolean allows(Job job, int group) {
    return cluster.fleet().group(group).priceUsdPerGpuHour()
        <= job.demand().priceCapUsdPerGpuHour();
  }

  void onChange(int group) {
    if (rule(group) instanceof PriceRule.Repricing repricing) {
      reprice(group, repricing);
    } else if (rule(group) instanceof PriceRule.Spot spot) {
      double seriesTime = seriesTimeByGroup[group];
      change(group, spot.series().at(seriesTime));
      scheduleSpot(group, spot, seriesTime);
    }
  }

  /** With all machines away nothing was learnt, and the price rests. */
  private void reprice(int group, PriceRule.Repricing repricing) {
    double held = cluster.recorder().heldGpuSeconds(group);
    double up = cluster.recorder().upGpuSeconds(group);
    double upSince = up - upByGroup[group];
    if (upSince > 0) {
      double utilisation = Math.min(1, Math.max(0, (held - heldByGroup[group]) / upSince));
      NodeGroupView view = cluster.fleet().group(group);
      double floor = repricing.floorUsdPerGpuHour().applyAsDouble(cluster.now());
      change(group, repricing.rule().next(view.priceUsdPerGpuHour(), utilisation, floor));
    }
    heldByGroup[group] = held;
    upByGroup[group] = up;
    eventByGroup[group].scheduleAt(cluster.now() + repricing.everySeconds());
  }

  private void scheduleSpot(int group, PriceRule.Spot spot, double after) {
    double next = spot.series().nextChange(after);
    if (next < Double.POSITIVE_INFINITY) {
      seriesTimeByGroup[group] = next;
      eventByGroup[group].scheduleAt(Math.max(cluster.now(), next - spot.startSeconds()));
    }
  }

  private void change(int group, double price) {
    double before = cluster.fleet().group(group).priceUsdPerGpuHour();
    if (price == before) {
      return;
    }
    cluster.fleet().setPrice(group, price);
    if (rule(group) instanceof PriceRule.Spot) {
      billSpotJobs(group, price);
    }
    if (price < before) {
      cluster.groupChanged(group);
    }
  }

  private void billSpotJobs(int group, double price) {
    for (int vc = 0; vc < cluster.virtualClusterCount(); vc++) {
      JobList running = cluster.tenant(vc).running;
      // From the end, because evicting swaps the last job into the gap.
      for (int i = running.size() - 1; i >= 0; i--) {
        Job job = running.get(i);
        if (job.allocation.group() == group) {
          cluster.bills().repriced(job, price);
          if (!allows(job, group)) {
            cluster.lifecycle().evict(job, OUTBID);
          }
        }
      }
    }
  }
}
