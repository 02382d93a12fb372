package org.edgetwin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.workload.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeSplitTest {
  @TempDir private Path folder;

  private Path file(String jobs) throws IOException {
    Path file = folder.resolve("s.yaml");
    Files.writeString(
        file,
        "name: s\nfleet: {nodes: [{name: n, count: 2, gpus_per_node: 4, gpu: V100}]}\n"
            + jobs
            + "\n");
    return file;
  }

  private static List<JobSpec> jobs(Path file, List<String> overrides, int replication) {
    Scenario scenario = ScenarioLoader.load(file, overrides).orThrow();
    Workload workload = ScenarioRuns.open(scenario).create("fifo", replication).workload();
    List<JobSpec> jobs = new ArrayList<>();
    while (workload.nextTime() < Double.POSITIVE_INFINITY) {
      double time = workload.nextTime();
      JobSpec job = workload.next();
      assertThat(job.submitTime()).isEqualTo(time);
      jobs.add(job);
    }
    return jobs;
  }

  private static List<String> part(Path file, double from, double to) {
    return new TimeSplit(ScenarioLoader.load(file, List.of()).orThrow()).overrides(from, to);
  }

  @Test
  void generatedJobsOfTheLaterPartAreThoseThatTheWholeHasThere() throws IOException {
    Path file =
        file(
            "jobs: [{name: j, arrivals: {type: poisson, rate: 60 /h}, until: 10 h,"
                + " durations: {type: exponential, mean: 5 min}}]");
    List<JobSpec> whole = jobs(file, List.of(), 2);
    List<JobSpec> early = jobs(file, part(file, 0, 0.6), 2);
    List<JobSpec> late = jobs(file, part(file, 0.6, 1), 2);
    assertThat(early.size() + late.size()).isEqualTo(whole.size());
    for (int i = 0; i < early.size(); i++) {
      assertThat(early.get(i)).isEqualTo(whole.get(i));
    }
    double begin = 6 * 3600;
    for (int i = 0; i < late.size(); i++) {
      JobSpec same = whole.get(early.size() + i);
      assertThat(late.get(i).name()).isEqualTo(same.name());
      assertThat(late.get(i).workSeconds()).isEqualTo(same.workSeconds());
      assertThat(late.get(i).submitTime()).isCloseTo(same.submitTime() - begin, within(1e-6));
    }
  }

  @Test
  void whereANumberEndsThemTheSpanIsThatNumberByTheRate() throws IOException {
    Path file =
        file(
            "jobs: [{name: j, arrivals: {type: poisson, rate: 60 /h}, max_jobs: 600,"
                + " durations: 5 min}]");
    assertThat(part(file, 0.5, 1))
        .containsExactly("jobs[0].max_jobs=300", "jobs[0].from=18000.000 s");
    assertThat(jobs(file, part(file, 0.5, 1), 1)).hasSize(300);
    assertThat(jobs(file, part(file, 0, 0.25), 1)).hasSize(150);
  }

  @Test
  void theEndOfTheRunComesSoonerByWhatIsLeftOut() throws IOException {
    Path file =
        file(
            "run: {until: 12 h}\njobs: [{name: j, arrivals: {type: poisson, rate: 60 /h},"
                + " until: 10 h, durations: 5 min}]");
    assertThat(part(file, 0.6, 1)).contains("run.until=21600.000 s");
  }

  @Test
  void aTraceIsCutByTheTimesOfItsJobs() throws IOException {
    Files.writeString(
        folder.resolve("t.csv"),
        "submit,gpus,duration\n100,1,10\n110,1,10\n150,1,10\n170,1,10\n200,1,10\n");
    Path file =
        file(
            "jobs: [{name: j, trace: {file: t.csv, stretch: 2,"
                + " columns: {submit: submit, gpus: gpus, duration: duration}}}]");
    // Submissions at 0, 10, 50, 70 and 100, then stretched.
    assertThat(jobs(file, part(file, 0, 0.6), 1))
        .extracting(JobSpec::submitTime)
        .containsExactly(0.0, 20.0, 100.0);
    assertThat(jobs(file, part(file, 0.6, 1), 1))
        .extracting(JobSpec::submitTime)
        .containsExactly(0.0, 60.0);
    assertThatThrownBy(() -> part(file, 0.55, 0.65))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("no job is submitted in this part");
  }

  @Test
  void windowsAreSharedOut() throws IOException {
    Path file =
        file("jobs: [{name: j, trace: {builtin: philly, windows: {jobs: 256, from: 50 %}}}]");
    assertThat(part(file, 0, 0.5))
        .containsExactly("jobs[0].trace.windows.from=0.5", "jobs[0].trace.windows.to=0.75");
  }

  @Test
  void whatComesAtOnceHasNoParts() throws IOException {
    Path file = file("jobs: [{name: j, arrivals: {type: at_once, count: 5}, durations: 5 min}]");
    assertThatThrownBy(() -> part(file, 0, 0.5))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("its jobs come all at once");
  }
}
