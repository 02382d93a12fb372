package org.edgetwin.sim.engine;

import org.edgetwin.gpu.ContentionModel;
import org.edgetwin.gpu.SpeedModel;
import org.edgetwin.sim.fleet.AvailabilityModel;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.network.ClusterNetwork;
import org.edgetwin.sim.serving.ServingPlan;

/**
 * What a simulated cluster is made of.
 *
 * @param fleet the machines
 * @param physics how fast jobs run on them
 * @param network how data comes to the machines
 * @param serving LLM services whose replicas stand on the machines beside the jobs
 * @param streams random streams of the replication
 * @param options how the run is carried out
 */
public record ClusterConfig(
    FleetSpec fleet,
    Physics physics,
    ClusterNetwork network,
    ServingPlan serving,
    Streams streams,
    RunOptions options) {
  /** A cluster without network and services. */
  public ClusterConfig(FleetSpec fleet, Physics physics, Streams streams, RunOptions options) {
    this(fleet, physics, ClusterNetwork.NONE, ServingPlan.NONE, streams, options);
  }

  /** A cluster whose machines are alike, whose jobs meet on a GPU only and move no data. */
  public ClusterConfig(
      FleetSpec fleet,
      SpeedModel speeds,
      ContentionModel contention,
      Streams streams,
      double endTime,
      boolean keepAttempts) {
    this(fleet, new Physics(speeds, contention), streams, new RunOptions(endTime, keepAttempts));
  }

  public ClusterConfig {
    if (options.endTime() == Double.POSITIVE_INFINITY) {
      requireAnEnd(fleet);
    }
  }

  private static void requireAnEnd(FleetSpec fleet) {
    if (fleet.nodes().stream().anyMatch(node -> node.availability() instanceof AvailabilityModel)) {
      throw new IllegalArgumentException(
          "Nodes come and go, and the endTime is infinite: a job might wait for ever. Maybe set an"
              + " end time.");
    }
    if (fleet.nodes().stream().anyMatch(node -> node.priceRule().moves())) {
      throw new IllegalArgumentException(
          "Prices move, and the endTime is infinite: a job might wait for ever. Maybe set an end time.");
    }
  }
}
