package org.edgetwin.reports.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.edgetwin.reports.NodeGroupBill;

/**
 * The bills of several node groups together.
 *
 * @param name what they have in common
 * @param carbonKg NaN if it is unknown for one of them
 */
record Bill(
    String name,
    int nodes,
    int gpus,
    double upGpuSeconds,
    double heldGpuSeconds,
    double costUsd,
    double energyKwh,
    double carbonKg) {

  static Bill sum(String name, Collection<NodeGroupBill> groups) {
    return new Bill(
        name,
        groups.stream().mapToInt(NodeGroupBill::nodes).sum(),
        groups.stream().mapToInt(NodeGroupBill::gpus).sum(),
        groups.stream().mapToDouble(NodeGroupBill::upGpuSeconds).sum(),
        groups.stream().mapToDouble(NodeGroupBill::heldGpuSeconds).sum(),
        groups.stream().mapToDouble(NodeGroupBill::costUsd).sum(),
        groups.stream().mapToDouble(NodeGroupBill::energyKwh).sum(),
        groups.stream().mapToDouble(NodeGroupBill::carbonKg).sum());
  }

  /** Bills by something, most expensive first, then largest. */
  static List<Bill> by(Collection<NodeGroupBill> groups, Function<NodeGroupBill, String> key) {
    Map<String, List<NodeGroupBill>> groupsByName = new TreeMap<>();
    for (NodeGroupBill group : groups) {
      groupsByName.computeIfAbsent(key.apply(group), name -> new ArrayList<>()).add(group);
    }
    List<Bill> bills = new ArrayList<>();
    groupsByName.forEach((name, members) -> bills.add(sum(name, members)));
    bills.sort(Comparator.comparingDouble(Bill::costUsd).thenComparingInt(Bill::gpus).reversed());
    return bills;
  }

  double heldShare() {
    return heldGpuSeconds / upGpuSeconds;
  }

  double heldGpuHours() {
    return heldGpuSeconds / 3600;
  }
}
