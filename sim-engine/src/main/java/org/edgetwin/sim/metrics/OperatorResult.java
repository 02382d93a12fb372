package org.edgetwin.sim.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.energy.EnergyUse;
import org.edgetwin.gpu.energy.OperatorAccount;

/**
 * What one operator of nodes had, sold and spent over a run.
 *
 * @param operator its name
 * @param gpus GPUs of its nodes, up or not
 * @param upGpuHours GPU-hours that its nodes were up
 * @param rentedGpuHours GPU-hours that jobs held
 * @param account what jobs paid and what its electricity was
 * @param keptShare what it gets of what jobs paid
 */
public record OperatorResult(
    String operator,
    int gpus,
    double upGpuHours,
    double rentedGpuHours,
    OperatorAccount account,
    double keptShare) {
  private static final double SECONDS_PER_HOUR = 3600;

  /**
   * The results of all operators, highest revenue first, then by name. With a sum over operators of
   * what jobs paid, every bill of a job is counted once.
   */
  public static List<OperatorResult> of(List<GroupUsage> usageList, Economics economics) {
    double keptShare = economics.accounting() == null ? 1 : economics.accounting().keptShare();
    Map<String, OperatorResult> resultByOperator = new LinkedHashMap<>();
    for (GroupUsage usage : usageList) {
      resultByOperator.merge(
          usage.operator(), of(usage, economics, keptShare), OperatorResult::plus);
    }
    List<OperatorResult> results = new ArrayList<>(resultByOperator.values());
    results.sort(
        Comparator.comparingDouble(OperatorResult::revenueUsd)
            .reversed()
            .thenComparing(OperatorResult::operator));
    return results;
  }

  private static OperatorResult of(GroupUsage usage, Economics economics, double keptShare) {
    EnergyUse energy = usage.upGpuSeconds() > 0 ? economics.use(usage) : EnergyUse.NONE;
    return new OperatorResult(
        usage.operator(),
        usage.gpus(),
        usage.upGpuSeconds() / SECONDS_PER_HOUR,
        usage.heldGpuSeconds() / SECONDS_PER_HOUR,
        new OperatorAccount(usage.rentUsd(), usage.callsUsd(), energy),
        keptShare);
  }

  private OperatorResult plus(OperatorResult other) {
    return new OperatorResult(
        operator,
        gpus + other.gpus,
        upGpuHours + other.upGpuHours,
        rentedGpuHours + other.rentedGpuHours,
        account.plus(other.account),
        keptShare);
  }

  /** What it gets of what jobs paid, USD. */
  public double revenueUsd() {
    return keptShare * account.paidUsd();
  }

  /** What is left of it after electricity, USD. */
  public double profitUsd() {
    return account.profitUsd(keptShare);
  }
}
