package org.edgetwin.scenarios.model;

import java.util.List;
import java.util.Map;
import org.edgetwin.sim.job.Spanning;
import org.jspecify.annotations.Nullable;

/** Where jobs come from: a recorded trace, or arrivals with distributions. */
public record JobSource(
    @Key(
            doc = "Its name; stands before the names of its jobs.",
            names = NameKind.NEW,
            example = "training")
        String name,
    @Key(
            doc = "Replay of a trace. Left out: the jobs are generated.",
            preset = Key.NONE,
            example = "{builtin: philly}")
        @Nullable TraceSource trace,
    @Key(
            doc = "When generated jobs are submitted.",
            preset = Key.NONE,
            example = "{type: poisson, rate: 12 /h}")
        @Nullable Arrivals arrivals,
    @Key(
            doc =
                "How long generated jobs run, alone on their gang of reference GPUs (see"
                    + " measured_on).",
            preset = Key.NONE,
            example = "{type: lognormal, median: 25 min, sigma: 1.5}")
        @Nullable TimeLaw durations,
    @Key(doc = "GPUs of a generated job; 0 for CPU only.", preset = "1") CountLaw gangs,
    @Key(
            doc =
                "Users and recurring names of generated jobs: every kind of job of a user draws its"
                    + " median duration and its gang once, from durations and gangs. Left out: jobs"
                    + " have no users, and each draws for itself.",
            preset = Key.NONE,
            example = "{users: 20, kinds_per_user: 5}")
        @Nullable RecurringPlan recurring,
    @Key(doc = "Generated jobs end after this many.", preset = Key.NONE, max = JobSource.MOST_JOBS)
        @Nullable Integer maxJobs,
    @Key(
            doc =
                "Earliest submission of generated jobs: what would come before is drawn and left"
                    + " out. Times start again at 0; max_jobs counts from here.",
            preset = Key.NONE,
            unit = Unit.TIME,
            max = 1e12)
        @Nullable Double fromSeconds,
    @Key(
            doc = "Last submission of generated jobs, on the clock of `from`.",
            preset = Key.NONE,
            unit = Unit.TIME,
            max = 1e12)
        @Nullable Double untilSeconds,
    @Key(
            doc =
                "Workload classes with their shares, scaled to sum to one. Left out: the class"
                    + " column of the trace, else a class nothing is known about, which follows"
                    + " the usual law of speed.",
            preset = "{}",
            unit = Unit.SHARE,
            max = 1e9,
            names = NameKind.WORKLOAD_CLASS,
            example = "{resnet50-64: 60 %, transformer-64: 40 %}")
        Map<String, Double> classes,
    @Key(
            doc =
                "GPU model on which the durations were measured. Left out: the reference GPU"
                    + " (V100-SXM2-16).",
            preset = Key.NONE,
            names = NameKind.GPU,
            example = "A100")
        @Nullable String measuredOn,
    @Key(
            doc = "Virtual cluster of its jobs. Left out: the trace's column, else the first one.",
            preset = Key.NONE,
            names = NameKind.VIRTUAL_CLUSTER)
        @Nullable String virtualCluster,
    @Key(
            doc = "GPU models its jobs run on. Left out: the trace's column, else any.",
            preset = "[]",
            names = NameKind.GPU,
            example = "[A100, H100]")
        List<String> gpuModels,
    @Key(
            doc = "Share of a GPU that a generated one-GPU job takes.",
            preset = "1",
            unit = Unit.SHARE,
            min = 0.001,
            max = 1)
        double gpuShare,
    @Key(
            doc = "Device memory needed on each GPU.",
            preset = "0 GB",
            unit = Unit.GIGABYTES,
            max = 1e5,
            example = "40 GB")
        double gpuMemoryGb,
    @Key(doc = "CPU cores of a generated job, on its first node.", preset = "0", max = 1e6)
        double cpu,
    @Key(
            doc = "Host memory of a generated job, on its first node.",
            preset = "0 MiB",
            unit = Unit.MEBIBYTES,
            max = 1e9)
        double memoryMib,
    @Key(
            doc =
                "Whether a gang may stand in several nodes: one_node, many_nodes (at the measured"
                    + " loss), free (without loss).",
            preset = "many_nodes")
        Spanning spanning,
    @Key(doc = "Wall-clock limits that users ask for.", preset = "none") Limits limits,
    @Key(
            doc =
                "Error of a predictor of durations: standard deviation of its logarithm. Left"
                    + " out: there is no predictor.",
            preset = Key.NONE,
            max = 10,
            example = "0.5")
        @Nullable Double estimateSigma,
    @Key(doc = "When jobs are wanted.", preset = "none") Deadlines deadlines,
    @Key(
            doc = "Priority; larger is more urgent. The trace's column wins.",
            preset = "0",
            min = -1e6,
            max = 1e6)
        int priority,
    @Key(
            doc = "Highest price per GPU its jobs pay. Left out: any.",
            preset = Key.NONE,
            unit = Unit.HOURLY_PRICE,
            max = 1e6)
        @Nullable Double priceCapUsdPerHour,
    @Key(
            doc =
                "What a job pays when it is done, instead of rent by the hour; the operator where"
                    + " it ended gets it.",
            preset = Key.NONE,
            unit = Unit.MONEY,
            max = 1e9,
            example = "0.002 USD")
        @Nullable Double pricePerCallUsd,
    @Key(doc = "What stopping costs its jobs.", preset = "{}") RecoveryPlan recovery,
    @Key(
            doc =
                "Makes its jobs elastic: schedulers that can may change their gang, GPU type and"
                    + " batch. Left out: they are rigid.",
            preset = Key.NONE,
            example = "{most_gpus: 16}")
        @Nullable ElasticPlan elastic,
    @Key(
            doc = "Data that must be at its machines before a job runs, if there is a network.",
            preset = "[]",
            names = NameKind.DATA,
            example = "[imagenet]")
        List<String> needs,
    @Key(
            doc = "What each checkpoint sends to the store, and a restart elsewhere brings back.",
            preset = "0 GB",
            unit = Unit.GIGABYTES,
            max = 1e9,
            example = "4 GB")
        double checkpointSizeGb,
    @Key(
            doc = "What a job that is done sends to the store; its GPUs are free by then.",
            preset = "0 GB",
            unit = Unit.GIGABYTES,
            max = 1e9,
            example = "1 GB")
        double resultSizeGb,
    @Key(
            doc = "Region to whose store its jobs save. Left out: the one where a job runs.",
            preset = Key.NONE,
            names = NameKind.REGION)
        @Nullable String store) {
  /** Most jobs of one source. */
  public static final int MOST_JOBS = 10_000_000;

  public JobSource {
    Bounds.check(
        (trace == null) != (arrivals == null),
        "Exactly one of trace and arrivals is needed. Maybe write `trace: {builtin: philly}`.");
    Bounds.check(
        arrivals == null || durations != null,
        "Generated jobs need durations. Maybe write `durations: 20 min`.");
    Bounds.check(
        trace == null || recurring == null,
        "The jobs of a trace have their own users and names. Maybe leave out recurring.");
    Bounds.check(
        trace == null
            || (durations == null
                && maxJobs == null
                && fromSeconds == null
                && untilSeconds == null),
        "A trace has its own durations and end. Maybe use trace.filter.");
    Bounds.check(
        fromSeconds == null || untilSeconds == null || fromSeconds < untilSeconds,
        "from is not before until. Maybe swap them.");
    Bounds.check(
        trace != null
            || !(limits instanceof Limits.Column || deadlines instanceof Deadlines.Column),
        "Generated jobs have no columns. Maybe write `limits: realistic`.");
    Bounds.check(
        recurring == null || gpuShare == 1,
        "Recurring jobs take whole GPUs. Maybe leave out gpu_share.");
    Bounds.check(
        gpuShare == 1 || (gangs instanceof CountLaw.Constant constant && constant.value() == 1),
        "Only jobs of one GPU can take a share of it. Maybe leave gangs at 1.");
    Bounds.check(
        pricePerCallUsd == null || priceCapUsdPerHour == null,
        "A job pays by the call or by the hour. Maybe leave out price_cap.");
    Bounds.check(
        classes.isEmpty() || classes.values().stream().mapToDouble(Double::doubleValue).sum() > 0,
        "The shares of the classes sum to nothing.");
  }

  /** Earliest submission of generated jobs, seconds. */
  public double firstSeconds() {
    return fromSeconds == null ? 0 : fromSeconds;
  }

  /** Mean number of jobs it would submit until a time if it has no end of its own. */
  double expectedJobs(double endSeconds) {
    double end = untilSeconds == null ? endSeconds : Math.min(untilSeconds, endSeconds);
    double perHour = arrivals == null ? 0 : arrivals.meanPerHour();
    double jobs = perHour == 0 ? 0 : perHour * end / 3600;
    return maxJobs == null ? jobs : Math.min(jobs, maxJobs);
  }

  /** Whether it submits jobs for ever, or jobs that never end. */
  boolean isEndless() {
    return trace == null
        ? !(arrivals instanceof Arrivals.AtOnce) && maxJobs == null && untilSeconds == null
        : trace.isEndless();
  }
}
