package org.edgetwin.sim.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.fleet.VirtualCluster;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.metrics.Attempt;
import org.edgetwin.sim.metrics.GroupUsage;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.RunResult;

/**
 * What must hold for every run of every scheduler, worked out from the log of attempts alone, with
 * no help from the allocator.
 */
final class RunChecks {
  private final Scene scene;
  private final RunResult result;
  private final boolean mayShare;

  /**
   * Checks of a run.
   *
   * @param mayShare whether the scheduler says that it puts jobs on the same GPUs
   */
  RunChecks(Scene scene, RunResult result, boolean mayShare) {
    this.scene = scene;
    this.result = result;
    this.mayShare = mayShare;
  }

  /** A quantity held by attempts, as a step function of time. */
  private static final class Ledger {
    private record Change(double time, long amount) {}

    private final Map<String, List<Change>> changesByAccount = new TreeMap<>();

    void hold(String account, Attempt attempt, long amount) {
      List<Change> changes = changesByAccount.computeIfAbsent(account, key -> new ArrayList<>());
      changes.add(new Change(attempt.startTime(), amount));
      changes.add(new Change(attempt.endTime(), -amount));
    }

    /** At one instant what is given back comes before what is taken. */
    long largest(String account) {
      List<Change> changes = new ArrayList<>(changesByAccount.getOrDefault(account, List.of()));
      changes.sort(Comparator.comparingDouble(Change::time).thenComparingLong(Change::amount));
      long held = 0;
      long most = 0;
      for (Change change : changes) {
        held += change.amount();
        most = Math.max(most, held);
      }
      return most;
    }
  }

  private JobSpec spec(Attempt attempt) {
    return scene.jobs().get(attempt.job());
  }

  private static boolean lasts(Attempt attempt) {
    return attempt.endTime() > attempt.startTime();
  }

  void noGpuIsOversubscribed() {
    Ledger shares = new Ledger();
    Ledger memory = new Ledger();
    for (Attempt attempt : result.attempts()) {
      for (int i = 0; i < attempt.nodes().length; i++) {
        long mask = attempt.gpuMasks()[i];
        NodeSpec node = scene.fleet().nodes().get(attempt.nodes()[i]);
        assertThat(64 - Long.numberOfLeadingZeros(mask)).isLessThanOrEqualTo(node.gpuCount());
        for (long rest = mask; rest != 0 && lasts(attempt); rest &= rest - 1) {
          String gpu = attempt.nodes()[i] + "/" + Long.numberOfTrailingZeros(rest);
          shares.hold(gpu, attempt, attempt.milliPerGpu());
          memory.hold(gpu, attempt, (long) (1000 * spec(attempt).demand().gpuMemoryGb()));
        }
      }
    }
    for (String gpu : shares.changesByAccount.keySet()) {
      NodeSpec node =
          scene.fleet().nodes().get(Integer.parseInt(gpu.substring(0, gpu.indexOf('/'))));
      assertThat(shares.largest(gpu)).as("share of %s", gpu).isLessThanOrEqualTo(1000);
      assertThat(memory.largest(gpu))
          .as("memory of %s", gpu)
          .isLessThanOrEqualTo((long) (1000 * node.gpuModel().memoryGb()));
    }
  }

  void noHostIsOversubscribed() {
    Ledger cpu = new Ledger();
    Ledger memory = new Ledger();
    for (Attempt attempt : result.attempts()) {
      String node = Integer.toString(attempt.nodes()[0]);
      if (lasts(attempt)) {
        cpu.hold(node, attempt, spec(attempt).demand().cpuMilli());
        memory.hold(node, attempt, spec(attempt).demand().memoryMib());
      }
    }
    for (int i = 0; i < scene.fleet().nodes().size(); i++) {
      NodeSpec node = scene.fleet().nodes().get(i);
      assertThat(cpu.largest(Integer.toString(i))).isLessThanOrEqualTo(node.cpuMilli());
      assertThat(memory.largest(Integer.toString(i))).isLessThanOrEqualTo(node.memoryMib());
    }
  }

  void noQuotaIsExceeded() {
    Ledger held = new Ledger();
    for (Attempt attempt : result.attempts()) {
      if (lasts(attempt)) {
        held.hold(
            Integer.toString(spec(attempt).virtualCluster()),
            attempt,
            (long) gpuCount(attempt) * attempt.milliPerGpu());
      }
    }
    for (int vc = 0; vc < scene.fleet().virtualClusters().size(); vc++) {
      VirtualCluster tenant = scene.fleet().virtualClusters().get(vc);
      assertThat(held.largest(Integer.toString(vc)))
          .isLessThanOrEqualTo(1000L * tenant.quotaGpus());
    }
  }

  private static int gpuCount(Attempt attempt) {
    int count = 0;
    for (long mask : attempt.gpuMasks()) {
      count += Long.bitCount(mask);
    }
    return count;
  }

  void gangsAreWholeAndWhereTheyMayBe() {
    for (Attempt attempt : result.attempts()) {
      JobSpec job = spec(attempt);
      Demand demand = job.demand();
      if (job.elastic() == null) {
        assertThat(gpuCount(attempt)).isEqualTo(demand.gpus());
      } else {
        assertThat(gpuCount(attempt))
            .isBetween(
                job.elastic().elasticity().leastGpus(), job.elastic().elasticity().mostGpus());
      }
      if (isHalf(attempt)) {
        packedGangsShareTheVerySameGpus(attempt);
      } else {
        assertThat(attempt.milliPerGpu()).isEqualTo(demand.milliPerGpu());
      }
      if (demand.spanning() == Spanning.ONE_NODE) {
        assertThat(attempt.nodes()).hasSize(1);
      }
      assertThat(attempt.nodes()).doesNotHaveDuplicates();
      NodeSpec first = scene.fleet().nodes().get(attempt.nodes()[0]);
      for (int index : attempt.nodes()) {
        NodeSpec node = scene.fleet().nodes().get(index);
        assertThat(node.gpuModel()).isEqualTo(first.gpuModel());
        assertThat(node.virtualCluster()).isIn(NodeSpec.SHARED, job.virtualCluster());
        assertThat(node.priceUsdPerGpuHour()).isLessThanOrEqualTo(demand.priceCapUsdPerGpuHour());
        assertThat(
                demand.gpuModels().isEmpty() || demand.gpuModels().contains(node.gpuModel().id()))
            .isTrue();
        assertThat(demand.gpus() > 0 && job.workload().exceeds(node.gpuModel())).isFalse();
      }
    }
  }

  /** A rigid gang of whole GPUs that lets one other onto its GPUs. */
  private boolean isHalf(Attempt attempt) {
    JobSpec job = spec(attempt);
    return mayShare
        && attempt.milliPerGpu() == 500
        && job.demand().wholeGpus()
        && job.elastic() == null;
  }

  private void packedGangsShareTheVerySameGpus(Attempt attempt) {
    for (Attempt other : result.attempts()) {
      if (isHalf(other)
          && Math.min(attempt.endTime(), other.endTime())
              > Math.max(attempt.startTime(), other.startTime())
          && !Collections.disjoint(gpus(attempt), gpus(other))) {
        assertThat(gpus(other)).isEqualTo(gpus(attempt));
      }
    }
  }

  private static Set<Integer> gpus(Attempt attempt) {
    Set<Integer> gpus = new TreeSet<>();
    for (int i = 0; i < attempt.nodes().length; i++) {
      for (long rest = attempt.gpuMasks()[i]; rest != 0; rest &= rest - 1) {
        gpus.add(attempt.nodes()[i] * 64 + Long.numberOfTrailingZeros(rest));
      }
    }
    return gpus;
  }

  void attemptsOfAJobFollowEachOther() {
    double[] freeFrom = new double[scene.jobs().size()];
    int[] count = new int[freeFrom.length];
    for (Attempt attempt :
        result.attempts().stream()
            .sorted(
                Comparator.comparingDouble(Attempt::startTime)
                    .thenComparingDouble(Attempt::endTime))
            .toList()) {
      int job = attempt.job();
      assertThat(attempt.startTime())
          .isGreaterThanOrEqualTo(Math.max(freeFrom[job], scene.jobs().get(job).submitTime()));
      freeFrom[job] = attempt.endTime();
      count[job]++;
    }
    for (JobRecord job : result.jobs()) {
      assertThat(job.starts()).isEqualTo(count[job.id()]);
    }
  }

  void everyJobThatFitsTheIdleFleetHasEnded() {
    if (scene.endTime() < Double.POSITIVE_INFINITY) {
      return;
    }
    assertThat(result.jobs()).hasSameSizeAs(scene.jobs());
    assertThat(result.jobs().stream().filter(job -> !job.state().isFinal())).isEmpty();
  }

  void timeIsConserved() {
    double[] heldByJob = new double[result.jobs().size()];
    double[] gpuSecondsByGroup = new double[result.usage().size()];
    for (Attempt attempt : result.attempts()) {
      double held = attempt.endTime() - attempt.startTime();
      heldByJob[attempt.job()] += held;
      gpuSecondsByGroup[attempt.group()] += held * gpuCount(attempt) * attempt.milliPerGpu() / 1000;
    }
    for (JobRecord job : result.jobs()) {
      assertThat(job.heldSeconds()).isCloseTo(heldByJob[job.id()], within(1e-6));
    }
    for (GroupUsage usage : result.usage()) {
      assertThat(usage.heldGpuSeconds())
          .isCloseTo(
              gpuSecondsByGroup[usage.group()], within(1e-6 + 1e-9 * usage.heldGpuSeconds()));
      assertThat(usage.heldGpuSeconds())
          .isLessThanOrEqualTo(usage.gpus() * result.endTime() * (1 + 1e-12));
    }
  }

  /** Not where jobs stand between two leases while their scheduler thinks. */
  void overheadsAreExplained() {
    result.jobs().forEach(this::overheadIsExplained);
  }

  void gpuSecondsOfElasticJobsAreThoseOfTheirGangs() {
    double[] gpuSeconds = new double[result.jobs().size()];
    for (Attempt attempt : result.attempts()) {
      gpuSeconds[attempt.job()] +=
          (attempt.endTime() - attempt.startTime())
              * gpuCount(attempt)
              * attempt.milliPerGpu()
              / 1000;
    }
    for (JobRecord job : result.jobs()) {
      assertThat(job.heldGpuSeconds()).isCloseTo(gpuSeconds[job.id()], within(1e-6));
      if (job.gangs() != null) {
        assertThat(job.gangs().usefulGpuSeconds())
            .isBetween(-1e-6, job.gangs().heldGpuSeconds() + 1e-6);
      }
    }
  }

  /** What a job held without progress was restarts and checkpoints. */
  private void overheadIsExplained(JobRecord job) {
    Recovery recovery = scene.jobs().get(job.id()).recovery();
    double overhead = job.heldSeconds() - job.runningSeconds();
    double restarts = Math.max(0, job.starts() - 1) * recovery.restartSeconds();
    double interval = recovery.checkpointIntervalSeconds();
    double checkpoints =
        interval > 0 ? recovery.checkpointSeconds() * (job.runningSeconds() / interval) : 0;
    assertThat(overhead).isBetween(-1e-6, restarts + checkpoints + 1e-6);
    assertThat(job.lostSeconds()).isBetween(0.0, job.runningSeconds() + 1e-6);
    if (job.starts() == 1) {
      assertThat(job.lostSeconds() == 0 || job.state() != JobState.DONE).isTrue();
    }
  }

  /** Little's law without a remainder. */
  void jobsInSystemIntegrateToTheTimesInSystem() {
    double sum = 0;
    for (JobRecord job : result.jobs()) {
      sum += (job.state().isFinal() ? job.endTime() : result.endTime()) - job.submitTime();
    }
    assertThat(result.jobsInSystemSeconds()).isCloseTo(sum, within(1e-9 * sum + 1e-6));
  }

  void doneWorkIsSpeedTimesTime() {
    for (JobRecord job : result.jobs()) {
      Demand demand = scene.jobs().get(job.id()).demand();
      if (job.state() != JobState.DONE
          || !demand.wholeGpus()
          || job.starts() != 1
          || job.gangs() != null) {
        continue;
      }
      double rate = job.workSeconds() / job.runningSeconds();
      if (demand.gpus() > 0 && job.workSeconds() > 0) {
        assertThat(List.of(0.25, 0.5, 1.0, 2.0))
            .anySatisfy(speed -> assertThat(rate).isCloseTo(speed, within(1e-9)));
      }
    }
  }
}
