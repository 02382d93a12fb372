package org.edgetwin.sim.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.policies.ReferencePool.Job;
import org.edgetwin.sim.policies.ReferencePool.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every pool scheduler against its definition in {@link ReferenceRules}, job by job, on random
 * instances. The engine's nodes and the placement must not show.
 */
class PoolSchedulerReferenceTest {
  private static final int INSTANCES = 1000;
  private static final int LATE_INSTANCES = 60;

  /** Four years: the clock's smallest step is 1.5e-8 s there. */
  private static final double LATE_SECONDS = 1 << 27;

  private static final double TOLERANCE_SECONDS = 1e-6;
  private static final List<String> PLACEMENTS =
      List.of(
          "first-fit", "best-fit", "worst-fit", "consolidate", "fastest-gpu", "cheapest", "random");

  private enum Limits {
    EXACT,
    /** Off the truth in both directions. */
    ROUGH,
    /** Never below the truth. */
    LONG
  }

  private record Setting(
      String ordering, Supplier<Rule> rule, double restartSeconds, Limits limits) {
    @Override
    public String toString() {
      return ordering
          + (limits == Limits.EXACT ? "" : ", limits " + limits)
          + (restartSeconds > 0 ? ", restart " + restartSeconds + " s" : "");
    }
  }

  static List<Setting> settings() {
    Supplier<Rule> byTime = () -> ReferenceRules.allInOrder(ReferenceRules.TIME);
    Supplier<Rule> byService = () -> ReferenceRules.allInOrder(ReferenceRules.SERVICE);
    return List.of(
        queue("fifo", () -> ReferenceRules.queueInOrder(ReferenceRules.SUBMISSION, true)),
        queue(
            "fifo-fit-first", () -> ReferenceRules.queueInOrder(ReferenceRules.SUBMISSION, false)),
        queue("sjf", () -> ReferenceRules.queueInOrder(ReferenceRules.TIME, false)),
        queue("sjf-strict", () -> ReferenceRules.queueInOrder(ReferenceRules.TIME, true)),
        queue("ssf", () -> ReferenceRules.queueInOrder(ReferenceRules.SERVICE, false)),
        queue("ssf-strict", () -> ReferenceRules.queueInOrder(ReferenceRules.SERVICE, true)),
        queue("srtf", byTime),
        queue("srsf", byService),
        queue("easy(durations=oracle)", ReferenceRules::easy),
        new Setting("easy", ReferenceRules::easy, 0, Limits.EXACT),
        new Setting("easy", ReferenceRules::easy, 0, Limits.ROUGH),
        queue("conservative(durations=oracle)", ReferenceRules.Conservative::new),
        new Setting("conservative", ReferenceRules.Conservative::new, 0, Limits.EXACT),
        new Setting("conservative", ReferenceRules.Conservative::new, 0, Limits.LONG),
        las(3250, 7200, 0),
        las(200, 1600, 0),
        las(20, 20, 0),
        new Setting("srtf", byTime, 60, Limits.EXACT),
        new Setting("srsf", byService, 60, Limits.EXACT),
        las(3250, 7200, 60));
  }

  private static Setting queue(String ordering, Supplier<Rule> rule) {
    return new Setting(ordering, rule, 0, Limits.EXACT);
  }

  private static Setting las(int first, int second, double restartSeconds) {
    String ordering = "las(first=" + first + ", second=" + second + ")";
    return new Setting(
        ordering,
        () -> new ReferenceRules.LeastAttainedService(first, second),
        restartSeconds,
        Limits.EXACT);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void equalsTheDefinitionJobByJob(Setting setting) {
    for (int seed = 0; seed < INSTANCES; seed++) {
      compare(setting, seed, 0);
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void equalsTheDefinitionLateOnTheClock(Setting setting) {
    for (int seed = 0; seed < LATE_INSTANCES; seed++) {
      compare(setting, seed, LATE_SECONDS);
    }
  }

  private static void compare(Setting setting, int seed, double submittedLater) {
    PoolInstance instance = PoolInstance.draw(seed, setting.ordering.startsWith("las"));
    List<Job> expected = jobs(instance, setting.limits, submittedLater);
    new ReferencePool(instance.capacity(), setting.restartSeconds, setting.rule.get())
        .run(expected);

    String placement = PLACEMENTS.get(seed % PLACEMENTS.size());
    List<JobRecord> actual =
        PoolRun.of(instance, setting.ordering + "+" + placement, setting.restartSeconds, expected);

    assertThat(actual).hasSameSizeAs(expected);
    for (Job job : expected) {
      JobRecord record = actual.get(job.order);
      if (!equal(job, record)) {
        throw new AssertionError(
            setting + "+" + placement + ", seed " + seed + ": " + describe(job) + "\n" + record);
      }
    }
  }

  private static List<Job> jobs(PoolInstance instance, Limits limits, double submittedLater) {
    List<Job> jobs = new ArrayList<>();
    for (PoolInstance.Draft draft : instance.drafts()) {
      double limit =
          switch (limits) {
            case EXACT -> draft.work();
            case ROUGH -> draft.roughLimit();
            case LONG -> Math.max(draft.work(), draft.roughLimit());
          };
      jobs.add(
          new Job(jobs.size(), draft.submit() + submittedLater, draft.gpus(), draft.work(), limit));
    }
    return jobs;
  }

  private static boolean equal(Job job, JobRecord record) {
    if (job.rejected) {
      return record.state() == JobState.REJECTED;
    }
    return record.state() == JobState.DONE
        && Math.abs(job.firstStart - record.firstStartTime()) < TOLERANCE_SECONDS
        && Math.abs(job.end - record.endTime()) < TOLERANCE_SECONDS
        && job.preemptions == record.preemptions();
  }

  private static String describe(Job job) {
    return "expected of job "
        + job.order
        + ": start "
        + job.firstStart
        + ", end "
        + job.end
        + ", preemptions "
        + job.preemptions
        + ", rejected "
        + job.rejected
        + "; the engine has";
  }
}
