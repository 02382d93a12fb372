package org.edgetwin.agents.pair;

import java.util.Arrays;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.policies.NodeCalendar;
import org.edgetwin.sim.scheduling.ClusterView;

/** The features of the nodes of a pass. */
final class NodeRows {
  private final Roster roster;
  private final NodeCalendar calendar;
  private float[] features = new float[0];
  private double[] reservedGpus = new double[0];
  private boolean[] changed = new boolean[0];

  NodeRows(Roster roster, NodeCalendar calendar) {
    this.roster = roster;
    this.calendar = calendar;
  }

  /** Writes all features of all nodes; nothing is reserved. */
  void begin() {
    int n = roster.nodeCount();
    if (reservedGpus.length < n) {
      features = new float[n * NodeFeature.COUNT];
      reservedGpus = new double[n];
      changed = new boolean[n];
    }
    Arrays.fill(reservedGpus, 0);
    for (int column = 0; column < n; column++) {
      write(column);
    }
  }

  /** More GPUs of a node, or a share of one, are reserved. */
  void reserve(int column, double gpus) {
    reservedGpus[column] += gpus;
    write(column);
  }

  /** Writes the features of one node. */
  void write(int column) {
    NodeView node = roster.node(column);
    ClusterView view = roster.view();
    GpuModel model = roster.groupOf(column).gpuModel();
    int gpus = Math.max(1, node.spec().gpuCount());
    set(column, NodeFeature.LOG_TFLOPS, Math.log(model.fp32Tflops()));
    set(column, NodeFeature.LOG_MEMORY, Math.log(model.memoryGb()));
    set(column, NodeFeature.LOG_GPUS, Math.log1p(node.spec().gpuCount()));
    set(column, NodeFeature.FREE_SHARE, roster.freeGpus(column) / gpus);
    set(column, NodeFeature.RESERVED_SHARE, reservedGpus[column] / gpus);
    double first = Double.POSITIVE_INFINITY;
    double last = 0;
    for (JobView job : calendar.running(node.index())) {
      if (view.plan().holds(job)) {
        double left = roster.untilEnd(job);
        first = Math.min(first, left);
        last = Math.max(last, left);
      }
    }
    set(column, NodeFeature.LOG_FIRST_END, last == 0 ? 0 : Math.log1p(first));
    set(column, NodeFeature.LOG_LAST_END, Math.log1p(last));
    writeBelief(column);
    set(column, NodeFeature.COMMUNITY, roster.groupOf(column).community() ? 1 : 0);
    changed[column] = true;
  }

  private void writeBelief(int column) {
    double mean = 0;
    double sd = 0;
    int known = 0;
    for (int row = 0; row < roster.jobCount(); row++) {
      if (roster.duration(row, column) < Double.POSITIVE_INFINITY) {
        mean += roster.beliefMean(row, column);
        sd += roster.beliefSd(row, column);
        known++;
      }
    }
    set(column, NodeFeature.BELIEF_MEAN, known == 0 ? 0 : mean / known);
    set(column, NodeFeature.BELIEF_SD, known == 0 ? 0 : sd / known);
  }

  private void set(int column, NodeFeature feature, double value) {
    features[column * NodeFeature.COUNT + feature.column()] = (float) value;
  }

  /** {@code float[nodes][NodeFeature.COUNT]}, row-major; maybe longer. */
  float[] features() {
    return features;
  }

  boolean isChanged(int column) {
    return changed[column];
  }

  void clearChanged() {
    Arrays.fill(changed, false);
  }
}
