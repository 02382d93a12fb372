package org.edgetwin.sim.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.policies.ReferencePool.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What backfilling promises, read off finished runs. */
class BackfillPropertyTest {
  private static final int INSTANCES = 300;
  private static final double TOLERANCE_SECONDS = 1e-6;

  private static List<JobRecord> run(PoolInstance instance, String scheduler, List<Job> jobs) {
    return PoolRun.of(instance, scheduler, 0, jobs);
  }

  private static List<Job> jobs(PoolInstance instance, boolean exact, boolean singles) {
    List<Job> jobs = new ArrayList<>();
    for (PoolInstance.Draft draft : instance.drafts()) {
      if (draft.gpus() <= instance.capacity()) {
        double limit = exact ? draft.work() : Math.max(draft.work(), draft.roughLimit());
        int gpus = singles ? 1 : draft.gpus();
        jobs.add(new Job(jobs.size(), draft.submit(), gpus, draft.work(), limit));
      }
    }
    return jobs;
  }

  /**
   * Once a job is the head of the queue, it starts no later than it would if nobody came between:
   * when enough of those that run then have reached their limits.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void easyNeverDelaysTheHeadOfTheQueue(boolean exactLimits) {
    for (int seed = 0; seed < INSTANCES; seed++) {
      PoolInstance instance = PoolInstance.draw(seed, false);
      List<Job> jobs = jobs(instance, exactLimits, false);
      List<JobRecord> records = run(instance, "easy", jobs);
      double headSince = 0;
      for (JobRecord head : records) {
        headSince = Math.max(headSince, head.submitTime());
        double promised = startIfNobodyCame(head, headSince, records, jobs, instance.capacity());
        assertThat(head.firstStartTime())
            .as("seed %d, job %d", seed, head.id())
            .isLessThanOrEqualTo(promised + TOLERANCE_SECONDS);
        headSince = Math.max(headSince, head.firstStartTime());
      }
    }
  }

  private static double startIfNobodyCame(
      JobRecord head, double since, List<JobRecord> records, List<Job> jobs, int capacity) {
    double free = capacity;
    List<double[]> ends = new ArrayList<>();
    for (JobRecord other : records) {
      boolean startedBefore =
          other.firstStartTime() < since
              || (other.firstStartTime() == since && other.id() < head.id());
      if (other.id() != head.id() && startedBefore && other.endTime() > since) {
        free -= other.gpus();
        ends.add(new double[] {other.firstStartTime() + jobs.get(other.id()).limit, other.gpus()});
      }
    }
    ends.sort((a, b) -> Double.compare(a[0], b[0]));
    double start = since;
    for (double[] end : ends) {
      if (free >= head.gpus()) {
        break;
      }
      free += end[1];
      start = Math.max(since, end[0]);
    }
    return start;
  }

  @Test
  void conservativeStartsNoJobLaterThanStrictFifo() {
    for (int seed = 0; seed < INSTANCES; seed++) {
      PoolInstance instance = PoolInstance.draw(seed, false);
      List<Job> jobs = jobs(instance, true, false);
      List<JobRecord> fifo = run(instance, "fifo", jobs);
      List<JobRecord> conservative = run(instance, "conservative", jobs);
      for (Job job : jobs) {
        assertThat(conservative.get(job.order).firstStartTime())
            .as("seed %d, job %d", seed, job.order)
            .isLessThanOrEqualTo(fifo.get(job.order).firstStartTime() + TOLERANCE_SECONDS);
      }
    }
  }

  /** Whoever comes later changes nothing: the start of a job is settled by those before it. */
  @Test
  void conservativeWithExactLimitsDelaysNobody() {
    for (int seed = 0; seed < INSTANCES / 3; seed++) {
      PoolInstance instance = PoolInstance.draw(seed, false);
      List<Job> jobs = jobs(instance, true, false);
      List<JobRecord> all = run(instance, "conservative", jobs);
      List<JobRecord> half = run(instance, "conservative", jobs.subList(0, jobs.size() / 2));
      for (JobRecord job : half) {
        assertThat(all.get(job.id()).firstStartTime()).isEqualTo(job.firstStartTime());
      }
    }
  }

  @Test
  void withJobsOfOneGpuBackfillingChangesNothing() {
    for (int seed = 0; seed < INSTANCES; seed++) {
      PoolInstance instance = PoolInstance.draw(seed, false);
      List<Job> jobs = jobs(instance, true, true);
      List<JobRecord> strict = run(instance, "fifo", jobs);
      for (String other : List.of("fifo-fit-first", "easy", "conservative")) {
        List<JobRecord> records = run(instance, other, jobs);
        for (Job job : jobs) {
          assertThat(records.get(job.order).endTime())
              .as("%s, seed %d", other, seed)
              .isEqualTo(strict.get(job.order).endTime());
        }
      }
    }
  }
}
