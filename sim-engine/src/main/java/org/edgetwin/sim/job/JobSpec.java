package org.edgetwin.sim.job;

import org.edgetwin.gpu.WorkloadClass;
import org.jspecify.annotations.Nullable;

/**
 * One job as a workload submits it.
 *
 * @param name the job's name in its trace or generator
 * @param submitTime submission, seconds since the start of the run
 * @param demand what it needs, all or nothing
 * @param workload the class of its computation, which decides its speed and what it does to its
 *     neighbours
 * @param workSeconds its work: seconds on an undisturbed gang of reference GPUs in one node
 * @param virtualCluster index of the virtual cluster that it is charged to
 * @param terms what user and predictor say of it
 * @param recovery what stopping costs it
 * @param data what it moves over the network
 * @param elastic what makes it elastic; null for a job whose gang is what it asks for
 * @param stages how long an iteration keeps each resource busy; null if nobody has measured that
 */
public record JobSpec(
    String name,
    double submitTime,
    Demand demand,
    WorkloadClass workload,
    double workSeconds,
    int virtualCluster,
    Terms terms,
    Recovery recovery,
    DataNeeds data,
    @Nullable ElasticTraining elastic,
    @Nullable StageTimes stages) {
  /** Work of a job that only ends when it is ended: longer than any run. */
  public static final double ENDLESS_SECONDS = 1e15;

  /** A job whose gang is what it asks for. */
  public JobSpec(
      String name,
      double submitTime,
      Demand demand,
      WorkloadClass workload,
      double workSeconds,
      int virtualCluster,
      Terms terms,
      Recovery recovery,
      DataNeeds data) {
    this(
        name,
        submitTime,
        demand,
        workload,
        workSeconds,
        virtualCluster,
        terms,
        recovery,
        data,
        null,
        null);
  }

  /** Such a job that moves no data. */
  public JobSpec(
      String name,
      double submitTime,
      Demand demand,
      WorkloadClass workload,
      double workSeconds,
      int virtualCluster,
      Terms terms,
      Recovery recovery) {
    this(
        name,
        submitTime,
        demand,
        workload,
        workSeconds,
        virtualCluster,
        terms,
        recovery,
        DataNeeds.NONE);
  }

  public JobSpec {
    if (!(submitTime >= 0 && submitTime < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Job " + name + ": submitTime (" + submitTime + ") is not a time in seconds.");
    }
    if (!(workSeconds >= 0 && workSeconds < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Job " + name + ": workSeconds (" + workSeconds + ") is not a duration.");
    }
    if (elastic != null) {
      requireWithin(name, demand, elastic.elasticity());
    }
  }

  private static void requireWithin(String name, Demand demand, Elasticity elasticity) {
    if (!demand.wholeGpus()
        || demand.gpus() < elasticity.leastGpus()
        || demand.gpus() > elasticity.mostGpus()) {
      throw new IllegalArgumentException(
          "Job %s is elastic with %d to %d whole GPUs and asks for %d."
              .formatted(name, elasticity.leastGpus(), elasticity.mostGpus(), demand.gpus()));
    }
  }

  /** The same job with other work, and what is said of it. */
  public JobSpec withWork(double newWorkSeconds, Terms newTerms) {
    return new JobSpec(
        name,
        submitTime,
        demand,
        workload,
        newWorkSeconds,
        virtualCluster,
        newTerms,
        recovery,
        data,
        elastic,
        stages);
  }

  /** The same job, elastic. */
  public JobSpec withElastic(ElasticTraining training) {
    return new JobSpec(
        name,
        submitTime,
        demand,
        workload,
        workSeconds,
        virtualCluster,
        terms,
        recovery,
        data,
        training,
        stages);
  }

  /** The same job, whose stages were measured. */
  public JobSpec withStages(StageTimes times) {
    return new JobSpec(
        name,
        submitTime,
        demand,
        workload,
        workSeconds,
        virtualCluster,
        terms,
        recovery,
        data,
        elastic,
        times);
  }

  /** Whether it only ends when it is ended, such as a replica of a service. */
  public boolean isEndless() {
    return workSeconds >= ENDLESS_SECONDS;
  }

  public JobSpec withSubmitTime(double time) {
    return new JobSpec(
        name,
        time,
        demand,
        workload,
        workSeconds,
        virtualCluster,
        terms,
        recovery,
        data,
        elastic,
        stages);
  }
}
