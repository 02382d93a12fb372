package org.edgetwin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.edgetwin.gpu.ChainedSpeed;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.SpeedModel;
import org.edgetwin.gpu.Spread;
import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.workload.Workload;
import org.junit.jupiter.api.Test;

/**
 * Trace windows, their load, reshaped jobs, varying machines: by the scenario that uses them all.
 */
class DuetTest {
  private static ScenarioRuns open(String... overrides) {
    return openFile("duet-v1.yaml", overrides);
  }

  private static ScenarioRuns openFile(String name, String... overrides) {
    return ScenarioRuns.open(
        ScenarioLoader.load(ShippedFiles.path(name), List.of(overrides)).orThrow());
  }

  private static List<JobSpec> jobs(ScenarioRuns runs, int replication) {
    Workload workload = runs.create("fifo", replication).workload();
    List<JobSpec> jobs = new ArrayList<>();
    while (workload.nextTime() < Double.POSITIVE_INFINITY) {
      jobs.add(workload.next());
    }
    return jobs;
  }

  @Test
  void windowsFollowEachOtherAndDoNotOverlap() {
    ScenarioRuns runs = open();
    Set<String> seen = new HashSet<>();
    for (int replication = 1; replication <= 62; replication++) {
      List<JobSpec> window = jobs(runs, replication);
      assertThat(window).hasSize(256);
      assertThat(window.get(0).submitTime()).isZero();
      window.forEach(job -> assertThat(seen.add(job.name())).as(job.name()).isTrue());
    }
    // A quarter of 63,508 jobs makes 62 windows; then the first comes again, with other draws.
    assertThat(jobs(runs, 63).get(0).name()).isEqualTo(jobs(runs, 1).get(0).name());
    assertThat(jobs(runs, 63)).isNotEqualTo(jobs(runs, 1));
    Set<String> training = new HashSet<>();
    ScenarioRuns earlier = open("jobs[0].trace.windows.from=0 %", "jobs[0].trace.windows.to=60 %");
    for (int replication = 1; replication <= 148; replication++) {
      jobs(earlier, replication).forEach(job -> training.add(job.name()));
    }
    assertThat(training).hasSize(148 * 256).doesNotContainAnyElementsOf(seen);
  }

  @Test
  void everyWindowHasTheLoadThatWasAskedFor() {
    SpeedModel speeds = ChainedSpeed.standard();
    for (double load : new double[] {0.7, 1.1}) {
      ScenarioRuns runs = open("jobs[0].trace.windows.load=" + load);
      for (int replication : new int[] {1, 7, 40}) {
        List<JobSpec> jobs = jobs(runs, replication);
        // The work is in seconds of a V100, which is also the reference GPU.
        double work = jobs.stream().mapToDouble(j -> j.workSeconds() * j.demand().gpus()).sum();
        double span = jobs.get(jobs.size() - 1).submitTime();
        double capacity = 0;
        for (NodeSpec node : runs.fleet().nodes()) {
          double mean =
              classes(runs).stream()
                  .mapToDouble(
                      job -> speeds.speed(job.workload(), node.gpuModel(), 1, Spread.ONE_NODE))
                  .average()
                  .orElseThrow();
          capacity += node.gpuCount() * mean;
        }
        assertThat(work / (span * capacity / 1.2)).isCloseTo(load, within(1e-9));
      }
    }
  }

  /** One job of each class. */
  private static List<JobSpec> classes(ScenarioRuns runs) {
    TreeMap<String, JobSpec> byClass = new TreeMap<>();
    for (int replication = 1; replication <= 4; replication++) {
      jobs(runs, replication).forEach(job -> byClass.put(job.workload().id(), job));
    }
    assertThat(byClass).hasSize(26);
    return List.copyOf(byClass.values());
  }

  @Test
  void jobsAreReshapedAsSaid() {
    int promoted = 0;
    int count = 0;
    ScenarioRuns runs = open();
    for (int replication = 1; replication <= 40; replication++) {
      for (JobSpec job : jobs(runs, replication)) {
        assertThat(job.demand().gpus()).isIn(1, 2, 3, 4);
        assertThat(job.workSeconds()).isBetween(30.0, 86_400.0);
        assertThat(job.terms().estimateSeconds()).isPositive();
        promoted += job.demand().gpus() > 1 ? 1 : 0;
        count++;
      }
    }
    // 30 % of some 95 % one-GPU jobs, and the 5 % that are gangs anyway.
    assertThat((double) promoted / count).isBetween(0.28, 0.42);
  }

  @Test
  void duetShareIsDuetButForTheSharesOfOneGpuJobs() {
    ScenarioRuns whole = open();
    ScenarioRuns shared = openFile("duet-share.yaml");
    for (int replication : new int[] {1, 30}) {
      List<JobSpec> expected = jobs(whole, replication);
      List<JobSpec> actual = jobs(shared, replication);
      assertThat(actual).hasSameSizeAs(expected);
      for (int i = 0; i < expected.size(); i++) {
        JobSpec job = actual.get(i);
        boolean alone = job.demand().gpus() > 1;
        assertThat(job.demand().milliPerGpu()).isEqualTo(alone ? 1000 : 500);
        assertThat(job)
            .usingRecursiveComparison()
            .ignoringFields("demand.milliPerGpu")
            .withEqualsForType(Double::equals, Double.class)
            .isEqualTo(expected.get(i));
      }
      JobSpec job = actual.get(0);
      assertThat(slowdown(shared.create("fifo", replication), job))
          .isEqualTo(slowdown(whole.create("fifo", replication), job));
    }
  }

  @Test
  void schedulersMeetTheSameMachinesAndReplicationsOthers() {
    ScenarioRuns runs = open();
    PreparedRun first = runs.create("fifo", 3);
    PreparedRun same = runs.create("srtf(durations=noisy)", 3);
    PreparedRun other = runs.create("fifo", 4);
    JobSpec job = jobs(runs, 3).get(0);
    assertThat(slowdown(first, job)).isEqualTo(slowdown(same, job));
    assertThat(slowdown(first, job)).isNotEqualTo(slowdown(other, job));
    assertThat(GpuCatalog.standard().require(GpuCatalog.REFERENCE_ID).id())
        .isEqualTo("V100-SXM2-16");
    assertThat(runs.replicationMethod())
        .contains("window", "hidden factors", "neighbours")
        .doesNotContain("blocks of a day");
  }

  private static double slowdown(PreparedRun run, JobSpec job) {
    return run.config()
        .physics()
        .variation()
        .start(6, run.config().streams())
        .slowdown(5, job.workload());
  }
}
