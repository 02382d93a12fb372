package org.edgetwin.sim.selfcheck;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.metrics.Integral;
import org.edgetwin.sim.optimize.SolverMeter;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Counts what another scheduler of a virtual cluster is told of: the integrals over time of the
 * jobs waiting, of the jobs of each class in the system, and of the jobs running at each site.
 */
final class Meter implements Scheduler {
  private static final Set<EngineNotice.Kind> KINDS =
      EnumSet.of(
          EngineNotice.Kind.JOB_ARRIVED,
          EngineNotice.Kind.JOB_STARTED,
          EngineNotice.Kind.JOB_ENDED);

  private final Scheduler metered;
  private final Set<EngineNotice.Kind> meteredKinds;
  private final ToIntFunction<JobView> classOf;
  private final Integral waiting;
  private final Integral[] inSystemByClass;
  private final Integral[] runningByGroup;
  private int[] groupOfJob = new int[1024];

  Meter(Scheduler metered, ToIntFunction<JobView> classOf, int classes, int groups) {
    this.metered = metered;
    this.classOf = classOf;
    meteredKinds = metered.listensTo();
    waiting = new Integral();
    inSystemByClass = Stream.generate(Integral::new).limit(classes).toArray(Integral[]::new);
    runningByGroup = Stream.generate(Integral::new).limit(groups).toArray(Integral[]::new);
  }

  private Meter(Meter other) {
    metered = other.metered.copy();
    classOf = other.classOf;
    meteredKinds = other.meteredKinds;
    waiting = other.waiting.copy();
    inSystemByClass = copies(other.inSystemByClass);
    runningByGroup = copies(other.runningByGroup);
    groupOfJob = other.groupOfJob.clone();
  }

  private static Integral[] copies(Integral[] integrals) {
    return Arrays.stream(integrals).map(Integral::copy).toArray(Integral[]::new);
  }

  @Override
  public void on(EngineNotice notice, ClusterView view) {
    double now = view.now();
    if (notice instanceof EngineNotice.JobArrived arrived) {
      waiting.add(now, 1);
      inSystemByClass[classOf.applyAsInt(view.job(arrived.job()))].add(now, 1);
    } else if (notice instanceof EngineNotice.JobStarted started) {
      waiting.add(now, -1);
      remember(started.job(), view.job(started.job()).nodeGroup());
      runningByGroup[groupOfJob[started.job()]].add(now, 1);
    } else if (notice instanceof EngineNotice.JobEnded ended) {
      inSystemByClass[classOf.applyAsInt(view.job(ended.job()))].add(now, -1);
      runningByGroup[groupOfJob[ended.job()]].add(now, -1);
    }
    if (meteredKinds.contains(notice.kind())) {
      metered.on(notice, view);
    }
  }

  private void remember(int job, int group) {
    if (job >= groupOfJob.length) {
      groupOfJob = Arrays.copyOf(groupOfJob, Math.max(job + 1, groupOfJob.length * 2));
    }
    groupOfJob[job] = group;
  }

  @Override
  public Decision decide(ClusterView view) {
    return metered.decide(view);
  }

  /** Job-seconds waited up to a time. */
  double waited(double time) {
    return waiting.until(time);
  }

  /** Job-seconds in the system of a class up to a time. */
  double inSystem(int jobClass, double time) {
    return inSystemByClass[jobClass].until(time);
  }

  /** Job-seconds run in a node group up to a time. */
  double ran(int group, double time) {
    return runningByGroup[group].until(time);
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    Set<EngineNotice.Kind> kinds = EnumSet.copyOf(KINDS);
    kinds.addAll(meteredKinds);
    return kinds;
  }

  @Override
  public @Nullable SolverMeter solverMeter() {
    return metered.solverMeter();
  }

  @Override
  public Knowledge knowledge() {
    return metered.knowledge();
  }

  @Override
  public Set<Capability> needs() {
    return metered.needs();
  }

  @Override
  public Scheduler copy() {
    return new Meter(this);
  }
}
