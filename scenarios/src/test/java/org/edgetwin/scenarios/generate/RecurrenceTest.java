package org.edgetwin.scenarios.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.edgetwin.scenarios.ScenarioRuns;
import org.edgetwin.scenarios.TestScenarios;
import org.edgetwin.scenarios.file.ScenarioParser;
import org.edgetwin.scenarios.issue.Issues;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.workload.Workload;
import org.junit.jupiter.api.Test;

/** Users and recurring names of generated jobs. */
class RecurrenceTest {
  private static List<JobSpec> jobs(String recurring) {
    Workload workload = workload(recurring);
    List<JobSpec> jobs = new ArrayList<>();
    while (workload.nextTime() < Double.POSITIVE_INFINITY) {
      jobs.add(workload.next());
    }
    return jobs;
  }

  private static Workload workload(String recurring) {
    String source =
        "  - {name: j, arrivals: {type: poisson, rate: 60 /h}, max_jobs: 6000,"
            + " durations: {type: lognormal, median: 1 h, sigma: 1.5},"
            + " gangs: {type: weights, shares: {1: 1, 4: 1}}";
    return ScenarioRuns.open(TestScenarios.withJobs(source + recurring + "}\n"))
        .create("fifo", 1)
        .workload();
  }

  /** User and name without source, number and run. */
  private static String kind(JobSpec job) {
    String name = job.name().substring(job.name().lastIndexOf('/') + 1);
    return job.terms().user() + " " + name.substring(0, name.lastIndexOf("-run"));
  }

  @Test
  void aKindHasOneGangAndItsRunsSpreadAroundOneDuration() {
    List<JobSpec> jobs = jobs(", recurring: {users: 3, kinds_per_user: 4, sigma: 0.2}");
    Map<String, List<JobSpec>> byKind =
        jobs.stream().collect(Collectors.groupingBy(RecurrenceTest::kind));

    assertThat(byKind).hasSize(12);
    byKind.forEach(
        (kind, runs) -> {
          assertThat(runs.stream().map(job -> job.demand().gpus()).distinct()).hasSize(1);
          double[] logs = runs.stream().mapToDouble(job -> Math.log(job.workSeconds())).toArray();
          double mean = Arrays.stream(logs).average().orElseThrow();
          double variance =
              Arrays.stream(logs).map(x -> (x - mean) * (x - mean)).sum() / logs.length;
          assertThat(Math.sqrt(variance)).as(kind).isCloseTo(0.2, within(0.05));
        });
    // Zipf: the first user comes 6/11 of the time, and so does the first kind 12/25 of its user's.
    double first = jobs.stream().filter(job -> job.terms().user().equals("user-000")).count();
    assertThat(first / jobs.size()).isCloseTo(6 / 11.0, within(0.025));
    assertThat(jobs.stream().map(JobSpec::name)).doesNotHaveDuplicates();
  }

  @Test
  void withoutItNothingChangesAndTimesOfSubmissionAreTheSame() {
    List<JobSpec> plain = jobs("");
    List<JobSpec> recurring = jobs(", recurring: {}");

    assertThat(plain).allMatch(job -> job.terms().user().isEmpty());
    assertThat(recurring.stream().map(JobSpec::submitTime))
        .containsExactlyElementsOf(plain.stream().map(JobSpec::submitTime).toList());
  }

  @Test
  void aCopyGoesOnWithTheSameJobs() {
    Workload workload = workload(", recurring: {users: 5}");
    for (int i = 0; i < 50; i++) {
      workload.next();
    }
    Workload copy = workload.copy();
    for (int i = 0; i < 50; i++) {
      assertThat(copy.next()).isEqualTo(workload.next());
    }
  }

  @Test
  void aTraceHasItsOwnUsers() {
    Issues issues = new Issues();
    ScenarioParser.parse(
        """
        name: t
        fleet: {nodes: [{name: n, gpus_per_node: 8, gpu: V100}]}
        jobs: [{name: j, trace: {builtin: philly}, recurring: {users: 2}}]
        """,
        "test",
        issues);

    assertThat(issues.all().toString()).contains("Maybe leave out recurring");
  }
}
