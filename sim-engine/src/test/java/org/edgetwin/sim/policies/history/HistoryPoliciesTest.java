package org.edgetwin.sim.policies.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.PolicyDescription;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import umontreal.ssj.rng.RandomStream;

class HistoryPoliciesTest {
  /** Users with three kinds of jobs each, every kind with a duration of its own. */
  private static List<JobSpec> recurringJobs(int count, long seed) {
    RandomStream random = new Streams(seed, 1).stream("recurring");
    String[] kinds = {"resnet-train", "bert-finetune", "eval"};
    double[] works = {4000, 900, 30};
    List<JobSpec> jobs = new ArrayList<>();
    double submit = 0;
    for (int i = 0; i < count; i++) {
      int kind = random.nextInt(0, 2);
      int user = random.nextInt(0, 4);
      double work = works[kind] * (1 + user) * (0.9 + 0.2 * random.nextDouble());
      int gpus = 1 << random.nextInt(0, 2);
      String name = i + "/" + kinds[kind] + "-v" + i % 7;
      jobs.add(HistoryRuns.job("user-" + user, name, submit, gpus, work));
      submit += -700 * Math.log1p(-random.nextDouble()) * gpus;
    }
    return jobs;
  }

  /** What a policy that asks for no durations could still see: only what has ended. */
  static Stream<String> thoseThatAreToldNothing() {
    return SchedulerCatalog.standard().orderings().stream()
        .filter(policy -> policy.knowledge().duration() == DurationKnowledge.NONE)
        .map(PolicyDescription::name);
  }

  @ParameterizedTest
  @MethodSource("thoseThatAreToldNothing")
  void noDurationIsKnownBeforeTheJobHasEnded(String scheduler) {
    List<JobSpec> jobs = recurringJobs(200, 1);
    List<JobRecord> first = HistoryRuns.run(scheduler, jobs);
    for (double cut : new double[] {50_000, 200_000, 400_000}) {
      List<JobSpec> others = new ArrayList<>();
      for (JobRecord job : first) {
        JobSpec spec = jobs.get(job.id());
        others.add(
            job.endTime() <= cut
                ? spec
                : HistoryRuns.job(
                    spec.terms().user(),
                    spec.name(),
                    spec.submitTime(),
                    spec.demand().gpus(),
                    spec.workSeconds() * (2 + job.id() % 5)));
      }
      List<JobRecord> second = HistoryRuns.run(scheduler, others);
      for (JobRecord job : first) {
        double now = second.get(job.id()).firstStartTime();
        if (job.firstStartTime() <= cut || now <= cut) {
          assertThat(now).as("job %d", job.id()).isEqualTo(job.firstStartTime());
        }
      }
    }
  }

  @Test
  void recurringJobsAreKnownByUserAndName() {
    List<JobSpec> jobs = recurringJobs(1500, 2);
    double fifo = HistoryRuns.meanJct(HistoryRuns.run("fifo-fit-first", jobs));
    double qssf = HistoryRuns.meanJct(HistoryRuns.run("qssf-fit-first", jobs));
    double ssf = HistoryRuns.meanJct(HistoryRuns.run("ssf", jobs));
    List<JobSpec> nameless =
        jobs.stream()
            .map(
                job ->
                    HistoryRuns.job(
                        "", job.name(), job.submitTime(), job.demand().gpus(), job.workSeconds()))
            .toList();
    double blind = HistoryRuns.meanJct(HistoryRuns.run("qssf-fit-first", nameless));

    assertThat(qssf).as("nearly as good as the truth").isBetween(ssf * 0.95, ssf * 1.15);
    assertThat(blind).as("names are worth something").isGreaterThan(qssf * 1.1);
    assertThat(fifo).isGreaterThan(qssf * 1.3);
  }

  @Test
  void withoutHistoryItIsTheOrderOfGangsAndThenOfSubmission() {
    List<JobSpec> jobs =
        List.of(
            HistoryRuns.job("", "a", 0, 8, 10),
            HistoryRuns.job("", "b", 1, 8, 10),
            HistoryRuns.job("", "c", 2, 4, 10),
            HistoryRuns.job("", "d", 3, 4, 10));
    List<JobRecord> records = HistoryRuns.run("qssf", jobs);

    assertThat(records.get(2).firstStartTime()).isEqualTo(10);
    assertThat(records.get(3).firstStartTime()).isEqualTo(10);
    assertThat(records.get(1).firstStartTime()).isEqualTo(20);
  }

  @Test
  void qssfStopsAtTheFirstMisfitAndItsSiblingDoesNot() {
    List<JobSpec> jobs =
        List.of(
            HistoryRuns.job("", "a", 0, 6, 10),
            HistoryRuns.job("", "b", 1, 3, 1000),
            HistoryRuns.job("", "c", 2, 2, 1000));

    // c is predicted to be the smaller service, so that neither is blocked.
    assertThat(HistoryRuns.run("qssf", jobs).get(2).firstStartTime()).isEqualTo(2);
    List<JobSpec> blocked =
        List.of(jobs.get(0), HistoryRuns.job("", "b", 1, 3, 5), HistoryRuns.job("", "c", 2, 2, 5));
    assertThat(HistoryRuns.run("qssf-fit-first", blocked).get(2).firstStartTime()).isEqualTo(2);
  }

  /** A long and a short kind, indistinguishable by what they have got until the short one ends. */
  private static List<JobSpec> twoPoint(int count) {
    RandomStream random = new Streams(11, 1).stream("two-point");
    List<JobSpec> jobs = new ArrayList<>();
    double submit = 0;
    for (int i = 0; i < count; i++) {
      jobs.add(HistoryRuns.job("", "j" + i, submit, 8, random.nextDouble() < 0.8 ? 10 : 400));
      submit += -110 * Math.log1p(-random.nextDouble());
    }
    return jobs;
  }

  @Test
  void gittinsLeavesAJobThatHasOutlivedTheShortOnes() {
    List<JobSpec> jobs = twoPoint(2000);
    // One wide queue: las is order of submission there, so that what is left is the index.
    double las = HistoryRuns.meanJct(HistoryRuns.run("las(first=1e9,second=2e9)", jobs));
    double gittins = HistoryRuns.meanJct(HistoryRuns.run("gittins(first=1e9,second=2e9)", jobs));
    double srtf = HistoryRuns.meanJct(HistoryRuns.run("srtf", jobs));

    assertThat(gittins).isLessThan(las * 0.7).isGreaterThanOrEqualTo(srtf * (1 - 1e-9));
  }

  @Test
  void gittinsWithoutHistoryIsLeastAttainedService() {
    List<JobSpec> jobs = recurringJobs(12, 3).stream().map(HistoryPoliciesTest::endless).toList();
    List<JobRecord> las = HistoryRuns.run("las", jobs);
    List<JobRecord> gittins = HistoryRuns.run("gittins", jobs);
    double firstEnd = las.stream().mapToDouble(JobRecord::endTime).min().orElseThrow();

    for (JobRecord job : las) {
      if (job.firstStartTime() < firstEnd) {
        assertThat(gittins.get(job.id()).firstStartTime()).isEqualTo(job.firstStartTime());
      }
    }
  }

  private static JobSpec endless(JobSpec job) {
    return HistoryRuns.job(
        "", job.name(), job.submitTime(), job.demand().gpus(), 50_000 + job.workSeconds());
  }
}
