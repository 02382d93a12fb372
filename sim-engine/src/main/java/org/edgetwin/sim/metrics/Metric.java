package org.edgetwin.sim.metrics;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every figure that a run is judged by, each with one definition. The keys are part of the output
 * format; {@code docs/reference/metrics.md} is written from this enum.
 *
 * <p>Percentiles interpolate linearly between order statistics (type 7 of [hyndman1996], the
 * default of R and NumPy). A figure that is undefined for a run is NaN here and null in JSON.
 */
public enum Metric {
  JCT_MEAN_S(
      "jct_mean_s",
      "s",
      Better.LOWER,
      Scope.MEASURED_JOBS,
      "Mean job completion time, end - submit, over the jobs that ended well (DONE)."),
  JCT_P50_S(
      "jct_p50_s", "s", Better.LOWER, Scope.MEASURED_JOBS, "Median of the job completion times."),
  JCT_P95_S(
      "jct_p95_s",
      "s",
      Better.LOWER,
      Scope.MEASURED_JOBS,
      "95th percentile of the job completion times."),
  JCT_P99_S(
      "jct_p99_s",
      "s",
      Better.LOWER,
      Scope.MEASURED_JOBS,
      "99th percentile of the job completion times."),
  WAIT_MEAN_S(
      "wait_mean_s",
      "s",
      Better.LOWER,
      Scope.MEASURED_JOBS,
      "Mean wait, first start - submit, over the jobs that started. Waits after a preemption or a"
          + " failure are not in it; they are in the completion time."),
  WAIT_P95_S("wait_p95_s", "s", Better.LOWER, Scope.MEASURED_JOBS, "95th percentile of the waits."),
  STAGING_MEAN_S(
      "staging_mean_s",
      "s",
      Better.LOWER,
      Scope.MEASURED_JOBS,
      "Mean time with GPUs held while data was on its way, all attempts together, over the jobs"
          + " that started. Undefined without a network."),
  SLOWDOWN_MEAN(
      "slowdown_mean",
      "1",
      Better.LOWER,
      Scope.MEASURED_JOBS,
      "Mean of completion time / work over DONE jobs with work > 0. Work is the time on an"
          + " undisturbed gang of reference GPUs, so the figure is below 1 for a job that ran on"
          + " faster GPUs. The time on the GPUs it got is not used: a slow GPU would then improve"
          + " the figure."),
  BOUNDED_SLOWDOWN_MEAN(
      "bounded_slowdown_mean",
      "1",
      Better.LOWER,
      Scope.MEASURED_JOBS,
      "Mean of max(1, completion time / max(work, 10 s)) over DONE jobs."),
  BOUNDED_SLOWDOWN_600_MEAN(
      "bounded_slowdown_600_mean",
      "1",
      Better.LOWER,
      Scope.MEASURED_JOBS,
      "Mean of max(1, completion time / max(work, 600 s)) over DONE jobs."),
  MAKESPAN_S(
      "makespan_s",
      "s",
      Better.LOWER,
      Scope.WHOLE_RUN,
      "Time from the start of the run (clock 0) to the last end of a job that had started. With"
          + " unfinished jobs: the time at which the run stopped, a lower bound."),
  GPU_ALLOCATED_RATIO(
      "gpu_allocated_ratio",
      "1",
      Better.HIGHER,
      Scope.WHOLE_RUN,
      "GPU-seconds held by jobs / GPU-seconds of nodes that were up, from clock 0 to the end of the"
          + " run. A share of a GPU counts as that share."),
  GPU_USEFUL_RATIO(
      "gpu_useful_ratio",
      "1",
      Better.HIGHER,
      Scope.WHOLE_RUN,
      "GPU-seconds of progress that was kept (running time - running time whose progress was lost)"
          + " / GPU-seconds of nodes that were up."),
  FRAGMENTATION_RATIO(
      "fragmentation_ratio",
      "1",
      Better.LOWER,
      Scope.WHOLE_RUN,
      "GPU-seconds that stood wholly free on nodes that were up while a job that may use them was"
          + " queued / GPU-seconds of nodes that were up."),
  ALLOCATION_AT_100_RATIO(
      "allocation_at_100_ratio",
      "1",
      Better.HIGHER,
      Scope.WHOLE_RUN,
      "GPUs that jobs held once 100 % of the fleet's GPUs had been asked for / GPUs of the fleet; a"
          + " share of a GPU counts as that share. Only where a scenario asks for the curve over"
          + " demand, and its jobs ask for so much."),
  ALLOCATION_AT_END_RATIO(
      "allocation_at_end_ratio",
      "1",
      Better.HIGHER,
      Scope.WHOLE_RUN,
      "The same at the last full percent of the fleet's GPUs that was asked for."),
  FRAGMENTATION_AT_100_RATIO(
      "fragmentation_at_100_ratio",
      "1",
      Better.LOWER,
      Scope.WHOLE_RUN,
      "Idle GPU share that a typical job of the run cannot use [fgd], in the mean over typical jobs,"
          + " once 100 % of the fleet's GPUs had been asked for / GPUs of the fleet. See"
          + " docs/schedulers/packing.md."),
  FRAGMENTATION_AT_END_RATIO(
      "fragmentation_at_end_ratio",
      "1",
      Better.LOWER,
      Scope.WHOLE_RUN,
      "The same at the last full percent of the fleet's GPUs that was asked for."),
  JOBS_SUBMITTED(
      "jobs_submitted",
      "jobs",
      Better.NEITHER,
      Scope.WHOLE_RUN,
      "Jobs submitted. Equal to finished + failed + rejected + unfinished."),
  JOBS_FINISHED("jobs_finished", "jobs", Better.HIGHER, Scope.WHOLE_RUN, "Jobs that ended DONE."),
  JOBS_FAILED(
      "jobs_failed",
      "jobs",
      Better.LOWER,
      Scope.WHOLE_RUN,
      "Jobs that ended without finishing: lost their machine once more than their retries allow,"
          + " were killed at their limit, or were cancelled by a scheduler."),
  JOBS_REJECTED(
      "jobs_rejected",
      "jobs",
      Better.LOWER,
      Scope.WHOLE_RUN,
      "Jobs that could never run on this fleet, even if it were empty."),
  JOBS_UNFINISHED(
      "jobs_unfinished",
      "jobs",
      Better.LOWER,
      Scope.WHOLE_RUN,
      "Jobs still queued or running when the run stopped. They are in no completion time: read"
          + " those beside this count."),
  PREEMPTIONS(
      "preemptions",
      "1",
      Better.LOWER,
      Scope.WHOLE_RUN,
      "How often a scheduler took a running job off its GPUs; a migration counts once."),
  GPU_HOURS_LOST(
      "gpu_hours_lost",
      "GPU h",
      Better.LOWER,
      Scope.WHOLE_RUN,
      "GPU-hours held without lasting progress: running time whose progress was lost, plus time"
          + " with GPUs held but not running (staging, restarts and checkpoints). With gpu_useful_ratio it"
          + " adds up to gpu_allocated_ratio."),
  COST_USD(
      "cost_usd",
      "USD",
      Better.LOWER,
      Scope.WHOLE_RUN,
      "What all jobs paid for the GPUs they held, at the price of the node group per GPU and hour,"
          + " jobs that failed or did not finish included; for jobs that pay by the call, their price"
          + " if they are done."),
  EGRESS_USD(
      "egress_usd",
      "USD",
      Better.LOWER,
      Scope.WHOLE_RUN,
      "What clouds charged for the bytes that left them; not part of cost_usd. Undefined without a"
          + " network."),
  MOVED_GB(
      "moved_gb",
      "GB",
      Better.LOWER,
      Scope.WHOLE_RUN,
      "Bytes moved between places, 10^9 each: data, weights of services and checkpoints that came"
          + " to machines, checkpoints and results that left them. Undefined without a network."),
  ENERGY_KWH(
      "energy_kwh",
      "kWh",
      Better.LOWER,
      Scope.WHOLE_RUN,
      "Electricity drawn from the grid by nodes that were up, cooling included (PUE): GPUs idle or"
          + " held, and their hosts. See docs/metrics.md for the power model."),
  CARBON_KG(
      "carbon_kg",
      "kg CO2e",
      Better.LOWER,
      Scope.WHOLE_RUN,
      "Energy of each region x yearly average intensity of its grid, or hour by hour if the scenario"
          + " says so. Undefined if the intensity of a region with GPUs is unknown."),
  ELECTRICITY_USD(
      "electricity_usd",
      "USD",
      Better.LOWER,
      Scope.WHOLE_RUN,
      "What that energy cost at the wholesale price of each region's electricity, its yearly average"
          + " or hour by hour. Only where the scenario asks for accounts."),
  REVENUE_USD(
      "revenue_usd",
      "USD",
      Better.NEITHER,
      Scope.WHOLE_RUN,
      "What the operators of the nodes got of what jobs paid: kept share x cost_usd. Only where the"
          + " scenario asks for accounts."),
  PROFIT_USD(
      "profit_usd",
      "USD",
      Better.HIGHER,
      Scope.WHOLE_RUN,
      "revenue_usd - electricity_usd, the sum over all operators. Hardware, space and people are not"
          + " in it. Only where the scenario asks for accounts."),
  JAIN_FAIRNESS_WAIT(
      "jain_fairness_wait",
      "1",
      Better.HIGHER,
      Scope.MEASURED_JOBS,
      "Jain's index (sum w)^2 / (n sum w^2) [jain1984] of the waits of jobs that were not rejected;"
          + " for a job that has not started, the wait until it was cancelled or the run stopped."
          + " 1 = all wait alike (also if nobody waits), 1/n = one job does all the waiting."),
  DEADLINE_MISS_RATIO(
      "deadline_miss_ratio",
      "1",
      Better.LOWER,
      Scope.MEASURED_JOBS,
      "Share of missed deadlines among the jobs with a deadline whose outcome is known: missed if"
          + " DONE after it, failed, cancelled, rejected, or unfinished with the deadline past."
          + " Undefined if there are none."),
  DECISION_P99_US(
      "decision_p99_us",
      "us",
      Better.LOWER,
      Scope.WALL_CLOCK,
      "99th percentile of the wall-clock time of a scheduling decision; every 8th is measured."),
  ACTIONS_DROPPED(
      "actions_dropped",
      "1",
      Better.NEITHER,
      Scope.WHOLE_RUN,
      "Actions that had become impossible when the time that their decision took was over. Only"
          + " where decisions take time."),
  SOLVES(
      "solves",
      "1",
      Better.NEITHER,
      Scope.WHOLE_RUN,
      "Linear and integer programs and matchings that the scheduler solved. Only where it solves"
          + " any."),
  SOLVER_GAP(
      "solver_gap",
      "1",
      Better.LOWER,
      Scope.WHOLE_RUN,
      "Largest gap of their solutions: how much better the best one may be at most, relative; 0 if"
          + " all were optimal, 1 if one is not known. Only where the scheduler solves programs."),
  SOLVER_S(
      "solver_s",
      "s",
      Better.LOWER,
      Scope.WALL_CLOCK,
      "Wall-clock time in the solver, of all solves. Only where the scheduler solves programs."),
  EVENTS("events", "1", Better.NEITHER, Scope.WHOLE_RUN, "Events that the simulation executed."),
  WALL_S(
      "wall_s",
      "s",
      Better.NEITHER,
      Scope.WALL_CLOCK,
      "Wall-clock time of the simulation, from the first event to the last.");

  private static final Map<String, Metric> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toMap(Metric::key, Function.identity()));

  /** Which direction is an improvement. */
  public enum Better {
    LOWER,
    HIGHER,
    NEITHER
  }

  /** What a figure is computed over. */
  public enum Scope {
    /** Jobs submitted after the warm-up. */
    MEASURED_JOBS("measured jobs"),
    /** All jobs and all time from clock 0, whatever the warm-up. */
    WHOLE_RUN("whole run"),
    /** The machine that simulates. Differs from run to run, so never compared byte by byte. */
    WALL_CLOCK("wall clock");

    private final String label;

    Scope(String label) {
      this.label = label;
    }

    /** In words. */
    public String label() {
      return label;
    }
  }

  private final String key;
  private final String unit;
  private final Better better;
  private final Scope scope;
  private final String definition;

  Metric(String key, String unit, Better better, Scope scope, String definition) {
    this.key = key;
    this.unit = unit;
    this.better = better;
    this.scope = scope;
    this.definition = definition;
  }

  /** Its name in output files. */
  public String key() {
    return key;
  }

  /** Its unit; {@code "1"} for a ratio or a count of happenings. */
  public String unit() {
    return unit;
  }

  public Better better() {
    return better;
  }

  public Scope scope() {
    return scope;
  }

  /** Its definition, a few sentences. */
  public String definition() {
    return definition;
  }

  /** Whether it is only told where a run has it: of what a scenario must ask for. */
  public boolean optional() {
    return switch (this) {
      case STAGING_MEAN_S,
          ALLOCATION_AT_100_RATIO,
          ALLOCATION_AT_END_RATIO,
          FRAGMENTATION_AT_100_RATIO,
          FRAGMENTATION_AT_END_RATIO,
          EGRESS_USD,
          MOVED_GB,
          ELECTRICITY_USD,
          REVENUE_USD,
          PROFIT_USD,
          ACTIONS_DROPPED,
          SOLVES,
          SOLVER_GAP,
          SOLVER_S ->
          true;
      default -> false;
    };
  }

  /** Whether equal seeds give equal values. */
  public boolean deterministic() {
    return scope != Scope.WALL_CLOCK;
  }

  /** The metric with that key. */
  public static Optional<Metric> find(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }
}
