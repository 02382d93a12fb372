package org.edgetwin.agents.pair;

import java.util.Arrays;
import org.edgetwin.sim.belief.Prediction;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.policies.LearnedOutlook;
import org.edgetwin.sim.scheduling.ClusterView;

/**
 * The jobs (rows) and nodes (columns) of one decision pass, and how long each job is predicted to
 * take on each node. Durations hold for the whole pass: they are what is expected with the
 * neighbours that were there when it began.
 */
final class Roster {
  /**
   * Longer than a year is as good as for ever, seconds: replicas of services do not end by
   * themselves, and logarithms of their work would drown everything else.
   */
  static final double FOR_EVER = 365 * 86_400.0;

  private final LearnedOutlook outlook;
  private ClusterView view;
  private int jobCount;
  private int nodeCount;
  private int[] ids = new int[16];
  private JobView[] jobs = new JobView[16];
  private NodeView[] nodes = new NodeView[0];
  private NodeGroupView[] groups = new NodeGroupView[0];
  private double[] durations = new double[0];
  private double[] beliefMeans = new double[0];
  private double[] beliefSds = new double[0];
  private double[] logRetained = new double[0];
  private double[] logSpeeds = new double[0];
  private double[] bestDurations = new double[0];
  private double[] meanDurations = new double[0];
  private double[] meanLogSpeeds = new double[0];

  Roster(LearnedOutlook outlook) {
    this.outlook = outlook;
  }

  /** Fills it with the jobs in the system, in order of submission, and the usable nodes. */
  void fill(ClusterView clusterView) {
    view = clusterView;
    jobCount = 0;
    view.forEachQueued(this::add);
    view.forEachRunning(this::add);
    Arrays.sort(ids, 0, jobCount);
    fillNodes();
    int cells = jobCount * nodeCount;
    if (cells > durations.length) {
      int size = 2 * cells;
      durations = new double[size];
      beliefMeans = new double[size];
      beliefSds = new double[size];
      logRetained = new double[size];
      logSpeeds = new double[size];
    }
    if (jobs.length < ids.length) {
      jobs = new JobView[ids.length];
    }
    if (bestDurations.length < ids.length) {
      bestDurations = new double[ids.length];
      meanDurations = new double[ids.length];
      meanLogSpeeds = new double[ids.length];
    }
    for (int row = 0; row < jobCount; row++) {
      jobs[row] = view.job(ids[row]);
      fillRow(row);
    }
  }

  private void add(int id) {
    if (jobCount == ids.length) {
      ids = Arrays.copyOf(ids, 2 * jobCount);
    }
    ids[jobCount++] = id;
  }

  private void fillNodes() {
    int count = 0;
    for (int g = 0; g < view.groupCount(); g++) {
      count += view.group(g).nodeCount();
    }
    if (count > nodes.length) {
      nodes = new NodeView[count];
      groups = new NodeGroupView[count];
    }
    nodeCount = count;
    int at = 0;
    for (int g = 0; g < view.groupCount(); g++) {
      NodeGroupView group = view.group(g);
      for (int i = 0; i < group.nodeCount(); i++) {
        nodes[at] = view.fleet().node(group.node(i));
        groups[at++] = group;
      }
    }
  }

  private void fillRow(int row) {
    JobView job = jobs[row];
    boolean fitsNodes = job.gpus() > 0;
    double best = Double.POSITIVE_INFINITY;
    double sum = 0;
    double logSpeedSum = 0;
    int accepted = 0;
    int at = row * nodeCount;
    NodeGroupView group = null;
    double plain = 0;
    double logSpeed = 0;
    for (int column = 0; column < nodeCount; column++, at++) {
      if (groups[column] != group) {
        group = groups[column];
        boolean accepts =
            fitsNodes
                && job.gpus() <= group.maxGpusPerNode()
                && view.plan().accepts(job, group.index());
        double speed = accepts ? view.predictedSpeed(job, group, false) : 0;
        plain = speed > 0 ? view.predictedDuration(job, group, false) : Double.POSITIVE_INFINITY;
        logSpeed = Math.log(speed);
      }
      NodeView node = nodes[column];
      durations[at] = Double.POSITIVE_INFINITY;
      if (plain == Double.POSITIVE_INFINITY || node.spec().gpuCount() < job.gpus()) {
        continue;
      }
      Prediction belief = outlook.predict(job, node.index(), view);
      double retained = view.hostRetained(job, node.index());
      beliefMeans[at] = belief.mean();
      beliefSds[at] = belief.sd();
      logRetained[at] = Math.log(retained);
      logSpeeds[at] = logSpeed;
      double duration = Math.min(FOR_EVER, plain * Math.exp(belief.mean()) / retained);
      durations[at] = duration;
      best = Math.min(best, duration);
      sum += duration;
      logSpeedSum += logSpeed;
      accepted++;
    }
    bestDurations[row] = best;
    meanDurations[row] = accepted == 0 ? Double.POSITIVE_INFINITY : sum / accepted;
    meanLogSpeeds[row] = accepted == 0 ? 0 : logSpeedSum / accepted;
  }

  ClusterView view() {
    return view;
  }

  int jobCount() {
    return jobCount;
  }

  int nodeCount() {
    return nodeCount;
  }

  JobView job(int row) {
    return jobs[row];
  }

  /** Predicted work of a job, reference seconds. */
  double work(JobView job) {
    return Math.min(FOR_EVER, view.predictedWork(job));
  }

  /** Predicted work left of a job, reference seconds. */
  double remaining(JobView job) {
    return Math.min(FOR_EVER, view.predictedRemaining(job));
  }

  /** Seconds until a running job is predicted to end. */
  double untilEnd(JobView job) {
    return Math.min(FOR_EVER, view.predictedEnd(job) - view.now());
  }

  /** Whether a job ends by itself. */
  boolean ends(JobView job) {
    return view.predictedRemaining(job) < FOR_EVER;
  }

  /** The row of a job, or negative. */
  int rowOf(int id) {
    return Arrays.binarySearch(ids, 0, jobCount, id);
  }

  NodeView node(int column) {
    return nodes[column];
  }

  /** GPUs of a node that are free in the plan, shares counted as such. */
  double freeGpus(int column) {
    NodeView node = nodes[column];
    int milli = 0;
    if (!view.wholeGpusOnly() && node.state() == NodeState.UP) {
      for (int gpu = 0; gpu < node.spec().gpuCount(); gpu++) {
        milli += node.residentCount(gpu) > 0 ? node.freeMilli(gpu) : 0;
      }
    }
    return node.freeGpus() + (double) milli / Demand.WHOLE_GPU;
  }

  NodeGroupView groupOf(int column) {
    return groups[column];
  }

  /** The column of a node, or -1. */
  int columnOf(int node) {
    for (int column = 0; column < nodeCount; column++) {
      if (nodes[column].index() == node) {
        return column;
      }
    }
    return -1;
  }

  /**
   * Seconds from a start now on GPUs of its own, restart included; infinite where the job cannot
   * run alone.
   */
  double duration(int row, int column) {
    return durations[row * nodeCount + column];
  }

  double beliefMean(int row, int column) {
    return beliefMeans[row * nodeCount + column];
  }

  double beliefSd(int row, int column) {
    return beliefSds[row * nodeCount + column];
  }

  /** Log of the speed that neighbours leave. */
  double logRetained(int row, int column) {
    return logRetained[row * nodeCount + column];
  }

  /** Log speed, less the mean over the nodes that accept the job. */
  double advantage(int row, int column) {
    return logSpeeds[row * nodeCount + column] - meanLogSpeeds[row];
  }

  /** The shortest duration on any node; infinite if no single node can host the job. */
  double bestDuration(int row) {
    return bestDurations[row];
  }

  double meanDuration(int row) {
    return meanDurations[row];
  }
}
