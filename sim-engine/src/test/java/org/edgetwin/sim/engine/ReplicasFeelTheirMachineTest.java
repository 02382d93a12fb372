package org.edgetwin.sim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.LinearHostContention;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.gpu.serving.LinearIterationTime;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.ReplicaRecord;
import org.edgetwin.sim.metrics.RequestRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.metrics.ServiceFigures;
import org.edgetwin.sim.metrics.ServiceResult;
import org.edgetwin.sim.serving.ServingPlan;
import org.edgetwin.sim.serving.ServingRequest;
import org.edgetwin.sim.variation.HiddenFactors;
import org.edgetwin.sim.variation.MachineVariation;
import org.edgetwin.sim.variation.VariationModel;
import org.junit.jupiter.api.Test;

/** What slows a machine down slows the iterations of the replicas on it. */
class ReplicasFeelTheirMachineTest {
  /** Every iteration takes a second, whatever it works on. */
  private static final LinearIterationTime SECOND = new LinearIterationTime(1, 0, 0, 0, 0);

  private static final LinearIterationTime USUAL =
      new LinearIterationTime(0.01, 1e-4, 1e-8, 1e-7, 1e-5);

  private static final LinearHostContention NEIGHBOURS =
      new LinearHostContention(
          Map.of(SmallCluster.CLASS.id(), new LinearHostContention.Coefficients(0.5, 1)));

  /** Every machine takes so many times as long from a time on. */
  private record From(double time, double factor) implements VariationModel {
    @Override
    public MachineVariation start(int nodes, Streams streams) {
      return new Later(this, false);
    }

    @Override
    public double observationSd() {
      return 0;
    }

    @Override
    public String describe() {
      return "later";
    }
  }

  private static final class Later implements MachineVariation {
    private final From model;
    private boolean changed;

    Later(From model, boolean changed) {
      this.model = model;
      this.changed = changed;
    }

    @Override
    public double slowdown(int node, WorkloadClass workload) {
      return changed ? model.factor() : 1;
    }

    @Override
    public double nextChange() {
      return changed ? Double.POSITIVE_INFINITY : model.time();
    }

    @Override
    public void change() {
      changed = true;
    }

    @Override
    public MachineVariation copy() {
      return new Later(model, changed);
    }
  }

  private static ServingPlan plan(
      LinearIterationTime times, int least, int most, List<ServingRequest> requests) {
    return new SmallService(times, least, most).plan(requests);
  }

  private static RequestRecord only(RunResult result) {
    return result.services().get(0).requests().get(0);
  }

  @Test
  void anIterationKeepsThePaceItBeganWith() {
    // Ten iterations from 0 on; the one under way at 3.5 ends at 4, the six after it take double.
    ServingPlan plan = plan(SECOND, 1, 1, List.of(ServingRequest.of(0, 100, 10)));
    RunResult result = new SmallCluster().node(1, 1).with(new From(3.5, 2)).with(plan).run("fifo");
    assertThat(only(result).firstTokenTime()).isEqualTo(1);
    assertThat(only(result).finishTime()).isCloseTo(4 + 6 * 2, within(1e-9));
    ServiceResult service = result.services().get(0);
    assertThat(ServiceFigures.of(service, result.endTime()).slowdown())
        .isCloseTo(16.0 / 10, within(1e-9));
    assertThat(service.replicas().get(0).nominalSeconds()).isCloseTo(10, within(1e-9));
  }

  @Test
  void aFirstTokenPlannedBeforeTheChangeComesLater() {
    // The prompt is planned at 1 for the iteration from 2 on, and the machine changes at 1.5.
    List<ServingRequest> requests =
        List.of(ServingRequest.of(0, 100, 10), ServingRequest.of(0.5, 100, 2));
    RunResult result =
        new SmallCluster()
            .node(1, 1)
            .with(new From(1.5, 3))
            .with(plan(SECOND, 1, 1, requests))
            .run("fifo");
    RequestRecord second = result.services().get(0).requests().get(1);
    assertThat(second.scheduledTime()).isEqualTo(1);
    assertThat(second.firstTokenTime()).isCloseTo(2 + 3, within(1e-9));
  }

  @Test
  void whoStartsOnASlowMachineIsSlowFromTheFirstIteration() {
    ServingPlan plan = plan(SECOND, 1, 1, List.of(ServingRequest.of(20, 100, 10)));
    RunResult result = new SmallCluster().node(1, 1).with(new From(3, 2)).with(plan).run("fifo");
    assertThat(only(result).finishTime()).isCloseTo(20 + 2 * 10, within(1e-9));
  }

  @Test
  void neighboursOnTheMachineStretchIterationsWhileTheyAreThere() {
    // Beside one neighbour it keeps 1/1.5. The job is there from 2.5 on and, alone worth two
    // seconds of work, for three: iterations begin at 3, 4.5 and, alone again, 6.
    ServingPlan plan = plan(SECOND, 1, 1, List.of(ServingRequest.of(0, 100, 10)));
    RunResult result =
        new SmallCluster().node(1, 2).with(NEIGHBOURS).with(plan).job(2.5, 1, 2).run("fifo");
    assertThat(result.jobs().get(0).endTime()).isCloseTo(5.5, within(1e-9));
    assertThat(only(result).finishTime()).isCloseTo(3 + 2 * 1.5 + 5, within(1e-9));
  }

  @Test
  void machinesThatChangeNothingChangeNothing() {
    ServingPlan plan = plan(USUAL, 1, 3, SmallService.requests(300, 4));
    RunResult without = new SmallCluster().node(1, 4).with(plan).job(3, 1, 20).run("fifo");
    RunResult with =
        new SmallCluster()
            .node(1, 4)
            .with(new From(7, 1))
            .with(new LinearHostContention(Map.of()))
            .with(plan)
            .job(3, 1, 20)
            .run("fifo");
    assertThat(with.services()).isEqualTo(without.services());
    assertThat(without.services().get(0).replicas())
        .allMatch(stay -> stay.busySeconds() == stay.nominalSeconds());
  }

  @Test
  void forksContinueBitForBit() {
    SmallCluster cluster =
        new SmallCluster()
            .node(1, 2)
            .node(1, 3)
            .with(NEIGHBOURS)
            .with(new HiddenFactors(2, 0.3, 0.2, 0.3, 5, 2, 0.1, 0))
            .with(plan(USUAL, 1, 3, SmallService.requests(300, 4)));
    for (int i = 0; i < 20; i++) {
      cluster.job(4 * i, 1, 7);
    }
    RunResult whole = cluster.run("fifo");
    assertThat(whole.services().get(0).requests()).allMatch(RequestRecord::isFinished);
    assertThat(whole.services().get(0).replicas())
        .filteredOn(stay -> stay.busySeconds() > 1)
        .isNotEmpty()
        .allMatch(ReplicasFeelTheirMachineTest::wasStretched);
    for (double time : new double[] {0.5, 12.3, 30, 55}) {
      Simulation simulation = cluster.under("fifo").runUntil(time);
      RunResult forked = simulation.fork().run().result();
      assertThat(forked.services()).as("fork at %s", time).isEqualTo(whole.services());
      assertThat(forked.jobs()).isEqualTo(whole.jobs());
      assertThat(simulation.run().result().services()).isEqualTo(whole.services());
    }
  }

  private static boolean wasStretched(ReplicaRecord stay) {
    return Math.abs(stay.busySeconds() / stay.nominalSeconds() - 1) > 1e-3;
  }
}
