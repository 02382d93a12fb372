package org.edgetwin.sim.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.edgetwin.sim.engine.DecisionTime;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.Attempt;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.metrics.TimeSeries;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import umontreal.ssj.rng.RandomStream;

/**
 * What every scheduler on the class path owes, on random fleets with everything in them. The module
 * architecture-tests runs it too, where those of all modules are.
 */
class SchedulerContractTest {
  private static final int SCENES = 8;
  private static final List<String> PAIRS =
      List.of(
          "srsf+wait",
          "srsf(durations=oracle)+wait(durations=oracle)",
          "srtf(durations=noisy)+wait",
          "sjf+wait",
          "sjf+wait-shrinkage(thompson=1)",
          "srsf+wait-mean(risk=-1)",
          "fifo-fit-first+wait(depth=1)",
          "las(first=300, second=2000)+consolidate",
          "las+wait",
          "easy+wait",
          "easy(durations=oracle)+worst-fit",
          "conservative+best-fit",
          "conservative+wait",
          "wfp3+cheapest",
          "srtf+random",
          "gittins(first=300, second=2000)+consolidate",
          "qssf-fit-first(rolling=1)+wait",
          "random+random",
          "fifo-fit-first+best-fit+hived",
          "srtf+fgd+hived",
          "sjf+wait+hived",
          "easy+random+hived",
          "las+gpu-clustering+hived");

  private static final Map<String, List<RunResult>> RESULTS = new LinkedHashMap<>();

  static Set<String> schedulers() {
    SchedulerCatalog catalog = SchedulerCatalog.standard();
    Set<String> names = new LinkedHashSet<>();
    catalog.orderings().forEach(ordering -> names.add(ordering.name()));
    String first = catalog.orderings().get(0).name();
    catalog.placements().forEach(placement -> names.add(first + "+" + placement.name()));
    catalog.schedulers().stream()
        .filter(scheduler -> scheduler.file() != PolicyDescription.FileUse.NEEDED)
        .forEach(scheduler -> names.add(scheduler.name()));
    names.addAll(PAIRS);
    return names;
  }

  private static void forAllScenes(String scheduler, Consumer<RunChecks> check) {
    List<RunResult> results =
        RESULTS.computeIfAbsent(scheduler, SchedulerContractTest::runAllScenes);
    for (int seed = 0; seed < SCENES; seed++) {
      try {
        check.accept(
            new RunChecks(SceneGenerator.draw(seed), results.get(seed), mayShare(scheduler)));
      } catch (AssertionError e) {
        throw new AssertionError(scheduler + ", scene " + seed + ": " + e.getMessage(), e);
      }
    }
  }

  private static List<RunResult> runAllScenes(String scheduler) {
    List<RunResult> results = new ArrayList<>();
    for (int seed = 0; seed < SCENES; seed++) {
      try {
        results.add(SceneGenerator.draw(seed).under(scheduler).run().result());
      } catch (RuntimeException e) {
        throw new AssertionError(scheduler + ", scene " + seed + ": " + e, e);
      }
    }
    return results;
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void neverOversubscribesAGpu(String scheduler) {
    forAllScenes(scheduler, RunChecks::noGpuIsOversubscribed);
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void neverOversubscribesAHost(String scheduler) {
    forAllScenes(scheduler, RunChecks::noHostIsOversubscribed);
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void keepsQuotas(String scheduler) {
    forAllScenes(scheduler, RunChecks::noQuotaIsExceeded);
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void startsWholeGangsWhereTheyMayRun(String scheduler) {
    forAllScenes(scheduler, RunChecks::gangsAreWholeAndWhereTheyMayBe);
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void runsAJobOnceAtATime(String scheduler) {
    forAllScenes(scheduler, RunChecks::attemptsOfAJobFollowEachOther);
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void endsOnAnEmptyQueue(String scheduler) {
    forAllScenes(scheduler, RunChecks::everyJobThatFitsTheIdleFleetHasEnded);
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void accountsForAllTime(String scheduler) {
    forAllScenes(scheduler, RunChecks::timeIsConserved);
    forAllScenes(scheduler, RunChecks::overheadsAreExplained);
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void obeysLittlesLaw(String scheduler) {
    forAllScenes(scheduler, RunChecks::jobsInSystemIntegrateToTheTimesInSystem);
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void worksAtTheSpeedOfItsGpus(String scheduler) {
    forAllScenes(scheduler, RunChecks::doneWorkIsSpeedTimesTime);
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void decidesTheSameAgain(String scheduler) {
    List<RunResult> results =
        RESULTS.computeIfAbsent(scheduler, SchedulerContractTest::runAllScenes);
    for (int seed = 0; seed < SCENES; seed++) {
      RunResult again = SceneGenerator.draw(seed).under(scheduler).run().result();
      assertThat(print(again)).as("scene %d", seed).isEqualTo(print(results.get(seed)));
    }
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void runsInPiecesAsInOne(String scheduler) {
    List<RunResult> results =
        RESULTS.computeIfAbsent(scheduler, SchedulerContractTest::runAllScenes);
    for (int seed = 0; seed < SCENES; seed++) {
      Simulation simulation = SceneGenerator.draw(seed).under(scheduler);
      for (double time = 0; time < 2000; time += 137.5) {
        simulation.runUntil(time);
      }
      assertThat(print(simulation.run().result()))
          .as("scene %d", seed)
          .isEqualTo(print(results.get(seed)));
    }
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void aForkContinuesLikeTheOriginal(String scheduler) {
    List<RunResult> results =
        RESULTS.computeIfAbsent(scheduler, SchedulerContractTest::runAllScenes);
    for (int seed = 0; seed < SCENES; seed++) {
      RandomStream random = new Streams(seed, 1).stream("forks");
      Simulation simulation = SceneGenerator.draw(seed).under(scheduler);
      List<Simulation> forks = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        for (int steps = random.nextInt(1, 40); steps > 0; steps--) {
          simulation.step();
        }
        forks.add(simulation.fork());
      }
      simulation.run();
      for (Simulation fork : forks) {
        assertThat(print(fork.run().result()))
            .as("scene %d", seed)
            .isEqualTo(print(results.get(seed)));
      }
    }
  }

  /** Starts that come too late are dropped, and their jobs wait on. */
  @ParameterizedTest
  @MethodSource("schedulers")
  void forgetsNoJobWhenDecisionsTakeTime(String scheduler) {
    for (int seed = 0; seed < SCENES; seed++) {
      Scene scene = SceneGenerator.draw(seed);
      try {
        RunResult result = scene.under(scheduler, new DecisionTime(7, 0.5, 0.1)).run().result();
        RunChecks checks = new RunChecks(scene, result, mayShare(scheduler));
        checks.noGpuIsOversubscribed();
        checks.attemptsOfAJobFollowEachOther();
        checks.everyJobThatFitsTheIdleFleetHasEnded();
        checks.timeIsConserved();
        if (!runsByLeases(scheduler)) {
          checks.overheadsAreExplained();
        }
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(scheduler + ", scene " + seed + ": " + e, e);
      }
    }
  }

  /** Everything that a run leaves, as text: doubles print exactly. */
  static List<String> print(RunResult result) {
    List<String> lines = new ArrayList<>();
    result.jobs().forEach(job -> lines.add(job.toString()));
    for (Attempt attempt : result.attempts()) {
      lines.add(attempt + Arrays.toString(attempt.nodes()) + Arrays.toString(attempt.gpuMasks()));
    }
    result.usage().forEach(usage -> lines.add(usage.toString()));
    TimeSeries series = result.series();
    for (int i = 0; i < series.size(); i++) {
      for (int column = 0; column < 3 + 2 * result.usage().size(); column++) {
        lines.add(column + " " + series.value(column, i));
      }
    }
    lines.add(result.strandedGpuSeconds() + " " + result.jobsInSystemSeconds());
    // Arrays print as their identity.
    lines.replaceAll(line -> line.replaceAll("\\[[IJ]@[0-9a-f]+", ""));
    return lines;
  }

  /** Jobs that can never run only shift the numbers of the others. */
  @ParameterizedTest
  @MethodSource("schedulers")
  void numbersOfJobsDoNotMatter(String scheduler) {
    if (scheduler.contains("random")) {
      return;
    }
    for (int seed = 0; seed < 3; seed++) {
      Scene scene = SceneGenerator.draw(seed);
      List<JobSpec> shifted = new ArrayList<>();
      for (int i = 0; i < scene.jobs().size(); i++) {
        if (i % 3 == 0) {
          shifted.add(impossible(scene.jobs().get(i)));
        }
        JobSpec job = scene.jobs().get(i);
        shifted.add(readsNames(scheduler) ? job : renamed(job, "other name " + i));
      }
      List<JobRecord> plain = scene.under(scheduler).run().result().jobs();
      List<JobRecord> others =
          scene.under(scheduler, shifted).run().result().jobs().stream()
              .filter(job -> !job.name().equals("impossible"))
              .toList();
      assertThat(fates(others)).isEqualTo(fates(plain));
    }
  }

  /** Those that predict from the names of earlier jobs. */
  private static boolean readsNames(String scheduler) {
    return scheduler.startsWith("qssf") || scheduler.equals("lucid");
  }

  private static List<String> fates(List<JobRecord> jobs) {
    return jobs.stream()
        .map(job -> job.firstStartTime() + " " + job.endTime() + " " + job.preemptions())
        .toList();
  }

  /** On an idle fleet nothing is worth waiting for, and nobody is in the way. */
  @ParameterizedTest
  @MethodSource("schedulers")
  void aLoneJobStartsAtOnce(String scheduler) {
    Scene scene = SceneGenerator.draw(0);
    for (JobSpec job : scene.jobs()) {
      JobRecord record = scene.under(scheduler, List.of(job)).run().result().jobs().get(0);
      if (record.state() != JobState.REJECTED) {
        assertThat(record.firstStartTime()).isEqualTo(job.submitTime());
        if (!movesAtRandom(scheduler)) {
          assertThat(record.preemptions()).isZero();
        }
      }
    }
  }

  /** Those that draw the order of GPU types for every round. */
  private static boolean movesAtRandom(String scheduler) {
    return runsByLeases(scheduler) && scheduler.endsWith("-agnostic");
  }

  private static boolean needs(String scheduler, Capability capability) {
    return SchedulerCatalog.standard()
        .create(scheduler, new Streams(1, 1), 1)
        .get(0)
        .needs()
        .contains(capability);
  }

  /** Whether a scheduler puts jobs on the same GPUs. */
  static boolean mayShare(String scheduler) {
    return needs(scheduler, Capability.SHARE);
  }

  private static boolean runsByLeases(String scheduler) {
    return needs(scheduler, Capability.LEASE);
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void anEmptyWorkloadEndsAtOnce(String scheduler) {
    RunResult result = SceneGenerator.draw(1).under(scheduler, List.of()).run().result();

    assertThat(result.jobs()).isEmpty();
    assertThat(result.endTime()).isZero();
  }

  /** Where the order has no ties, those of submission do not matter. */
  @ParameterizedTest
  @ValueSource(strings = {"sjf", "sjf-strict", "ssf", "srtf", "srsf"})
  void theOrderOfJobsThatComeTogetherIsHarmless(String ordering) {
    RandomStream random = new Streams(9, 1).stream("permutation");
    List<JobSpec> jobs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      JobSpec any = SceneGenerator.draw(0).jobs().get(0);
      jobs.add(
          new JobSpec(
              "j" + i,
              i / 6 * 10,
              Demand.gang(1 + i % 3),
              SceneModels.SMALL,
              10 + 50 * random.nextDouble(),
              0,
              any.terms(),
              Recovery.DEFAULT));
    }
    List<JobSpec> permuted = new ArrayList<>(jobs);
    for (int group = 0; group < 60; group += 6) {
      Collections.reverse(permuted.subList(group, group + 6));
    }
    Scene pool = new Scene(FleetSpec.uniform(SceneModels.MIDDLE, 2, 4), jobs, 1e9, false);

    assertThat(fatesByName(pool.under(ordering, permuted)))
        .isEqualTo(fatesByName(pool.under(ordering, jobs)));
  }

  private static List<String> fatesByName(Simulation simulation) {
    return simulation.run().result().jobs().stream()
        .map(job -> job.name() + " " + job.firstStartTime() + " " + job.endTime())
        .sorted()
        .toList();
  }

  private static JobSpec impossible(JobSpec job) {
    return new JobSpec(
        "impossible",
        job.submitTime(),
        Demand.gang(1000),
        job.workload(),
        job.workSeconds(),
        job.virtualCluster(),
        job.terms(),
        job.recovery());
  }

  private static JobSpec renamed(JobSpec job, String name) {
    return new JobSpec(
        name,
        job.submitTime(),
        job.demand(),
        job.workload(),
        job.workSeconds(),
        job.virtualCluster(),
        job.terms(),
        job.recovery());
  }
}
