package org.edgetwin.reports.folder;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.edgetwin.reports.AttemptOrder;
import org.edgetwin.reports.NodeGroupBill;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.sim.metrics.Attempt;
import org.edgetwin.sim.metrics.JobRecord;

/**
 * {@code timeline.json} in the Trace Event Format, for Perfetto and chrome://tracing: a process for
 * each node group, a thread for each GPU, or for each job at a time on a GPU that is shared, and a
 * complete event for each attempt on each of its GPUs. One second of simulated time is one second
 * there.
 */
final class ChromeTrace {
  private static final double MICROS = 1e6;
  private static final int NO_GPU = -1;

  private final JsonGenerator out;
  private final TreeMap<Lane, Double> freeTimeByLane = new TreeMap<>();
  private final TreeMap<Lane, Integer> threadByLane = new TreeMap<>();
  private int processes;

  /** A GPU, or one of several jobs at a time on it. */
  private record Lane(int node, int gpu, int share) implements Comparable<Lane> {
    @Override
    public int compareTo(Lane other) {
      int byNode = Integer.compare(node, other.node);
      int byGpu = byNode != 0 ? byNode : Integer.compare(gpu, other.gpu);
      return byGpu != 0 ? byGpu : Integer.compare(share, other.share);
    }

    String label() {
      String name = "node " + node + (gpu == NO_GPU ? ", no GPU" : ", GPU " + gpu);
      return share == 0 ? name : name + ", beside " + share;
    }
  }

  private ChromeTrace(JsonGenerator out) {
    this.out = out;
  }

  static void write(Path path, List<SchedulerReport> schedulers) throws IOException {
    try (JsonGenerator out =
        Json.MAPPER.getFactory().createGenerator(Files.newOutputStream(path))) {
      out.writeStartObject();
      out.writeStringField("displayTimeUnit", "ms");
      out.writeArrayFieldStart("traceEvents");
      ChromeTrace trace = new ChromeTrace(out);
      for (SchedulerReport scheduler : schedulers) {
        trace.add(scheduler, schedulers.size() > 1 ? scheduler.name() + ": " : "");
      }
      out.writeEndArray();
      out.writeEndObject();
    }
  }

  private void add(SchedulerReport scheduler, String prefix) throws IOException {
    for (NodeGroupBill group : scheduler.firstRun().groups()) {
      processes++;
      freeTimeByLane.clear();
      threadByLane.clear();
      name("process_name", 0, prefix + group.region() + ", " + group.gpuModel());
      List<Attempt> attempts =
          scheduler.firstRun().attempts().stream()
              .filter(a -> a.group() == group.group())
              .sorted(AttemptOrder.BY_START)
              .toList();
      for (Attempt attempt : attempts) {
        add(attempt, scheduler.firstRun().jobs().get(attempt.job()));
      }
    }
  }

  private void add(Attempt attempt, JobRecord job) throws IOException {
    for (int i = 0; i < attempt.nodes().length; i++) {
      long mask = attempt.gpuMasks()[i];
      if (mask == 0) {
        event(attempt, job, thread(attempt, attempt.nodes()[i], NO_GPU));
      }
      for (; mask != 0; mask &= mask - 1) {
        int gpu = Long.numberOfTrailingZeros(mask);
        event(attempt, job, thread(attempt, attempt.nodes()[i], gpu));
      }
    }
  }

  private int thread(Attempt attempt, int node, int gpu) throws IOException {
    int share = 0;
    while (freeTimeByLane.getOrDefault(new Lane(node, gpu, share), 0.0) > attempt.startTime()) {
      share++;
    }
    Lane lane = new Lane(node, gpu, share);
    freeTimeByLane.put(lane, attempt.endTime());
    Integer known = threadByLane.get(lane);
    if (known != null) {
      return known;
    }
    int thread = threadByLane.size() + 1;
    threadByLane.put(lane, thread);
    name("thread_name", thread, lane.label());
    return thread;
  }

  private void name(String what, int thread, String name) throws IOException {
    out.writeStartObject();
    out.writeStringField("ph", "M");
    out.writeStringField("name", what);
    out.writeNumberField("pid", processes);
    out.writeNumberField("tid", thread);
    out.writeObjectFieldStart("args");
    out.writeStringField("name", name);
    out.writeEndObject();
    out.writeEndObject();
  }

  private void event(Attempt attempt, JobRecord job, int thread) throws IOException {
    out.writeStartObject();
    out.writeStringField("ph", "X");
    out.writeStringField("name", job.name());
    out.writeStringField("cat", attempt.outcome());
    out.writeNumberField("pid", processes);
    out.writeNumberField("tid", thread);
    out.writeNumberField("ts", attempt.startTime() * MICROS);
    out.writeNumberField("dur", (attempt.endTime() - attempt.startTime()) * MICROS);
    out.writeObjectFieldStart("args");
    out.writeNumberField("job", attempt.job());
    out.writeStringField("outcome", attempt.outcome());
    out.writeStringField("workload", job.workload());
    out.writeNumberField("gpus", job.gpus());
    out.writeNumberField("milli_per_gpu", attempt.milliPerGpu());
    out.writeEndObject();
    out.writeEndObject();
  }
}
