package org.edgetwin.reports.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.edgetwin.reports.Accounts;
import org.edgetwin.reports.NodeGroupBill;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.Attempt;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.SeriesColumns;
import org.edgetwin.sim.metrics.TimeSeries;
import umontreal.ssj.rng.RandomStream;

/**
 * Records that look like those of a run, made by putting random jobs on the GPUs that free up
 * first.
 */
public final class SampleRun {
  private static final int MAX_INTERVALS = 1024;
  private static final double LATE_SHARE = 0.002;

  private final SampleShape shape;
  private final RandomStream random;
  private final double[][][] freeTime;
  private final List<JobRecord> jobs = new ArrayList<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private double lastEnd = 1;

  public SampleRun(SampleShape shape, long seed) {
    this.shape = shape;
    random = new Streams(seed, 1).stream("sample");
    freeTime = new double[shape.groups()][shape.nodesPerGroup()][shape.gpusPerNode()];
    double clock = 0;
    for (int id = 0; id < shape.jobs(); id++) {
      clock -= Math.log(1 - random.nextDouble()) * shape.meanGapSeconds();
      addJob(id, clock);
    }
  }

  public RunRecords records() {
    return new RunRecords(
        jobs,
        shape.keepsAttempts() ? attempts : List.of(),
        bills(),
        series(),
        virtualClusters(),
        lastEnd,
        Accounts.NONE);
  }

  private List<String> virtualClusters() {
    List<String> names = new ArrayList<>();
    for (int vc = 0; vc < shape.virtualClusters(); vc++) {
      names.add("vc-" + vc);
    }
    return names;
  }

  private void addJob(int id, double submit) {
    int gang = 1 << random.nextInt(0, Integer.numberOfTrailingZeros(shape.gpusPerNode()));
    double seconds = shape.medianSeconds() * Math.exp(1.6 * (random.nextDouble() * 4 - 2));
    int group = random.nextInt(0, shape.groups() - 1);
    double fate = random.nextDouble();
    if (fate < LATE_SHARE && shape.jobs() > 100) {
      jobs.add(record(id, gang, JobState.REJECTED, submit, Double.NaN, submit, 0, -1));
      return;
    }
    int node = earliestNode(group, gang);
    int[] gpus = earliestGpus(freeTime[group][node], gang);
    double start = Math.max(submit, freeTime[group][node][gpus[gang - 1]]);
    double end = start + seconds;
    long mask = 0;
    for (int i = 0; i < gang; i++) {
      freeTime[group][node][gpus[i]] = end;
      mask |= 1L << gpus[i];
    }
    boolean failed = fate < 3 * LATE_SHARE && shape.jobs() > 100;
    jobs.add(
        record(
            id,
            gang,
            failed ? JobState.FAILED : JobState.DONE,
            submit,
            start,
            end,
            seconds,
            group));
    attempts.add(
        new Attempt(
            id,
            group,
            new int[] {group * shape.nodesPerGroup() + node},
            new long[] {mask},
            1000,
            start,
            end,
            failed ? "failed" : "done"));
    lastEnd = Math.max(lastEnd, end);
  }

  private int earliestNode(int group, int gang) {
    int best = 0;
    for (int node = 1; node < freeTime[group].length; node++) {
      if (ready(group, node, gang) < ready(group, best, gang)) {
        best = node;
      }
    }
    return best;
  }

  private double ready(int group, int node, int gang) {
    double[] sorted = freeTime[group][node].clone();
    Arrays.sort(sorted);
    return sorted[gang - 1];
  }

  private static int[] earliestGpus(double[] free, int gang) {
    Integer[] order = new Integer[free.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(free[a], free[b]));
    return Arrays.stream(order).limit(gang).mapToInt(Integer::intValue).toArray();
  }

  private JobRecord record(
      int id,
      int gang,
      JobState state,
      double submit,
      double start,
      double end,
      double held,
      int group) {
    double price = group < 0 ? 0 : shape.priceUsd(group);
    return new JobRecord(
        id,
        "job-" + id,
        id % shape.virtualClusters(),
        "resnet50",
        gang,
        1000,
        state,
        submit,
        start,
        end,
        held,
        held,
        held,
        0,
        group < 0 ? 0 : 1,
        id % 17 == 3 ? 1 : 0,
        state == JobState.FAILED ? 1 : 0,
        group,
        held / 3600 * gang * price,
        Double.POSITIVE_INFINITY);
  }

  private List<NodeGroupBill> bills() {
    List<NodeGroupBill> bills = new ArrayList<>();
    int gpus = shape.nodesPerGroup() * shape.gpusPerNode();
    for (int g = 0; g < shape.groups(); g++) {
      int group = g;
      double held =
          attempts.stream()
              .filter(a -> a.group() == group)
              .mapToDouble(a -> Long.bitCount(a.gpuMasks()[0]) * (a.endTime() - a.startTime()))
              .sum();
      double up = gpus * lastEnd;
      double energy = (held * 400 + (up - held) * 60) / 3.6e6 * 1.3;
      bills.add(
          new NodeGroupBill(
              g,
              shape.model(g),
              shape.region(g),
              "site",
              false,
              shape.priceUsd(g),
              shape.nodesPerGroup(),
              gpus,
              up,
              held,
              energy,
              energy * 0.35));
    }
    return bills;
  }

  private TimeSeries series() {
    double interval = 60;
    while (interval * MAX_INTERVALS / 2 < lastEnd) {
      interval *= 2;
    }
    int size = (int) (lastEnd / interval);
    double[][] sums = new double[SeriesColumns.count(shape.groups())][size];
    for (JobRecord job : jobs) {
      if (job.starts() > 0) {
        spread(
            sums[SeriesColumns.QUEUED_JOBS], interval, job.submitTime(), job.firstStartTime(), 1);
        spread(
            sums[SeriesColumns.QUEUED_GPUS],
            interval,
            job.submitTime(),
            job.firstStartTime(),
            job.gpus());
        spread(sums[SeriesColumns.RUNNING_JOBS], interval, job.firstStartTime(), job.endTime(), 1);
        spread(
            sums[SeriesColumns.heldGpus(job.nodeGroup())],
            interval,
            job.firstStartTime(),
            job.endTime(),
            job.gpus());
      }
    }
    for (int g = 0; g < shape.groups(); g++) {
      Arrays.fill(
          sums[SeriesColumns.upGpus(g)], (double) shape.nodesPerGroup() * shape.gpusPerNode());
    }
    TimeSeries series = new TimeSeries(sums.length, MAX_INTERVALS, interval);
    for (int i = 0; i < size; i++) {
      int at = i;
      series.append(Arrays.stream(sums).mapToDouble(column -> column[at]).toArray());
    }
    return series;
  }

  private static void spread(double[] bins, double width, double from, double to, double value) {
    for (int bin = (int) (from / width); bin < bins.length && bin * width < to; bin++) {
      double overlap = Math.min(to, (bin + 1) * width) - Math.max(from, bin * width);
      bins[bin] += value * overlap / width;
    }
  }
}
