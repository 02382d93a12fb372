package org.edgetwin.reports.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.edgetwin.reports.NodeGroupBill;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.sim.metrics.Attempt;

/**
 * How full every node was over time, from the attempts of jobs; neighbouring nodes of a group are
 * put together until few enough rows are left.
 *
 * <p>Limit: nodes that no job ever ran on do not occur in attempts and are not shown.
 */
final class NodeShares {
  private static final double WHOLE = 1000;

  private final RunRecords run;
  private final double binSeconds;
  private final TreeMap<NodePlace, double[]> heldByNode = new TreeMap<>();
  private final List<String> nameList = new ArrayList<>();
  private final List<double[]> shareList = new ArrayList<>();

  private record NodePlace(int group, int node) implements Comparable<NodePlace> {
    private static final Comparator<NodePlace> ORDER =
        Comparator.comparingInt(NodePlace::group).thenComparingInt(NodePlace::node);

    @Override
    public int compareTo(NodePlace other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * @param bins columns of the map
   * @param mostRows largest number of rows
   */
  NodeShares(RunRecords run, int bins, int mostRows) {
    this.run = run;
    this.binSeconds = run.endTime() / bins;
    for (Attempt attempt : run.attempts()) {
      for (int i = 0; i < attempt.nodes().length; i++) {
        add(attempt, i, bins);
      }
    }
    int nodesPerRow = 1;
    while (rows(nodesPerRow) > mostRows && nodesPerRow < heldByNode.size()) {
      nodesPerRow++;
    }
    join(nodesPerRow, bins);
  }

  private void add(Attempt attempt, int i, int bins) {
    NodePlace place = new NodePlace(attempt.group(), attempt.nodes()[i]);
    double[] held = heldByNode.computeIfAbsent(place, p -> new double[bins]);
    double gpus = Long.bitCount(attempt.gpuMasks()[i]) * attempt.milliPerGpu() / WHOLE;
    int first = (int) Math.min(bins - 1, attempt.startTime() / binSeconds);
    int last = (int) Math.min(bins - 1, attempt.endTime() / binSeconds);
    for (int bin = first; bin <= last; bin++) {
      double from = Math.max(attempt.startTime(), bin * binSeconds);
      double to = Math.min(attempt.endTime(), (bin + 1) * binSeconds);
      held[bin] += gpus * Math.max(0, to - from);
    }
  }

  private int rows(int nodesPerRow) {
    TreeMap<Integer, Integer> nodesByGroup = new TreeMap<>();
    heldByNode.keySet().forEach(p -> nodesByGroup.merge(p.group(), 1, Integer::sum));
    return nodesByGroup.values().stream()
        .mapToInt(nodes -> (nodes + nodesPerRow - 1) / nodesPerRow)
        .sum();
  }

  private void join(int nodesPerRow, int bins) {
    List<NodePlace> places = List.copyOf(heldByNode.keySet());
    int start = 0;
    while (start < places.size()) {
      int end = start + 1;
      while (end < places.size()
          && end - start < nodesPerRow
          && places.get(end).group() == places.get(start).group()) {
        end++;
      }
      addRow(places.subList(start, end), bins);
      start = end;
    }
  }

  private void addRow(List<NodePlace> nodes, int bins) {
    NodeGroupBill group = run.groups().get(nodes.get(0).group());
    double gpus = nodes.size() * (double) group.gpus() / Math.max(1, group.nodes());
    double[] shares = new double[bins];
    for (NodePlace node : nodes) {
      double[] held = heldByNode.get(node);
      for (int bin = 0; bin < bins; bin++) {
        shares[bin] += held[bin] / (gpus * binSeconds);
      }
    }
    int first = nodes.get(0).node();
    int last = nodes.get(nodes.size() - 1).node();
    String which = first == last ? "node " + first : "nodes " + first + "–" + last;
    nameList.add(group.gpuModel() + ", " + which);
    shareList.add(shares);
  }

  /** Number of nodes that ran a job. */
  int nodes() {
    return heldByNode.size();
  }

  double binSeconds() {
    return binSeconds;
  }

  List<String> names() {
    return List.copyOf(nameList);
  }

  double[][] shares() {
    return shareList.toArray(double[][]::new);
  }
}
