package org.edgetwin.sim.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.policies.ReferencePool.Job;
import org.junit.jupiter.api.Test;

/** What Slurm's two loops promise, on pools. */
class SlurmBackfillTest {
  private static final int INSTANCES = 300;
  private static final String NO_WEIGHTS = "age=0,size=0,fairshare=0,qos=0";
  private static final PoolInstance EIGHT = new PoolInstance(8, false, List.of());

  private static List<Job> jobs(PoolInstance instance) {
    List<Job> jobs = new ArrayList<>();
    for (PoolInstance.Draft draft : instance.drafts()) {
      if (draft.gpus() <= instance.capacity()) {
        jobs.add(new Job(jobs.size(), draft.submit(), draft.gpus(), draft.work(), draft.work()));
      }
    }
    return jobs;
  }

  private static double[] starts(String scheduler, double[]... submitGpusWork) {
    List<Job> jobs = new ArrayList<>();
    for (double[] job : submitGpusWork) {
      jobs.add(new Job(jobs.size(), job[0], (int) job[1], job[2], job[2]));
    }
    return PoolRun.of(EIGHT, scheduler, 0, jobs).stream()
        .mapToDouble(JobRecord::firstStartTime)
        .toArray();
  }

  @Test
  void withoutWeightsAndBackfillItIsStrictFifo() {
    for (int seed = 0; seed < INSTANCES; seed++) {
      PoolInstance instance = PoolInstance.draw(seed, false);
      List<Job> jobs = jobs(instance);
      String slurm = "slurm(" + NO_WEIGHTS + ",bf_interval=1e9)";
      // At time 0 there is a tick.
      jobs.removeIf(job -> job.submit == 0);
      List<Job> numbered = new ArrayList<>();
      for (Job job : jobs) {
        numbered.add(new Job(numbered.size(), job.submit, job.gpus, job.work, job.limit));
      }
      assertThat(ends(PoolRun.of(instance, slurm, 0, numbered)))
          .as("seed %d", seed)
          .isEqualTo(ends(PoolRun.of(instance, "fifo", 0, numbered)));
    }
  }

  private static List<Double> ends(List<JobRecord> records) {
    return records.stream().map(JobRecord::endTime).toList();
  }

  /** With exact limits that are not rounded, backfill takes from nobody. */
  @Test
  void backfillStartsNoJobLaterThanStrictFifo() {
    double saved = 0;
    for (int seed = 0; seed < INSTANCES; seed++) {
      PoolInstance instance = PoolInstance.draw(seed, false);
      List<Job> jobs = jobs(instance);
      List<JobRecord> fifo = PoolRun.of(instance, "fifo", 0, jobs);
      List<JobRecord> slurm =
          PoolRun.of(
              instance,
              "slurm(" + NO_WEIGHTS + ",bf_interval=1,bf_resolution=0,bf_window=1e9)",
              0,
              jobs);
      for (Job job : jobs) {
        double before = fifo.get(job.order).firstStartTime();
        double now = slurm.get(job.order).firstStartTime();
        assertThat(now).as("seed %d, job %d", seed, job.order).isLessThanOrEqualTo(before + 1e-6);
        saved += before - now;
      }
    }
    assertThat(saved).isPositive();
  }

  @Test
  void theBackfillPassComesAtItsTicksOnly() {
    double[] starts =
        starts(
            "slurm(" + NO_WEIGHTS + ",bf_resolution=0)",
            new double[] {0, 6, 100},
            new double[] {1, 8, 10},
            new double[] {2, 2, 50},
            new double[] {3, 2, 90});

    // The third fits beside the first and is through before the second's turn; the fourth is not.
    assertThat(starts).containsExactly(0, 100, 30, 110);
  }

  @Test
  void roundedEndsLetAJobPassThatDelaysTheHead() {
    double[] starts =
        starts(
            "slurm(" + NO_WEIGHTS + ",bf_resolution=60)",
            new double[] {0, 6, 100},
            new double[] {1, 8, 10},
            new double[] {2, 2, 90});

    // The first is seen to end at 120, and so is the third, which starts at 30.
    assertThat(starts).containsExactly(0, 120, 30);
  }

  @Test
  void jobsBehindTheFirstFewAreNotTested() {
    double[][] jobs = {{0, 6, 100}, {1, 8, 10}, {2, 2, 50}};

    assertThat(starts("slurm(" + NO_WEIGHTS + ",bf_max_job_test=1)", jobs)[2]).isEqualTo(110);
    assertThat(starts("slurm(" + NO_WEIGHTS + ",bf_max_job_test=2)", jobs)[2]).isEqualTo(30);
  }

  @Test
  void beyondTheWindowNobodyIsPromisedAnything() {
    double[][] jobs = {{0, 6, 1000}, {1, 8, 10}, {2, 2, 2000}};

    assertThat(starts("slurm(" + NO_WEIGHTS + ",bf_window=600)", jobs))
        .containsExactly(0, 2030, 30);
    assertThat(starts("slurm(" + NO_WEIGHTS + ",bf_window=6000,bf_resolution=0)", jobs))
        .containsExactly(0, 1000, 1010);
  }

  @Test
  void largeJobsComeFirstIfSizeCounts() {
    double[][] jobs = {{0, 8, 100}, {1, 2, 10}, {2, 8, 10}};

    assertThat(starts("slurm(age=0,size=1000,fairshare=0,bf_interval=1e9)", jobs))
        .containsExactly(0, 110, 100);
    assertThat(starts("slurm(age=1e9,size=1000,fairshare=0,bf_interval=1e9,calc_period=1)", jobs))
        .containsExactly(0, 100, 110);
  }
}
