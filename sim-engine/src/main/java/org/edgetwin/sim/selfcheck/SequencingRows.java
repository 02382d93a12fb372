package org.edgetwin.sim.selfcheck;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.workload.ListWorkload;
import umontreal.ssj.rng.RandomStream;

/** Small scheduling problems on one and on parallel machines, against their optimum. */
final class SequencingRows {
  private static final int INSTANCES = 300;
  private static final int LARGEST = 8;

  private SequencingRows() {}

  /** Cost of what the engine made of an instance. */
  private interface Cost extends ToDoubleFunction<List<JobRecord>> {}

  private static double completion(List<JobRecord> jobs) {
    return jobs.stream().mapToDouble(JobRecord::endTime).sum();
  }

  private static double makespan(List<JobRecord> jobs) {
    return jobs.stream().mapToDouble(JobRecord::endTime).max().orElseThrow();
  }

  static List<CheckRow> rows() {
    return List.of(oneMachine(), parallelMachines());
  }

  private static CheckRow oneMachine() {
    return new CheckRow(
        "1 machine optima, instances that miss",
        "brute force, n <= 8",
        check("sum wC (Smith)", 1, SequencingRows::together, SequencingRows::missesSmith),
        check("sum C (SPT)", 1, SequencingRows::together, SequencingRows::missesShortest),
        check("Lmax (EDD)", 1, SequencingRows::together, SequencingRows::missesDueDates),
        check(
            "preemptive sum C with releases (SRPT)",
            1,
            stream -> SmallInstance.released(stream, 5),
            SequencingRows::missesRemaining));
  }

  private static CheckRow parallelMachines() {
    return new CheckRow(
        "parallel machines, instances that miss",
        "brute force, n <= 8; Graham's bounds, and the instances that reach them",
        check("sum C (SPT)", 3, SequencingRows::together, SequencingRows::missesParallelShortest),
        check("list <= (2 - 1/m) opt", 3, SequencingRows::together, SequencingRows::missesList),
        check(
            "LPT <= (4/3 - 1/(3m)) opt",
            3,
            SequencingRows::together,
            SequencingRows::missesLongest),
        tight());
  }

  private static SmallInstance together(RandomStream stream) {
    return SmallInstance.together(stream, LARGEST);
  }

  /** Whether the engine's answer is not what it should be. */
  private interface Miss {
    boolean test(SmallInstance instance, int machines, Streams streams);
  }

  private static Check check(
      String name, int machines, Function<RandomStream, SmallInstance> draw, Miss miss) {
    return new ExactCheck(
        name,
        List.of(new ExactCheck.Cell(name, Relation.EQUAL, 0)),
        (streams, mode) -> {
          RandomStream stream = streams.stream("instances");
          int misses = 0;
          for (int i = 0; i < mode.scaled(INSTANCES); i++) {
            misses += miss.test(draw.apply(stream), machines, streams) ? 1 : 0;
          }
          return new double[] {misses};
        });
  }

  private static boolean missesSmith(SmallInstance instance, int machines, Streams streams) {
    Scheduler smith =
        new SmallestKeyFirst(
            (job, view) -> view.predictedWork(job) / job.terms().priority(), false);
    double got =
        run(
            instance,
            machines,
            smith,
            streams,
            jobs -> jobs.stream().mapToDouble(j -> instance.weights()[j.id()] * j.endTime()).sum());
    return got != BruteForce.bestOrder(instance.size(), instance::weightedCompletion);
  }

  private static boolean missesShortest(SmallInstance instance, int machines, Streams streams) {
    double got =
        run(
            instance,
            machines,
            Machines.scheduler("sjf", streams),
            streams,
            SequencingRows::completion);
    return got != BruteForce.bestOrder(instance.size(), instance::completion);
  }

  private static boolean missesDueDates(SmallInstance instance, int machines, Streams streams) {
    Scheduler edd = new SmallestKeyFirst((job, view) -> job.terms().deadlineTime(), false);
    double got =
        run(
            instance,
            machines,
            edd,
            streams,
            jobs ->
                jobs.stream()
                    .mapToDouble(job -> job.endTime() - job.deadlineTime())
                    .max()
                    .orElseThrow());
    return got != BruteForce.bestOrder(instance.size(), instance::maximumLateness);
  }

  private static boolean missesRemaining(SmallInstance instance, int machines, Streams streams) {
    double got =
        run(
            instance,
            machines,
            Machines.scheduler("srtf", streams),
            streams,
            SequencingRows::completion);
    return got != BruteForce.bestPreemptiveSum(instance.releases(), instance.works());
  }

  private static boolean missesParallelShortest(
      SmallInstance instance, int machines, Streams streams) {
    double got =
        run(
            instance,
            machines,
            Machines.scheduler("sjf", streams),
            streams,
            SequencingRows::completion);
    return got
        != BruteForce.bestAssignment(
            instance.size(), machines, machineOf -> instance.completion(machineOf, machines));
  }

  private static boolean missesList(SmallInstance instance, int machines, Streams streams) {
    double got =
        run(
            instance,
            machines,
            Machines.scheduler("fifo", streams),
            streams,
            SequencingRows::makespan);
    double best = bestMakespan(instance, machines);
    return got < best || got > (2 - 1.0 / machines) * best + 1e-9;
  }

  private static boolean missesLongest(SmallInstance instance, int machines, Streams streams) {
    double got = run(instance, machines, longestFirst(), streams, SequencingRows::makespan);
    double best = bestMakespan(instance, machines);
    return got < best || got > (4.0 / 3 - 1.0 / (3 * machines)) * best + 1e-9;
  }

  private static double bestMakespan(SmallInstance instance, int machines) {
    return BruteForce.bestAssignment(
        instance.size(), machines, machineOf -> instance.makespan(machineOf, machines));
  }

  private static Scheduler longestFirst() {
    return new SmallestKeyFirst((job, view) -> -view.predictedWork(job), false);
  }

  /** On three machines: m (m - 1) short jobs and a long one; Graham's instance for LPT. */
  private static Check tight() {
    SmallInstance list = SmallInstance.of(1, 1, 1, 1, 1, 1, 3);
    SmallInstance longest = SmallInstance.of(5, 5, 4, 4, 3, 3, 3);
    return new ExactCheck(
        "tight instances",
        List.of(
            new ExactCheck.Cell("list / opt, tight, m = 3", Relation.EQUAL, 2 - 1.0 / 3),
            new ExactCheck.Cell("LPT / opt, tight, m = 3", Relation.EQUAL, 4.0 / 3 - 1.0 / 9)),
        (streams, mode) ->
            new double[] {
              run(list, 3, Machines.scheduler("fifo", streams), streams, SequencingRows::makespan)
                  / bestMakespan(list, 3),
              run(longest, 3, longestFirst(), streams, SequencingRows::makespan)
                  / bestMakespan(longest, 3)
            });
  }

  private static double run(
      SmallInstance instance, int machines, Scheduler scheduler, Streams streams, Cost cost) {
    return cost.applyAsDouble(
        Machines.simulation(
                Machines.pool(machines), new ListWorkload(instance.jobs()), streams, scheduler)
            .run()
            .result()
            .jobs());
  }
}
