package org.edgetwin.sim.metrics;

import java.util.Map;
import org.edgetwin.sim.job.JobState;

/** The metrics of the whole run. */
final class RunFigures {
  private static final double SECONDS_PER_HOUR = 3600;
  private static final double MILLI = 1000;
  private static final double BYTES_PER_GB = 1e9;

  private final RunResult result;
  private final Economics economics;

  private int finished;
  private int rejected;
  private int unfinished;
  private long preemptions;
  private double usefulGpuSeconds;
  private double lostGpuSeconds;
  private double costUsd;
  private double lastEndTime = Double.NaN;

  RunFigures(RunResult result, Economics economics) {
    this.result = result;
    this.economics = economics;
    for (JobRecord job : result.jobs()) {
      add(job);
    }
    for (ServiceResult service : result.services()) {
      usefulGpuSeconds += service.readyGpuSeconds();
      lostGpuSeconds += service.heldGpuSeconds() - service.readyGpuSeconds();
      costUsd += service.costUsd();
    }
  }

  private void add(JobRecord job) {
    finished += job.state() == JobState.DONE ? 1 : 0;
    rejected += job.state() == JobState.REJECTED ? 1 : 0;
    unfinished += job.state().isFinal() ? 0 : 1;
    preemptions += job.preemptions();
    costUsd += job.costUsd();
    GangUse gangs = job.gangs();
    if (gangs == null) {
      double gpus = job.gpus() * job.milliPerGpu() / MILLI;
      double usefulSeconds = job.runningSeconds() - job.lostSeconds();
      usefulGpuSeconds += gpus * usefulSeconds;
      lostGpuSeconds += gpus * (job.heldSeconds() - usefulSeconds);
    } else {
      usefulGpuSeconds += gangs.usefulGpuSeconds();
      lostGpuSeconds += gangs.heldGpuSeconds() - gangs.usefulGpuSeconds();
    }
    if (job.state().isFinal() && job.starts() > 0 && !(job.endTime() <= lastEndTime)) {
      lastEndTime = job.endTime();
    }
  }

  void putInto(Map<Metric, Double> values) {
    putCounts(values);
    double upGpuSeconds = 0;
    double heldGpuSeconds = 0;
    double energyKwh = 0;
    double carbonKg = 0;
    for (GroupUsage usage : result.usage()) {
      upGpuSeconds += usage.upGpuSeconds();
      heldGpuSeconds += usage.heldGpuSeconds();
      if (usage.upGpuSeconds() > 0) {
        energyKwh += economics.energyKwh(usage);
        carbonKg += economics.carbonKg(usage);
      }
    }
    values.put(Metric.GPU_ALLOCATED_RATIO, ratio(heldGpuSeconds, upGpuSeconds));
    values.put(Metric.GPU_USEFUL_RATIO, ratio(usefulGpuSeconds, upGpuSeconds));
    values.put(Metric.FRAGMENTATION_RATIO, ratio(result.strandedGpuSeconds(), upGpuSeconds));
    values.put(Metric.GPU_HOURS_LOST, lostGpuSeconds / SECONDS_PER_HOUR);
    values.put(Metric.MAKESPAN_S, unfinished > 0 ? result.endTime() : lastEndTime);
    values.put(Metric.COST_USD, costUsd);
    putTraffic(values);
    values.put(Metric.ENERGY_KWH, energyKwh);
    values.put(Metric.CARBON_KG, carbonKg);
    if (economics.accounting() != null) {
      putAccounts(values);
    }
    if (result.demandCurve() != null) {
      putDemand(values, result.demandCurve());
    }
    values.put(Metric.ACTIONS_DROPPED, result.droppedActions());
    values.put(Metric.EVENTS, (double) result.events());
  }

  private static void putDemand(Map<Metric, Double> values, DemandCurve curve) {
    if (curve.reachesFull()) {
      values.put(Metric.ALLOCATION_AT_100_RATIO, curve.allocated()[DemandCurve.FULL]);
      values.put(Metric.FRAGMENTATION_AT_100_RATIO, curve.fragmented()[DemandCurve.FULL]);
    }
    if (curve.size() > 0) {
      int last = curve.size() - 1;
      values.put(Metric.ALLOCATION_AT_END_RATIO, curve.allocated()[last]);
      values.put(Metric.FRAGMENTATION_AT_END_RATIO, curve.fragmented()[last]);
    }
  }

  private void putAccounts(Map<Metric, Double> values) {
    double electricityUsd = 0;
    double revenueUsd = 0;
    double profitUsd = 0;
    for (OperatorResult operator : OperatorResult.of(result.usage(), economics)) {
      electricityUsd += operator.account().energy().usd();
      revenueUsd += operator.revenueUsd();
      profitUsd += operator.profitUsd();
    }
    values.put(Metric.ELECTRICITY_USD, electricityUsd);
    values.put(Metric.REVENUE_USD, revenueUsd);
    values.put(Metric.PROFIT_USD, profitUsd);
  }

  private void putCounts(Map<Metric, Double> values) {
    int submitted = result.jobs().size();
    values.put(Metric.JOBS_SUBMITTED, (double) submitted);
    values.put(Metric.JOBS_FINISHED, (double) finished);
    values.put(Metric.JOBS_REJECTED, (double) rejected);
    values.put(Metric.JOBS_UNFINISHED, (double) unfinished);
    values.put(Metric.JOBS_FAILED, (double) (submitted - finished - rejected - unfinished));
    values.put(Metric.PREEMPTIONS, (double) preemptions);
  }

  private void putTraffic(Map<Metric, Double> values) {
    double bytes = 0;
    double usd = 0;
    for (JobRecord job : result.jobs()) {
      bytes += job.traffic().movedBytes();
      usd += job.traffic().egressUsd();
    }
    for (ServiceResult service : result.services()) {
      bytes += service.traffic().movedBytes();
      usd += service.traffic().egressUsd();
    }
    boolean known = !result.jobs().isEmpty() || !result.services().isEmpty();
    values.put(Metric.MOVED_GB, known ? bytes / BYTES_PER_GB : Double.NaN);
    values.put(Metric.EGRESS_USD, known ? usd : Double.NaN);
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? Double.NaN : part / whole;
  }
}
