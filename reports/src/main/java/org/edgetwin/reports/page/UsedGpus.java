package org.edgetwin.reports.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.edgetwin.reports.NodeGroupBill;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.sim.metrics.SeriesColumns;

/** GPUs of the node groups that have something in common, held and up over time. */
final class UsedGpus {
  private final String name;
  private int gpus;
  private final double[] held;
  private final double[] up;

  private UsedGpus(String name, int bins) {
    this.name = name;
    held = new double[bins];
    up = new double[bins];
  }

  String name() {
    return name;
  }

  int gpus() {
    return gpus;
  }

  double[] held() {
    return held.clone();
  }

  double[] up() {
    return up.clone();
  }

  /** Share of the GPUs that were up which jobs held, by bin; NaN where none was up. */
  double[] shares() {
    double[] shares = new double[held.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = up[i] > 0 ? held[i] / up[i] : Double.NaN;
    }
    return shares;
  }

  /** All GPUs of a run. */
  static UsedGpus all(String name, RunRecords run, Bins bins) {
    return by(run, bins, group -> name, 1).get(0);
  }

  /**
   * GPUs by something, largest first.
   *
   * @param most largest number of entries; the smallest are summed up in the last
   */
  static List<UsedGpus> by(
      RunRecords run, Bins bins, Function<NodeGroupBill, String> key, int most) {
    Map<String, UsedGpus> byName = new TreeMap<>();
    for (NodeGroupBill group : run.groups()) {
      byName
          .computeIfAbsent(key.apply(group), name -> new UsedGpus(name, bins.count()))
          .add(group, bins);
    }
    List<UsedGpus> all = new ArrayList<>(byName.values());
    all.sort(Comparator.comparingInt(UsedGpus::gpus).reversed());
    return all.size() <= most ? all : withOther(all, most, bins);
  }

  private static List<UsedGpus> withOther(List<UsedGpus> all, int most, Bins bins) {
    List<UsedGpus> shown = new ArrayList<>(all.subList(0, most - 1));
    UsedGpus other = new UsedGpus((all.size() - most + 1) + " others", bins.count());
    all.subList(most - 1, all.size()).forEach(other::add);
    shown.add(other);
    return shown;
  }

  private void add(NodeGroupBill group, Bins bins) {
    gpus += group.gpus();
    sum(held, bins.averages(SeriesColumns.heldGpus(group.group())));
    sum(up, bins.averages(SeriesColumns.upGpus(group.group())));
  }

  private void add(UsedGpus part) {
    gpus += part.gpus;
    sum(held, part.held);
    sum(up, part.up);
  }

  private static void sum(double[] total, double[] part) {
    for (int i = 0; i < total.length; i++) {
      total[i] += part[i];
    }
  }
}
