package org.edgetwin.scenarios;

import java.util.List;
import org.edgetwin.gpu.ContentionModel;
import org.edgetwin.gpu.SpeedModel;
import org.edgetwin.scenarios.economics.EconomicsBuilder;
import org.edgetwin.scenarios.fleet.FleetBuilder;
import org.edgetwin.scenarios.fleet.NetworkBuilder;
import org.edgetwin.scenarios.generate.DataCatalogue;
import org.edgetwin.scenarios.generate.Laws;
import org.edgetwin.scenarios.generate.ScenarioContext;
import org.edgetwin.scenarios.generate.VirtualClusters;
import org.edgetwin.scenarios.generate.WorkloadBuilder;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.model.Limits;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.scenarios.names.ScenarioNames;
import org.edgetwin.scenarios.names.Schedulers;
import org.edgetwin.scenarios.serving.ServingBuilder;
import org.edgetwin.scenarios.trace.TraceLibrary;
import org.edgetwin.sim.engine.ClusterConfig;
import org.edgetwin.sim.engine.Physics;
import org.edgetwin.sim.engine.RunOptions;
import org.edgetwin.sim.experiment.ExperimentPlan;
import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.experiment.RunFactory;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.network.ClusterNetwork;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Knowledge;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a scenario. All data files are read when it is opened; a run then costs the making of
 * its jobs. Thread-safe.
 */
public final class ScenarioRuns implements RunFactory {
  private final Scenario scenario;
  private final SpeedModel speeds;
  private final ContentionModel contention;
  private final FleetSpec fleet;
  private final @Nullable NetworkBuilder network;
  private final WorkloadBuilder workloads;
  private final ServingBuilder services;
  private final Replications replications;
  private final EconomicsBuilder economics;

  private ScenarioRuns(Scenario scenario) {
    this.scenario = scenario;
    ScenarioNames names = new ScenarioNames(scenario);
    speeds = ModelChoices.speeds(scenario.speeds(), names);
    contention = ModelChoices.contention(scenario.contention(), names);
    TraceLibrary traces = new TraceLibrary(names);
    ScenarioContext context =
        new ScenarioContext(
            names,
            traces,
            new Laws(traces),
            new VirtualClusters(scenario, traces),
            speeds,
            new DataCatalogue(scenario, names));
    fleet = new FleetBuilder(scenario, context).build();
    network = NetworkBuilder.of(scenario, context, fleet);
    workloads = new WorkloadBuilder(scenario, context, fleet);
    services = new ServingBuilder(scenario, context, fleet);
    replications = new Replications(scenario);
    economics = new EconomicsBuilder(scenario);
    workloads.check();
  }

  /**
   * Reads the data of a scenario.
   *
   * @throws BadInputException if a data file is wrong or does not fit the scenario
   */
  public static ScenarioRuns open(Scenario scenario) {
    return new ScenarioRuns(scenario);
  }

  @Override
  public String scenario() {
    return scenario.name();
  }

  @Override
  public long seed() {
    return scenario.seed();
  }

  /** The machines, the same in every run. */
  public FleetSpec fleet() {
    return fleet;
  }

  @Override
  public PreparedRun create(String scheduler, int replication) {
    Streams streams = new Streams(scenario.seed(), replication);
    Double until = scenario.run().untilSeconds();
    return new PreparedRun(
        new ClusterConfig(
            fleet,
            new Physics(
                ModelChoices.speeds(scenario.speeds(), speeds, streams),
                ModelChoices.contention(scenario.contention(), contention, streams),
                ModelChoices.hostContention(scenario, streams),
                MachineVariations.of(scenario.machineVariation(), fleet),
                scenario.turns().stretch()),
            network == null ? ClusterNetwork.NONE : network.build(streams),
            services.build(streams),
            streams,
            new RunOptions(
                until == null ? Double.POSITIVE_INFINITY : until,
                scenario.run().keepAttempts(),
                economics.hourlyUse(),
                ModelChoices.decisionTime(scenario.run().decisionTime()),
                scenario.run().demandCurve() || scenario.jobsStay())),
        workloads.build(streams),
        Schedulers.create(scheduler, streams, fleet.virtualClusters().size()),
        economics.build(),
        ModelChoices.warmUp(scenario.run().warmUp()),
        until == null ? Math.max(workloads.expectedEndTime(), services.lastArrival()) : until);
  }

  @Override
  public Knowledge knowledge(String scheduler) {
    Knowledge declared = Schedulers.knowledge(scheduler);
    // Limits that equal the durations tell as much as an oracle, and the reader must be told so.
    return declared.duration() == DurationKnowledge.LIMIT && limitsAreExact()
        ? new Knowledge(DurationKnowledge.ORACLE, declared.speed())
        : declared;
  }

  @Override
  public List<Metric> headlines() {
    if (!scenario.jobsStay()) {
      return ExperimentPlan.STANDARD_HEADLINES;
    }
    double asked = scenario.jobs().stream().mapToDouble(job -> job.trace().draw().to()).sum();
    return asked < 1
        ? List.of(Metric.ALLOCATION_AT_END_RATIO)
        : List.of(Metric.ALLOCATION_AT_100_RATIO, Metric.ALLOCATION_AT_END_RATIO);
  }

  private boolean limitsAreExact() {
    return scenario.jobs().stream().allMatch(source -> source.limits() instanceof Limits.Exact);
  }

  @Override
  public boolean replicable() {
    return replications.differ();
  }

  /**
   * How many replications differ: the windows of the trace with the fewest, where traces are cut
   * into windows; else as many as there can be.
   */
  public int differentReplications() {
    return replications.differ() ? workloads.windows() : 1;
  }

  /** As many replications as there are before one returns that was there, bit for bit. */
  public int replicationsWithoutRepeats() {
    return !replications.differ() || replications.differByWindowsOnly()
        ? differentReplications()
        : Integer.MAX_VALUE;
  }

  @Override
  public String replicationMethod() {
    int windows = workloads.windows();
    return windows == Integer.MAX_VALUE
        ? replications.method()
        : replications.method() + " The trace has " + windows + " windows, then they begin anew.";
  }
}
