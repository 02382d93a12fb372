package org.edgetwin.scenarios.generate;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.MeasuredSpeeds;
import org.edgetwin.gpu.Spread;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.model.CheckpointPlan;
import org.edgetwin.scenarios.model.JobSource;
import org.edgetwin.scenarios.model.RecoveryPlan;
import org.edgetwin.scenarios.names.ScenarioNames;
import org.edgetwin.scenarios.trace.TraceJob;
import org.edgetwin.sim.distribution.Distribution;
import org.edgetwin.sim.distribution.Distributions.LogNormal;
import org.edgetwin.sim.job.DataNeeds;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.StageTimes;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import org.jspecify.annotations.Nullable;

/**
 * Completes the jobs of one source: class, work, demand, limit, estimate, deadline, recovery. Holds
 * no state that changes; draws come from the {@link JobStreams} of the caller.
 */
final class JobRules {
  private final JobSource source;
  private final ScenarioContext context;
  private final WorkloadClass[] classArray;
  private final @Nullable WeightedValues classShares;
  private final @Nullable GpuModel measuredOn;
  private final LimitRule limits;
  private final DeadlineRule deadlines;
  private final Recovery recovery;
  private final Distribution durations;
  private final Distribution gangs;
  private final Demand demand;
  private final int virtualCluster;
  private final DataNeeds data;
  private final @Nullable ElasticRule elastic;

  JobRules(JobSource source, ScenarioContext context) {
    this.source = source;
    this.context = context;
    ScenarioNames names = context.names();
    List<String> classNames = List.copyOf(source.classes().keySet());
    classArray = classNames.stream().map(names::workloadClass).toArray(WorkloadClass[]::new);
    double[] shares = classNames.stream().mapToDouble(name -> source.classes().get(name)).toArray();
    classShares = shares.length == 0 ? null : new WeightedValues(new double[shares.length], shares);
    measuredOn = source.measuredOn() == null ? null : names.gpu(source.measuredOn());
    limits = new LimitRule(source.limits());
    deadlines = new DeadlineRule(source.deadlines(), context.laws());
    recovery = recovery(source.recovery());
    durations =
        source.durations() == null ? new LogNormal(1, 0) : context.laws().of(source.durations());
    gangs = context.laws().of(source.gangs());
    demand = demand(source, names);
    virtualCluster =
        source.virtualCluster() == null
            ? context.virtualClusters().standard()
            : context.virtualClusters().index(source.virtualCluster(), "jobs." + source.name());
    data = context.data().needs(source);
    elastic =
        source.elastic() == null
            ? null
            : new ElasticRule(source.elastic(), context.speeds(), measuredOn);
  }

  /** A generated job. */
  JobSpec generated(long number, double submitTime, JobStreams streams, DemandPool demands) {
    double duration = durations.sample(streams.durations());
    int gpus = (int) Math.round(gangs.sample(streams.gangs()));
    return generated(
        source.name() + "/" + number,
        submitTime,
        duration,
        gpus,
        NOTHING_RECORDED,
        streams,
        demands);
  }

  /** A generated job of a user who has submitted others like it. */
  JobSpec recurring(
      long number, double submitTime, Recurrence.Run run, JobStreams streams, DemandPool demands) {
    return generated(
        source.name() + "/" + number + "/" + run.name(),
        submitTime,
        run.durationSeconds(),
        run.gpus(),
        NOTHING_RECORDED.withUser(run.user()),
        streams,
        demands);
  }

  private JobSpec generated(
      String name,
      double submitTime,
      double duration,
      int gpus,
      TraceJob recorded,
      JobStreams streams,
      DemandPool demands) {
    return job(
        name,
        submitTime,
        duration,
        demands.shared(withGpus(demand, gpus, gpus == 1 ? demand.milliPerGpu() : Demand.WHOLE_GPU)),
        workloadClass(null, streams),
        virtualCluster,
        terms(submitTime, duration, recorded, streams));
  }

  /** Users with their kinds of jobs; null if every job draws for itself. */
  @Nullable Recurrence recurrence(Streams random) {
    return source.recurring() == null ? null : new Recurrence(source, durations, gangs, random);
  }

  /** A job of a trace. */
  JobSpec recorded(TraceJob job, JobStreams streams, DemandPool demands) {
    Demand wanted =
        new Demand(
            job.gpus(),
            job.gpuMilli(),
            source.gpuMemoryGb(),
            job.cpuMilli(),
            job.memoryMib(),
            demand.gpuModels().isEmpty() ? job.gpuModels() : demand.gpuModels(),
            source.spanning(),
            demand.priceCapUsdPerGpuHour());
    String cluster = context.virtualClusters().nameOf(source, job);
    return job(
        source.name() + "/" + job.name(),
        job.submitTime(),
        job.durationSeconds(),
        demands.shared(wanted),
        workloadClass(job.workloadClass(), streams),
        context.virtualClusters().index(cluster, "jobs." + source.name()),
        terms(job.submitTime(), job.durationSeconds(), job, streams));
  }

  /** Whether virtual clusters exist, and classes fit the GPU that the durations come from. */
  void check(List<TraceJob> jobs) {
    for (WorkloadClass workload : classArray) {
      measuredSpeed(workload, 1);
    }
    if (elastic != null) {
      Stream.concat(
              Arrays.stream(classArray),
              jobs.stream()
                  .map(TraceJob::workloadClass)
                  .filter(name -> name != null && classShares == null)
                  .distinct()
                  .map(context.names()::workloadClass))
          .forEach(workload -> elastic.check(workload, "jobs." + source.name() + ".elastic"));
    }
    if (source.virtualCluster() == null) {
      jobs.stream()
          .map(TraceJob::virtualCluster)
          .filter(Objects::nonNull)
          .distinct()
          .forEach(cluster -> context.virtualClusters().index(cluster, "jobs." + source.name()));
    }
  }

  private JobSpec job(
      String name,
      double submitTime,
      double duration,
      Demand wanted,
      WorkloadClass workload,
      int cluster,
      Terms terms) {
    double work = duration * measuredSpeed(workload, wanted.gpus());
    Recovery stopping =
        source.recovery().wholeSteps()
            ? recovery.withStepSeconds(stepSeconds(workload, wanted.gpus()))
            : recovery;
    JobSpec job =
        new JobSpec(name, submitTime, wanted, workload, work, cluster, terms, stopping, data);
    StageTimes stages = context.names().stages(workload);
    if (stages != null) {
      job = job.withStages(stages);
    }
    return elastic == null ? job : elastic.apply(job, duration);
  }

  private double stepSeconds(WorkloadClass workload, int gpus) {
    double rate = MeasuredSpeeds.standard().referenceStepsPerSecond(workload, gpus);
    if (rate > 0) {
      return 1 / rate;
    }
    throw new BadInputException(
        Issue.inScenario(
            "jobs." + source.name() + ".recovery.whole_steps",
            "true",
            "The steps of the class " + workload.id() + " on " + gpus + " GPUs were not measured.",
            "Maybe a class that was, on 1, 2, 4 or 8 GPUs."));
  }

  /** Work is in seconds on reference GPUs: a second on a faster GPU is worth more. */
  private double measuredSpeed(WorkloadClass workload, int gpus) {
    if (measuredOn == null || gpus == 0) {
      return 1;
    }
    double speed = context.speeds().speed(workload, measuredOn, gpus, Spread.ONE_NODE);
    if (speed > 0) {
      return speed;
    }
    throw new BadInputException(
        Issue.inScenario(
            "jobs." + source.name() + ".measured_on",
            measuredOn.id(),
            "The class " + workload.id() + " does not fit in the memory of this GPU.",
            "Maybe a GPU with more memory."));
  }

  private WorkloadClass workloadClass(@Nullable String recorded, JobStreams streams) {
    if (classShares != null) {
      return classArray[classShares.index(streams.classes().nextDouble())];
    }
    return context.names().workloadClass(recorded == null ? UNSPECIFIED : recorded);
  }

  private Terms terms(double submit, double duration, TraceJob recorded, JobStreams streams) {
    double limit = limits.limitSeconds(duration, recorded.limitSeconds(), streams.limits());
    Double sigma = source.estimateSigma();
    return new Terms(
        limit,
        limits.enforced(),
        sigma == null ? Double.NaN : duration * new LogNormal(1, sigma).sample(streams.estimates()),
        deadlines.deadlineTime(submit, duration, recorded.deadlineTime(), streams.deadlines()),
        recorded.priority() == null ? source.priority() : recorded.priority(),
        recorded.user(),
        source.pricePerCallUsd() == null ? Double.NaN : source.pricePerCallUsd());
  }

  private static final String UNSPECIFIED = "unspecified";

  /** Stands for the record of a generated job. */
  private static final TraceJob NOTHING_RECORDED =
      new TraceJob(
          "",
          0,
          0,
          0,
          1000,
          0,
          0,
          List.of(),
          null,
          null,
          "",
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          null);

  private static Demand withGpus(Demand demand, int gpus, int milli) {
    return new Demand(
        gpus,
        milli,
        demand.gpuMemoryGb(),
        demand.cpuMilli(),
        demand.memoryMib(),
        demand.gpuModels(),
        demand.spanning(),
        demand.priceCapUsdPerGpuHour());
  }

  private static Demand demand(JobSource source, ScenarioNames names) {
    Double cap = source.priceCapUsdPerHour();
    return new Demand(
        1,
        (int) Math.max(1, Math.round(source.gpuShare() * Demand.WHOLE_GPU)),
        source.gpuMemoryGb(),
        (int) Math.round(source.cpu() * 1000),
        (int) Math.round(source.memoryMib()),
        source.gpuModels().stream().map(name -> names.gpu(name).id()).toList(),
        source.spanning(),
        cap == null ? Double.POSITIVE_INFINITY : cap);
  }

  private static Recovery recovery(RecoveryPlan plan) {
    CheckpointPlan every = plan.checkpointEvery();
    Integer retries = plan.maxRetries();
    return new Recovery(
        plan.restartSeconds(),
        every instanceof CheckpointPlan.Every fixed
            ? fixed.valueSeconds()
            : Double.POSITIVE_INFINITY,
        plan.checkpointCostSeconds(),
        plan.savesOnPreemption(),
        retries == null ? Integer.MAX_VALUE : retries,
        every instanceof CheckpointPlan.Young);
  }
}
