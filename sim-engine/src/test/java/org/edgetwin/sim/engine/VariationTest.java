package org.edgetwin.sim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.edgetwin.gpu.LinearHostContention;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.edgetwin.sim.variation.HiddenFactors;
import org.edgetwin.sim.variation.MachineVariation;
import org.edgetwin.sim.variation.VariationModel;
import org.junit.jupiter.api.Test;

class VariationTest {
  private static final LinearHostContention NEIGHBOURS =
      new LinearHostContention(
          Map.of(SmallCluster.CLASS.id(), new LinearHostContention.Coefficients(0.5, 1)));

  /** Machine 0 is as promised until 100 s and takes twice as long from then on. */
  private static final class Tiring implements VariationModel, MachineVariation {
    private boolean tired;

    @Override
    public MachineVariation start(int nodes, Streams streams) {
      return new Tiring();
    }

    @Override
    public double observationSd() {
      return 0;
    }

    @Override
    public String describe() {
      return "tiring";
    }

    @Override
    public double slowdown(int node, WorkloadClass workload) {
      return tired ? 2 : 1;
    }

    @Override
    public double nextChange() {
      return tired ? Double.POSITIVE_INFINITY : 100;
    }

    @Override
    public void change() {
      tired = true;
    }

    @Override
    public MachineVariation copy() {
      Tiring copy = new Tiring();
      copy.tired = tired;
      return copy;
    }
  }

  /** FIFO that writes down the slow-downs it measures. */
  private static final class Watching implements Scheduler {
    private final Scheduler fifo = SchedulerCatalog.standard().create("fifo", new Streams(1, 1));
    private final List<Double> seen = new ArrayList<>();
    private final List<Integer> nodes = new ArrayList<>();

    @Override
    public Decision decide(ClusterView view) {
      return fifo.decide(view);
    }

    @Override
    public void on(EngineNotice notice, ClusterView view) {
      if (notice instanceof EngineNotice.JobEnded ended) {
        seen.add(view.observedSlowdown(view.job(ended.job())));
        nodes.add(view.attemptNode(view.job(ended.job())));
      }
      fifo.on(notice, view);
    }

    @Override
    public Set<EngineNotice.Kind> listensTo() {
      return EnumSet.allOf(EngineNotice.Kind.class);
    }

    @Override
    public Knowledge knowledge() {
      return Knowledge.NONE;
    }

    @Override
    public Set<Capability> needs() {
      return Set.of();
    }

    @Override
    public Scheduler copy() {
      return this;
    }
  }

  @Test
  void aMachineThatSlowsDownMovesTheEndAndIsMeasured() {
    Watching watching = new Watching();
    JobRecord job =
        new SmallCluster().node(1, 1).with(new Tiring()).job(0, 1, 150).run(watching).jobs().get(0);

    assertThat(job.endTime()).isEqualTo(100 + 2 * 50);
    assertThat(watching.seen).hasSize(1);
    assertThat(watching.seen.get(0)).isCloseTo(200.0 / 150, within(1e-12));
    assertThat(watching.nodes).containsExactly(0);
  }

  @Test
  void neighboursOnAMachineAreFeltAndAreNotMistakenForASlowMachine() {
    Watching watching = new Watching();
    List<JobRecord> jobs =
        new SmallCluster()
            .node(1, 2)
            .with(NEIGHBOURS)
            .with(new Tiring())
            .until(99)
            .job(0, 1, 10)
            .job(0, 1, 40)
            .run(watching)
            .jobs();

    // Together each keeps 1/1.5; alone everything.
    assertThat(jobs.get(0).endTime()).isCloseTo(15, within(1e-9));
    assertThat(jobs.get(1).endTime()).isCloseTo(15 + 30, within(1e-9));
    assertThat(watching.seen).allSatisfy(s -> assertThat(s).isCloseTo(1, within(1e-12)));
  }

  @Test
  void jobsOnDifferentMachinesDoNotMeet() {
    List<JobRecord> jobs =
        new SmallCluster()
            .node(1, 1)
            .node(1, 1)
            .with(NEIGHBOURS)
            .job(0, 1, 10)
            .job(0, 1, 10)
            .run("fifo")
            .jobs();
    assertThat(jobs).allMatch(job -> job.endTime() == 10);
  }

  @Test
  void measuredSlowdownsScatterAroundTheTruthAsSaid() {
    SmallCluster cluster =
        new SmallCluster().node(1, 1).with(new HiddenFactors(1, 0, 0, 0, 1, 1, 0, 0.15));
    for (int i = 0; i < 4000; i++) {
      cluster.job(i * 2, 1, 1);
    }
    Watching watching = new Watching();
    cluster.run(watching);
    double squares = watching.seen.stream().mapToDouble(s -> Math.log(s) * Math.log(s)).sum();
    assertThat(squares / 4000).isCloseTo(0.15 * 0.15, within(0.002));
  }

  @Test
  void aForkDriftsLikeTheOriginal() {
    HiddenFactors factors = new HiddenFactors(2, 0.3, 0.2, 0.3, 50, 5, 0.1, 0.1);
    SmallCluster cluster = new SmallCluster().node(1, 4).node(2, 4).with(NEIGHBOURS).with(factors);
    for (int i = 0; i < 200; i++) {
      cluster.job(i, 1 + i % 4, 3 + i % 17);
    }
    Simulation original =
        cluster.under(SchedulerCatalog.standard().create("srtf+best-fit", new Streams(1, 1)));
    original.runUntil(101.5);
    Simulation fork = original.fork();
    assertThat(fork.run().result().jobs()).isEqualTo(original.run().result().jobs());
    assertThat(original.result().jobs()).allMatch(job -> job.endTime() > 0);
  }

  @Test
  void theTruthIsForOraclesOnly() {
    Scheduler curious =
        new Scheduler() {
          @Override
          public Decision decide(ClusterView view) {
            view.forEachQueued(id -> view.trueSlowdown(view.job(id), 0));
            return Decision.NONE;
          }

          @Override
          public Knowledge knowledge() {
            return Knowledge.NONE;
          }

          @Override
          public Set<Capability> needs() {
            return Set.of();
          }

          @Override
          public Scheduler copy() {
            return this;
          }
        };
    assertThatThrownBy(
            () -> new SmallCluster().node(1, 1).with(new Tiring()).job(0, 1, 5).run(curious))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("declares no such knowledge");
  }
}
