package org.edgetwin.sim.engine;

import org.edgetwin.gpu.ContentionModel;
import org.edgetwin.gpu.HostContention;
import org.edgetwin.gpu.SpeedModel;
import org.edgetwin.sim.fleet.AvailabilityModel;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.BusyShare;
import org.edgetwin.sim.network.ClusterNetwork;
import org.edgetwin.sim.serving.ServingPlan;
import org.edgetwin.sim.variation.VariationModel;
import org.jspecify.annotations.Nullable;

/**
 * What a simulated cluster is made of.
 *
 * @param fleet the machines
 * @param speeds speed of a workload class on a GPU model
 * @param contention what jobs on one GPU do to each other
 * @param hostContention what jobs on one machine do to each other beside that
 * @param variation how machines differ from what their model promises
 * @param network how data comes to the machines
 * @param streams random streams of the replication
 * @param endTime when the run stops even if jobs are left, seconds; positive infinity to run until
 *     all jobs have ended. It must be finite if nodes come and go.
 * @param keepAttempts whether every attempt of every job is recorded with its nodes, for Gantt
 *     charts and timelines
 * @param hourlyUse if the use of each node group is to be kept hour by hour, how busy jobs keep
 *     their GPUs; otherwise null
 * @param serving LLM services whose replicas stand on the machines beside the jobs
 * @param decisionTime how long schedulers think on the simulated clock
 */
public record ClusterConfig(
    FleetSpec fleet,
    SpeedModel speeds,
    ContentionModel contention,
    HostContention hostContention,
    VariationModel variation,
    ClusterNetwork network,
    Streams streams,
    double endTime,
    boolean keepAttempts,
    @Nullable BusyShare hourlyUse,
    ServingPlan serving,
    DecisionTime decisionTime) {
  /** A cluster without network and services, whose use is not kept hour by hour. */
  public ClusterConfig(
      FleetSpec fleet,
      SpeedModel speeds,
      ContentionModel contention,
      HostContention hostContention,
      VariationModel variation,
      Streams streams,
      double endTime,
      boolean keepAttempts) {
    this(
        fleet,
        speeds,
        contention,
        hostContention,
        variation,
        ClusterNetwork.NONE,
        streams,
        endTime,
        keepAttempts,
        null,
        ServingPlan.NONE,
        DecisionTime.NONE);
  }

  /** The same cluster with services. */
  public ClusterConfig withServing(ServingPlan plan) {
    return new ClusterConfig(
        fleet,
        speeds,
        contention,
        hostContention,
        variation,
        network,
        streams,
        endTime,
        keepAttempts,
        hourlyUse,
        plan,
        decisionTime);
  }

  /** The same cluster, whose schedulers take that long to decide. */
  public ClusterConfig withDecisionTime(DecisionTime time) {
    return new ClusterConfig(
        fleet,
        speeds,
        contention,
        hostContention,
        variation,
        network,
        streams,
        endTime,
        keepAttempts,
        hourlyUse,
        serving,
        time);
  }

  /** A cluster whose machines are alike, whose jobs meet on a GPU only and move no data. */
  public ClusterConfig(
      FleetSpec fleet,
      SpeedModel speeds,
      ContentionModel contention,
      Streams streams,
      double endTime,
      boolean keepAttempts) {
    this(
        fleet,
        speeds,
        contention,
        HostContention.NONE,
        VariationModel.NONE,
        streams,
        endTime,
        keepAttempts);
  }

  public ClusterConfig {
    if (!(endTime > 0)) {
      throw new IllegalArgumentException("The endTime (" + endTime + ") is not positive.");
    }
    boolean churn =
        fleet.nodes().stream().anyMatch(node -> node.availability() instanceof AvailabilityModel);
    if (churn && endTime == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "Nodes come and go, and the endTime is infinite: a job might wait for ever. Maybe set an"
              + " end time.");
    }
    if (endTime == Double.POSITIVE_INFINITY
        && fleet.nodes().stream().anyMatch(node -> node.priceRule().moves())) {
      throw new IllegalArgumentException(
          "Prices move, and the endTime is infinite: a job might wait for ever. Maybe set an end time.");
    }
  }

  /** The same cluster, whose use is kept hour by hour. */
  public ClusterConfig withHourlyUse(BusyShare busyShare) {
    return new ClusterConfig(
        fleet,
        speeds,
        contention,
        hostContention,
        variation,
        network,
        streams,
        endTime,
        keepAttempts,
        busyShare,
        serving,
        decisionTime);
  }
}
