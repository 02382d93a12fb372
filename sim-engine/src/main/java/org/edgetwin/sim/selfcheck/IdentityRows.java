package org.edgetwin.sim.selfcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.edgetwin.sim.distribution.Distributions.Exponential;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.fleet.VirtualCluster;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.GroupUsage;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.workload.ListWorkload;
import umontreal.ssj.rng.RandomStream;

/**
 * Identities that hold on every path, whatever the random numbers: Little's law with the edge terms
 * counted, conservation of work, and the integral of the jobs in the system.
 */
final class IdentityRows {
  private static final int JOBS = 50_000;

  /** The run is cut where jobs are still queued and running. */
  private static final double CUT = 0.7;

  private static final int RHO_JOBS = 100_000;

  private IdentityRows() {}

  static List<CheckRow> rows() {
    return List.of(
        new CheckRow(
            "Little's law and conservation of work",
            "what a scheduler was told, over what the job records say",
            little(),
            utilisation()),
        new CheckRow(
            "integral of jobs in system / sum of JCT",
            "exact, jobs in progress counted up to now",
            identity("fifo", Recovery.DEFAULT, false),
            identity("srtf", new Recovery(0.1, 2, 0.05, false, 3), true)));
  }

  private static FleetSpec twoSites() {
    List<NodeSpec> nodes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      nodes.add(Machines.node("node-" + i, 2, i < 2 ? "west" : "east", 0, Availability.ALWAYS));
    }
    return new FleetSpec(List.of(new VirtualCluster("default", VirtualCluster.NO_QUOTA)), nodes);
  }

  /** Jobs of two classes (priorities 0 and 1) for one GPU each, at rho 0.9 on 8 GPUs. */
  private static List<JobSpec> twoClasses(int count, Streams streams) {
    RandomStream gapStream = streams.stream("gaps");
    RandomStream workStream = streams.stream("works");
    RandomStream classStream = streams.stream("classes");
    Exponential unit = new Exponential(1);
    List<JobSpec> jobs = new ArrayList<>();
    double time = 0;
    for (int i = 0; i < count; i++) {
      time += unit.sample(gapStream) / 7.2;
      double work = unit.sample(workStream);
      jobs.add(Jobs.single(time, work, 0, Jobs.priority(classStream.nextDouble() < 0.3 ? 1 : 0)));
    }
    return jobs;
  }

  private static Check little() {
    List<ExactCheck.Cell> cells = new ArrayList<>();
    for (String name :
        List.of(
            "queue", "class 0", "class 1", "site west", "site east", "held GPU-s / work done")) {
      cells.add(new ExactCheck.Cell(name, Relation.EQUAL, 1));
    }
    cells.add(new ExactCheck.Cell("GPU-s idle while jobs wait", Relation.EQUAL, 0));
    return new ExactCheck("little", cells, IdentityRows::measureLittle);
  }

  private static double[] measureLittle(Streams streams, Mode mode) {
    List<JobSpec> jobs = twoClasses(mode.scaled(JOBS), streams);
    Meter meter =
        new Meter(
            Machines.scheduler("fifo", streams.scoped("policy")),
            job -> job.terms().priority(),
            2,
            2);
    double end = CUT * jobs.get(jobs.size() - 1).submitTime();
    RunResult result =
        Machines.simulation(twoSites(), new ListWorkload(jobs), streams, meter)
            .runUntil(end)
            .result();
    ToDoubleFunction<JobRecord> inSystem = job -> until(end, job.endTime()) - job.submitTime();
    ToDoubleFunction<JobRecord> running =
        job -> until(end, job.endTime()) - until(end, job.firstStartTime());
    ToDoubleFunction<JobRecord> waiting =
        job -> until(end, job.firstStartTime()) - job.submitTime();
    double held = result.usage().stream().mapToDouble(GroupUsage::heldGpuSeconds).sum();
    return new double[] {
      meter.waited(end) / sum(result, job -> true, waiting),
      meter.inSystem(0, end) / sum(result, job -> priority(jobs, job) == 0, inSystem),
      meter.inSystem(1, end) / sum(result, job -> priority(jobs, job) == 1, inSystem),
      meter.ran(0, end) / sum(result, job -> job.nodeGroup() == 0, running),
      meter.ran(1, end) / sum(result, job -> job.nodeGroup() == 1, running),
      held / sum(result, job -> true, JobRecord::runningSeconds),
      result.strandedGpuSeconds()
    };
  }

  private static int priority(List<JobSpec> jobs, JobRecord job) {
    return jobs.get(job.id()).terms().priority();
  }

  /** A time, or the end of the run if it has not come yet. */
  private static double until(double end, double time) {
    return Double.isNaN(time) ? end : time;
  }

  private static double sum(
      RunResult result, Predicate<JobRecord> which, ToDoubleFunction<JobRecord> seconds) {
    return result.jobs().stream().filter(which).mapToDouble(seconds).sum();
  }

  private static Check utilisation() {
    double rho = 0.9;
    return new ReplicatedCheck(
        "utilisation",
        Target.at(rho, "utilisation = rho", rho),
        (streams, mode) -> {
          List<JobSpec> jobs = twoClasses(mode.scaled(RHO_JOBS), streams);
          double end = jobs.get(jobs.size() - 1).submitTime();
          double start = end / 10;
          Simulation simulation =
              Machines.simulation(
                  twoSites(),
                  new ListWorkload(jobs),
                  streams,
                  Machines.scheduler("fifo", streams.scoped("policy")));
          double before = heldGpuSeconds(simulation.runUntil(start));
          double after = heldGpuSeconds(simulation.runUntil(end));
          return Observation.of((after - before) / (8 * (end - start)));
        });
  }

  private static double heldGpuSeconds(Simulation simulation) {
    return simulation.result().usage().stream().mapToDouble(GroupUsage::heldGpuSeconds).sum();
  }

  private static Check identity(String scheduler, Recovery recovery, boolean failures) {
    String name = scheduler + (failures ? ", restarts, checkpoints, failures" : "");
    return new ExactCheck(
        "identity/" + scheduler,
        List.of(
            new ExactCheck.Cell(name + ", all", Relation.EQUAL, 1),
            new ExactCheck.Cell(name + ", cut", Relation.EQUAL, 1)),
        (streams, mode) -> {
          List<JobSpec> jobs = GangJobs.draw(mode.scaled(JOBS), 0.6, recovery, streams);
          FleetSpec fleet =
              failures
                  ? FailureRows.failing(16, new Exponential(500), new Exponential(5))
                  : Machines.pool(16);
          Simulation simulation =
              Machines.simulation(
                  fleet,
                  new ListWorkload(jobs),
                  streams,
                  Machines.scheduler(scheduler, streams.scoped("policy")));
          double cut = CUT * jobs.get(jobs.size() - 1).submitTime();
          double untilCut = ratio(simulation.runUntil(cut).result());
          return new double[] {ratio(simulation.run().result()), untilCut};
        });
  }

  private static double ratio(RunResult result) {
    double end = result.endTime();
    return result.jobsInSystemSeconds()
        / sum(result, job -> true, job -> until(end, job.endTime()) - job.submitTime());
  }
}
