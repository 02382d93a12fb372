package org.edgetwin.scenarios.serving;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.edgetwin.gpu.WorkloadCatalog;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.gpu.inference.LlmArchitecture;
import org.edgetwin.gpu.inference.LlmArchitectures;
import org.edgetwin.scenarios.generate.ScenarioContext;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.model.AutoscalerPlan;
import org.edgetwin.scenarios.model.RouterChoice;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.scenarios.model.ServicePlan;
import org.edgetwin.scenarios.model.TokenPricePlan;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.job.DataNeeds;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.ServiceTerms;
import org.edgetwin.sim.metrics.TokenPrices;
import org.edgetwin.sim.serving.Autoscaler;
import org.edgetwin.sim.serving.ConcurrencyTarget;
import org.edgetwin.sim.serving.Deployment;
import org.edgetwin.sim.serving.FixedReplicas;
import org.edgetwin.sim.serving.LeastOutstanding;
import org.edgetwin.sim.serving.PrefixAffinity;
import org.edgetwin.sim.serving.ReplicaHardware;
import org.edgetwin.sim.serving.RoundRobin;
import org.edgetwin.sim.serving.Router;
import org.edgetwin.sim.serving.ServedBy;
import org.edgetwin.sim.serving.ServiceSpec;
import org.edgetwin.sim.serving.ServingPlan;
import org.edgetwin.sim.serving.ServingRequest;
import org.jspecify.annotations.Nullable;

/** Makes the services of a scenario. Traces are read at construction. */
public final class ServingBuilder {
  /** Nothing is known of the class: what a replica does to its neighbours follows the usual law. */
  private static final WorkloadClass CLASS = WorkloadCatalog.unknown("llm-service");

  private static final double GIGA = 1e9;

  private final List<Deployment> deployments = new ArrayList<>();
  private final List<ServiceRequests> requestsByService = new ArrayList<>();

  /**
   * Of a scenario.
   *
   * @throws BadInputException if a service fits no node of the fleet, or a trace is wrong
   */
  public ServingBuilder(Scenario scenario, ScenarioContext context, FleetSpec fleet) {
    Double until = scenario.run().untilSeconds();
    double end = until == null ? Double.POSITIVE_INFINITY : until;
    for (ServicePlan plan : scenario.services()) {
      requestsByService.add(
          new ServiceRequests(
              plan.requests(), context, plan.name(), requestsByService.size(), end));
      deployments.add(deployment(plan, context, fleet));
    }
  }

  /** The services and requests of a replication. */
  public ServingPlan build(Streams streams) {
    if (deployments.isEmpty()) {
      return ServingPlan.NONE;
    }
    List<ServingRequest> requests = new ArrayList<>();
    requestsByService.forEach(source -> requests.addAll(source.of(streams)));
    requests.sort(Comparator.comparingDouble(ServingRequest::arrivalTime)); // a stable sort
    return new ServingPlan(deployments, requests);
  }

  /** When the last request arrives, seconds; 0 without services, NaN if nobody can tell. */
  public double lastArrival() {
    double last = 0;
    for (ServiceRequests source : requestsByService) {
      last = Math.max(last, source.lastArrival());
    }
    return last;
  }

  private static Deployment deployment(ServicePlan plan, ScenarioContext context, FleetSpec fleet) {
    LlmArchitecture model = LlmArchitectures.standard().require(plan.model());
    int virtualCluster =
        plan.virtualCluster() == null
            ? context.virtualClusters().standard()
            : context.virtualClusters().index(plan.virtualCluster(), "services." + plan.name());
    ReplicaFit fit = new ReplicaFit(plan, model, context, fleet, virtualCluster);
    double weightsGb = model.weightBytes() / GIGA;
    DataNeeds data = context.data().needs(plan);
    ServiceSpec spec =
        new ServiceSpec(
            plan.name(),
            fit.hardware(),
            fit.longestTokens(),
            plan.replicas().min(),
            plan.replicas().most(),
            data.isNone() ? plan.coldStart().pullSeconds(weightsGb) : 0,
            plan.coldStart().loadSeconds(weightsGb));
    return new Deployment(
        new ServedBy(spec, router(plan.router()), autoscaler(plan.autoscaler())),
        new ServiceTerms(
            plan.name(),
            model.name(),
            plan.gpusPerReplica(),
            orInfinite(plan.slo().ttftSeconds()),
            orInfinite(plan.slo().tpotSeconds()),
            fit.basisByGpu(),
            prices(plan.prices())),
        replica(plan, fit, virtualCluster, data));
  }

  private static JobSpec replica(
      ServicePlan plan, ReplicaFit fit, int virtualCluster, DataNeeds data) {
    Demand demand =
        new Demand(
            plan.gpusPerReplica(),
            Demand.WHOLE_GPU,
            0,
            0,
            0,
            fit.hardware().stream().map(ReplicaHardware::gpuModel).toList(),
            Spanning.ONE_NODE,
            orInfinite(plan.priceCapUsdPerHour()));
    Terms terms =
        new Terms(
            Double.POSITIVE_INFINITY,
            false,
            JobSpec.ENDLESS_SECONDS,
            Double.POSITIVE_INFINITY,
            plan.priority(),
            "");
    return new JobSpec(
        plan.name(),
        0,
        demand,
        CLASS,
        JobSpec.ENDLESS_SECONDS,
        virtualCluster,
        terms,
        Recovery.DEFAULT,
        data);
  }

  private static TokenPrices prices(TokenPricePlan plan) {
    return plan.isEmpty()
        ? TokenPrices.NONE
        : new TokenPrices(orZero(plan.inputUsdPerMillion()), orZero(plan.outputUsdPerMillion()));
  }

  private static double orZero(@Nullable Double price) {
    return price == null ? 0 : price;
  }

  private static double orInfinite(@Nullable Double limit) {
    return limit == null ? Double.POSITIVE_INFINITY : limit;
  }

  private static Router router(RouterChoice choice) {
    return switch (choice) {
      case ROUND_ROBIN -> new RoundRobin();
      case LEAST_OUTSTANDING -> new LeastOutstanding();
      case PREFIX_AFFINITY -> new PrefixAffinity();
    };
  }

  private static Autoscaler autoscaler(AutoscalerPlan plan) {
    return plan instanceof AutoscalerPlan.Concurrency target
        ? new ConcurrencyTarget(
            target.requestsPerReplica(), target.everySeconds(), target.patienceSeconds())
        : new FixedReplicas();
  }
}
