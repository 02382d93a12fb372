package org.edgetwin.scenarios.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.edgetwin.scenarios.trace.Trace;
import org.edgetwin.scenarios.trace.TraceJob;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/**
 * Makes another trace out of one, for the second and later replications: a day-block bootstrap.
 *
 * <p>For each virtual cluster and each calendar day of the trace, the jobs of a day drawn from
 * those of the same weekday are taken, at their time of day. So a replication keeps the daily and
 * the weekly cycle, what belongs together within a day, and the mix of jobs; it varies how busy
 * days are and what follows what. Virtual clusters are drawn independently. Time starts at the
 * first job.
 *
 * <p>Limits: dependence across days, trends over weeks and correlation between virtual clusters are
 * lost; a virtual cluster with few jobs may get none, or some twice. The first and the last day of
 * a trace are blocks like others even if the trace covers them in part.
 *
 * <p>The draws depend on seed, replication, source and virtual cluster alone: one uniform a day
 * from the stream {@code workload/SOURCE/bootstrap/CLUSTER}. All schedulers meet the same trace.
 */
final class TraceBootstrap {
  private static final double DAY_SECONDS = 86_400;
  private static final int WEEK_DAYS = 7;

  private final Trace trace;
  private final double firstMidnight;
  private final int days;

  TraceBootstrap(Trace trace) {
    this.trace = trace;
    firstMidnight = Math.floor(trace.originSeconds() / DAY_SECONDS) * DAY_SECONDS;
    days = day(trace.spanSeconds()) + 1;
  }

  /** The jobs of a replication, in order of submission; replication 1 is the trace itself. */
  List<TraceJob> resample(String source, Streams streams) {
    if (streams.replication() == 1) {
      return trace.jobs();
    }
    List<TraceJob> drawn = new ArrayList<>(trace.jobs().size());
    blocks()
        .forEach(
            (cluster, blocks) -> {
              String name = JobStreams.name(source, "bootstrap/" + cluster);
              draw(blocks, streams.stream(name), drawn);
            });
    if (drawn.isEmpty()) {
      return drawn;
    }
    drawn.sort(Comparator.comparingDouble(TraceJob::submitTime));
    double first = drawn.get(0).submitTime();
    drawn.replaceAll(job -> job.at(job.name(), job.submitTime() - first));
    return drawn;
  }

  /** Jobs by virtual cluster and day, in order of submission. */
  private Map<String, Map<Integer, List<TraceJob>>> blocks() {
    Map<String, Map<Integer, List<TraceJob>>> blocksByCluster = new TreeMap<>();
    for (TraceJob job : trace.jobs()) {
      blocksByCluster
          .computeIfAbsent(String.valueOf(job.virtualCluster()), cluster -> new HashMap<>())
          .computeIfAbsent(day(job.submitTime()), day -> new ArrayList<>())
          .add(job);
    }
    return blocksByCluster;
  }

  private int day(double submitTime) {
    return (int) Math.floor((trace.originSeconds() - firstMidnight + submitTime) / DAY_SECONDS);
  }

  private void draw(
      Map<Integer, List<TraceJob>> blocks, RandomStream stream, List<TraceJob> drawn) {
    for (int day = 0; day < days; day++) {
      int weekday = day % WEEK_DAYS;
      int sameWeekday = (days - 1 - weekday) / WEEK_DAYS + 1;
      int from = weekday + WEEK_DAYS * (int) (stream.nextDouble() * sameWeekday);
      double shift = (day - from) * DAY_SECONDS;
      for (TraceJob job : blocks.getOrDefault(from, List.of())) {
        drawn.add(job.at(job.name() + "@" + day, job.submitTime() + shift));
      }
    }
  }
}
