package org.edgetwin.scenarios.model;

import java.util.List;

/**
 * What is simulated: machines, jobs, and the rules that bring them together. Equal scenarios give
 * equal results.
 */
public record Scenario(
    @Key(doc = "Short name; stands in reports and folder names.", example = "quickstart")
        String name,
    @Key(doc = "What the scenario shows, for readers of the report.", preset = "''")
        String description,
    @Key(
            doc =
                "Seed of all random numbers. The same seed gives the same results, byte for byte.",
            preset = "1",
            max = 9e15)
        long seed,
    @Key(doc = "GPU models of your own, beside those that `edgetwin gpus` lists.", preset = "[]")
        List<CustomGpu> gpus,
    @Key(doc = "Workload classes of your own, beside the measured ones.", preset = "[]")
        List<CustomClass> workloadClasses,
    @Key(doc = "Regions of your own, beside the twelve that come with the program.", preset = "[]")
        List<CustomRegion> regions,
    @Key(
            doc =
                "Tenants, each with a queue and a scheduler of its own. Left out: those that"
                    + " traces name, else one called `default`.",
            preset = "[]")
        List<VirtualClusterPlan> virtualClusters,
    @Key(doc = "The machines.") FleetPlan fleet,
    @Key(
            doc = "Where jobs come from. Several sources run side by side, in order of time.",
            preset = "[]")
        List<JobSource> jobs,
    @Key(doc = "LLM services whose replicas stand on the machines beside the jobs.", preset = "[]")
        List<ServicePlan> services,
    @Key(
            doc = "Name of the scheduler; `edgetwin schedulers` lists them.",
            preset = "fifo",
            names = NameKind.SCHEDULER,
            example = "easy+consolidate")
        String scheduler,
    @Key(doc = "How fast a job runs on each GPU model.", preset = "gavel") SpeedPlan speeds,
    @Key(doc = "What jobs on one GPU do to each other.", preset = "pairs")
        ContentionPlan contention,
    @Key(doc = "What jobs with GPUs of their own do to each other on one machine.", preset = "none")
        HostContentionPlan hostContention,
    @Key(doc = "How jobs get on that take turns on the same GPUs.", preset = "{}") TurnsPlan turns,
    @Key(doc = "How machines of one GPU model differ from each other.", preset = "none")
        MachineVariationPlan machineVariation,
    @Key(doc = "How data comes to the machines.", preset = "none") NetworkPlan network,
    @Key(doc = "Data that jobs need at their machines.", preset = "[]") List<DataPlan> data,
    @Key(doc = "Prices, power and carbon.", preset = "{}") Economics economics,
    @Key(doc = "How long and how often to simulate.", preset = "{}") RunPlan run) {
  /** Name of the virtual cluster of those who name none. */
  public static final String DEFAULT_VIRTUAL_CLUSTER = "default";

  public Scenario {
    Bounds.check(!name.isBlank(), "The name is empty. Maybe call it after what it studies.");
    Bounds.check(
        !jobs.isEmpty() || !services.isEmpty(),
        "There are no jobs. Maybe add a source under `jobs`, or a service under `services`.");
    boolean endless = jobs.stream().anyMatch(JobSource::isEndless);
    Bounds.check(
        !endless || run.untilSeconds() != null,
        "A job source never ends, and the run has no end. Maybe set run.until, or jobs[].until.");
    double end = run.untilSeconds() == null ? Double.POSITIVE_INFINITY : run.untilSeconds();
    for (JobSource source : jobs) {
      Bounds.check(
          source.expectedJobs(end) <= JobSource.MOST_JOBS,
          "The job source "
              + source.name()
              + " would submit more than "
              + JobSource.MOST_JOBS
              + " jobs. Maybe lower its rate, or set max_jobs.");
    }
    Bounds.check(
        services.isEmpty() || run.decisionTime() == null,
        "Replicas of services start at once, and decisions take time. Maybe leave out"
            + " run.decision_time.");
    for (ServicePlan service : services) {
      Bounds.check(
          !service.requests().isEndless() || run.untilSeconds() != null,
          "The requests of the service "
              + service.name()
              + " never end, and the run has no end. Maybe set run.until, or requests.until.");
      Bounds.check(
          service.requests().expectedRequests(end) <= RequestSource.MOST_REQUESTS,
          "The service "
              + service.name()
              + " would get more than "
              + RequestSource.MOST_REQUESTS
              + " requests. Maybe lower their rate, or set max_requests.");
    }
    Bounds.check(
        !fleet.comesAndGoes() || run.untilSeconds() != null,
        "Nodes come and go, and the run has no end: a job might wait for ever. Maybe set run.until.");
    Bounds.check(
        !fleet.pricesMove() || run.untilSeconds() != null,
        "Prices move, and the run has no end: a job might wait for ever. Maybe set run.until.");
  }

  /** Whether all jobs are drawn from traces and never end, so that only placement counts. */
  public boolean jobsStay() {
    return !jobs.isEmpty()
        && jobs.stream().allMatch(source -> source.trace() != null && source.trace().isEndless());
  }

  /** Scenario with another scheduler, all else equal. */
  public Scenario withScheduler(String otherScheduler) {
    return new Scenario(
        name,
        description,
        seed,
        gpus,
        workloadClasses,
        regions,
        virtualClusters,
        fleet,
        jobs,
        services,
        otherScheduler,
        speeds,
        contention,
        hostContention,
        turns,
        machineVariation,
        network,
        data,
        economics,
        run);
  }
}
