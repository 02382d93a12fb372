package org.edgetwin.scenarios.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.scenarios.model.DrawPlan;
import org.edgetwin.scenarios.model.JobSource;
import org.edgetwin.scenarios.model.Resampling;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.scenarios.model.TraceReshape;
import org.edgetwin.scenarios.model.TraceWindows;
import org.edgetwin.scenarios.trace.Trace;
import org.edgetwin.scenarios.trace.TraceJob;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.workload.ListWorkload;
import org.edgetwin.sim.workload.Workload;

/** Makes the workload of each replication of a scenario. Traces are read at construction. */
public final class WorkloadBuilder {
  private final Scenario scenario;
  private final ScenarioContext context;
  private final FleetSpec fleet;
  private final Map<String, Trace> traceBySource = new HashMap<>();

  /**
   * Of a scenario.
   *
   * @param fleet the machines, whose capacity gives trace windows their load
   */
  public WorkloadBuilder(Scenario scenario, ScenarioContext context, FleetSpec fleet) {
    this.scenario = scenario;
    this.context = context;
    this.fleet = fleet;
    for (JobSource source : scenario.jobs()) {
      if (source.trace() != null) {
        traceBySource.put(source.name(), context.traces().get(source.trace()));
      }
    }
  }

  /** The workload of a replication, before its first job. */
  public Workload build(Streams streams) {
    List<Workload> workloads = new ArrayList<>();
    for (JobSource source : scenario.jobs()) {
      workloads.add(
          source.trace() == null
              ? new GeneratedWorkload(source, context, streams)
              : replay(source, streams));
    }
    return switch (workloads.size()) {
      case 0 -> new ListWorkload(List.of());
      case 1 -> workloads.get(0);
      default -> new MergedWorkload(workloads);
    };
  }

  /**
   * Tells now what would else only show while jobs are made, in the middle of an experiment.
   *
   * @throws org.edgetwin.scenarios.issue.BadInputException if a job does not fit the scenario
   */
  public void check() {
    for (JobSource source : scenario.jobs()) {
      JobRules rules = new JobRules(source, context);
      Trace trace = traceBySource.get(source.name());
      rules.check(trace == null ? List.of() : trace.jobs());
    }
  }

  /** When the last job would end if none waited, seconds; NaN if a source does not tell. */
  public double expectedEndTime() {
    double end = 0;
    for (JobSource source : scenario.jobs()) {
      Trace trace = traceBySource.get(source.name());
      Double until = source.untilSeconds();
      boolean whole = trace != null && source.trace().windows() == null;
      end =
          Math.max(
              end,
              whole ? lastEnd(trace) : until == null ? Double.NaN : until - source.firstSeconds());
    }
    return end;
  }

  /** Windows of the trace that has the fewest; the largest number if none is cut into windows. */
  public int windows() {
    int fewest = Integer.MAX_VALUE;
    for (JobSource source : scenario.jobs()) {
      TraceWindows windows = source.trace() == null ? null : source.trace().windows();
      if (windows != null) {
        int jobs = traceBySource.get(source.name()).jobs().size();
        fewest = Math.min(fewest, TraceWindow.count(windows, jobs));
      }
    }
    return fewest;
  }

  private static double lastEnd(Trace trace) {
    return trace.jobs().stream()
        .mapToDouble(job -> job.submitTime() + job.durationSeconds())
        .max()
        .orElse(0);
  }

  private Workload replay(JobSource source, Streams streams) {
    Trace trace = traceBySource.get(source.name());
    List<TraceJob> jobs = jobs(source, trace, streams);
    JobRules rules = new JobRules(source, context);
    JobStreams jobStreams = JobStreams.of(streams, source.name());
    DemandPool demands = new DemandPool();
    List<JobSpec> specs = new ArrayList<>(jobs.size());
    for (TraceJob job : jobs) {
      specs.add(rules.recorded(job, jobStreams, demands));
    }
    return new ListWorkload(specs);
  }

  private List<TraceJob> jobs(JobSource source, Trace trace, Streams streams) {
    TraceWindows windows = source.trace().windows();
    List<TraceJob> jobs;
    if (windows != null) {
      jobs = TraceWindow.cut(trace.jobs(), windows, streams.replication());
    } else if (source.trace().draw() != null || scenario.run().resampling() == Resampling.NONE) {
      jobs = trace.jobs();
    } else {
      jobs = new TraceBootstrap(trace).resample(source.name(), streams);
    }
    DrawPlan draw = source.trace().draw();
    TraceReshape reshape = source.trace().reshape();
    if (!reshape.equals(TraceReshape.NONE)) {
      String purpose = JobStreams.name(source.name(), "reshape");
      jobs = Reshaping.apply(jobs, reshape, streams.stream(purpose));
    }
    if (windows != null && windows.load() != null) {
      jobs = TraceWindow.loaded(jobs, windows.load(), capacity(source) / windows.allowance());
    }
    jobs = reshape.gpuShare() == 1 ? jobs : Reshaping.shared(jobs, reshape.gpuShare());
    return draw == null
        ? jobs
        : TraceDraw.draw(
            jobs, draw, gpus(), streams.stream(JobStreams.name(source.name(), "draw")));
  }

  private int gpus() {
    return fleet.nodes().stream().mapToInt(NodeSpec::gpuCount).sum();
  }

  private double capacity(JobSource source) {
    List<WorkloadClass> classes =
        source.classes().keySet().stream().map(context.names()::workloadClass).toList();
    String measuredOn = source.measuredOn();
    return new FleetCapacity(
            context.speeds(),
            classes,
            context.names().gpu(measuredOn == null ? GpuCatalog.REFERENCE_ID : measuredOn))
        .of(fleet);
  }
}
