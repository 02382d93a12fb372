package org.edgetwin.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.edgetwin.gpu.energy.EnergyUse;
import org.edgetwin.sim.metrics.Accounting;
import org.edgetwin.sim.metrics.Economics;
import org.edgetwin.sim.metrics.GroupUsage;
import org.edgetwin.sim.metrics.OperatorResult;
import org.edgetwin.sim.metrics.RunResult;

/**
 * What a run's operators earned, and when electricity was drawn.
 *
 * @param operators highest revenue first; empty unless they were asked for
 * @param hoursOfDay all hours of the day; empty unless electricity changes by the hour
 * @param notice what whoever passes the figures on must say; may be empty
 */
public record Accounts(
    List<OperatorBill> operators, List<HourOfDayBill> hoursOfDay, String notice) {
  /** Of a run without accounts. */
  public static final Accounts NONE = new Accounts(List.of(), List.of(), "");

  /** Asked for by the README of the data. */
  private static final String CARBON_NOTICE =
      "Contains information from Electricity Maps, made available under the Open Database License"
          + " (ODbL)";

  private static final int HOURS_PER_DAY = 24;

  public Accounts {
    operators = List.copyOf(operators);
    hoursOfDay = List.copyOf(hoursOfDay);
  }

  /** The accounts of a run, as far as they were asked for. */
  public static Accounts of(RunResult result, Economics economics) {
    Accounting accounting = economics.accounting();
    if (accounting == null) {
      return NONE;
    }
    boolean profiles =
        result.usage().stream()
            .anyMatch(usage -> accounting.electricity().usesCarbonProfile(usage.region()));
    return new Accounts(
        accounting.operatorsWanted()
            ? OperatorResult.of(result.usage(), economics).stream().map(OperatorBill::of).toList()
            : List.of(),
        accounting.electricity().hourly() ? hoursOfDay(result.usage(), economics) : List.of(),
        profiles ? CARBON_NOTICE : "");
  }

  private static List<HourOfDayBill> hoursOfDay(List<GroupUsage> usageList, Economics economics) {
    EnergyUse[] useByHour = new EnergyUse[HOURS_PER_DAY];
    Arrays.fill(useByHour, EnergyUse.NONE);
    for (GroupUsage usage : usageList) {
      List<EnergyUse> useList = economics.useByHour(usage);
      for (int hour = 0; hour < useList.size(); hour++) {
        int hourOfDay = (economics.accounting().startHour() + hour) % HOURS_PER_DAY;
        useByHour[hourOfDay] = useByHour[hourOfDay].plus(useList.get(hour));
      }
    }
    List<HourOfDayBill> bills = new ArrayList<>();
    for (int hour = 0; hour < HOURS_PER_DAY; hour++) {
      EnergyUse use = useByHour[hour];
      bills.add(new HourOfDayBill(hour, use.kilowattHours(), use.usd(), use.carbonKg()));
    }
    return bills;
  }

  /** Whether there is anything to show. */
  public boolean hasAny() {
    return !operators.isEmpty() || !hoursOfDay.isEmpty();
  }
}
