package org.edgetwin.sim.policies.muri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.engine.SmallCluster;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.job.StageTimes;
import org.edgetwin.sim.job.Turns;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class GroupSearchTest {
  private static final StageTimes CPU_BOUND = new StageTimes(9, 1, 0, 10);
  private static final StageTimes GPU_BOUND = new StageTimes(1, 9, 0, 10);

  private static List<JobView> jobs(List<StageTimes> stages) {
    SmallCluster cluster = new SmallCluster().node(1, 1);
    for (StageTimes times : stages) {
      cluster.job(0, 1, 1000).stages(times);
    }
    Simulation simulation =
        cluster.under(SchedulerCatalog.standard().create("fifo", new Streams(1, 1)));
    simulation.cluster().advanceToDecision();
    ClusterView view = simulation.cluster().observe(0);
    List<JobView> jobs = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      jobs.add(view.job(i));
    }
    return jobs;
  }

  @Test
  void pairsJobsWhoseStagesComplementEachOther() {
    List<JobView> jobs = jobs(List.of(CPU_BOUND, CPU_BOUND, GPU_BOUND, GPU_BOUND));

    List<TurnGroup> groups = new GroupSearch(2, 1).group(jobs);

    assertThat(groups).hasSize(2);
    for (TurnGroup group : groups) {
      assertThat(group.jobs())
          .extracting(JobView::stages)
          .containsExactlyInAnyOrder(CPU_BOUND, GPU_BOUND);
      // Slots of 1, 9 and 1 s: in the long one the one is at its CPU, the other at its GPU.
      assertThat(group.period()).isEqualTo(11);
    }
  }

  @Test
  void leavesAloneWhoWouldOnlyStandInEachOthersWay() {
    StageTimes onlyGpu = new StageTimes(0, 10, 0, 10);

    assertThat(new GroupSearch(4, 1.1).group(jobs(List.of(onlyGpu, onlyGpu)))).hasSize(2);
  }

  @Test
  void findsTheBestPhases() {
    RandomStream random = new Streams(5, 1).stream("stages");
    int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    for (int i = 0; i < 20; i++) {
      List<StageTimes> stages = new ArrayList<>();
      for (int j = 0; j < 3; j++) {
        double load = random.nextDouble();
        double compute = random.nextDouble();
        stages.add(new StageTimes(load, compute, 0.1, load + compute + 0.1));
      }
      StageTimes[] array = stages.toArray(StageTimes[]::new);
      double best = Double.POSITIVE_INFINITY;
      for (int[] order : orders) {
        best = Math.min(best, Turns.period(array, order, 3, 1));
      }

      TurnGroup group = TurnGroup.inBestPhases(jobs(stages));

      assertThat(group.period()).isCloseTo(best, within(1e-12));
      int[] chosen = group.phases().stream().mapToInt(Integer::intValue).toArray();
      assertThat(Turns.period(array, chosen, 3, 1)).isEqualTo(group.period());
    }
  }
}
