package org.edgetwin.sim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.goodput.GoodputModel;
import org.edgetwin.gpu.goodput.GradientSignal;
import org.edgetwin.gpu.goodput.PolluxStep;
import org.edgetwin.gpu.goodput.StepTime;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.ElasticTraining;
import org.edgetwin.sim.job.Elasticity;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.Slice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs whose gang, GPU type and batch change while they run. */
final class ElasticJobTest {
  private static final GpuModel GPU =
      GpuModel.custom("x1.0").memoryGb(16).memoryBandwidthGbs(900).fp32Tflops(15).build();
  private static final StepTime PERFECT = PolluxStep.perfect(0.01);
  private static final GradientSignal NOISE = GradientSignal.constant(0);
  private static final Recovery RESTART = Recovery.DEFAULT.withRestartSeconds(5);

  private static GoodputModel model(StepTime step, GradientSignal signal) {
    return new GoodputModel("m", GPU, step, signal, 100, 800, 1, 800, 1000);
  }

  private static ElasticTraining training(StepTime step, GradientSignal signal) {
    return ElasticTraining.of(model(step, signal), 1, 8, 100);
  }

  private static Demand gang(int gpus) {
    return SmallCluster.demand(gpus, Demand.WHOLE_GPU, 0).withSpanning(Spanning.MANY_NODES);
  }

  /** One job of 100 s of work that asks for two GPUs. */
  private static SmallCluster one(Recovery recovery, ElasticTraining training) {
    return new SmallCluster()
        .node(1, 4)
        .node(1, 4)
        .node(2, 4)
        .job(0, gang(2), 100, Terms.NONE, recovery)
        .elastic(training);
  }

  private static Action.Start start(int gpus) {
    return new Action.Start(0, Placement.whole(0, gpus));
  }

  private static Action.Resize resize(int job, int node, int gpus, int batch) {
    return new Action.Resize(job, Placement.whole(node, gpus), batch);
  }

  @Test
  void aGrownJobPaysItsRestartAndGoesOnFaster() {
    RunResult result =
        one(RESTART, training(PERFECT, NOISE))
            .run(new ScriptedScheduler().at(0, start(2)).at(10, resize(0, 0, 4, 100)));

    JobRecord job = result.jobs().get(0);
    assertThat(job.endTime()).isCloseTo(10 + 5 + (100 - 2 * 10) / 4.0, within(1e-9));
    assertThat(job.starts()).isEqualTo(2);
    assertThat(job.preemptions()).isZero();
    assertThat(job.gangs().resizes()).isEqualTo(1);
    assertThat(job.gangs().heldGpuSeconds()).isCloseTo(10 * 2 + 25 * 4, within(1e-9));
    assertThat(job.gangs().usefulGpuSeconds()).isCloseTo(10 * 2 + 20 * 4, within(1e-9));
    assertThat(job.costUsd()).isCloseTo(120 / 3600.0, within(1e-12));
    assertThat(result.usage().get(0).heldGpuSeconds()).isCloseTo(120, within(1e-9));
    assertThat(result.attempts())
        .extracting(a -> a.startTime(), a -> a.endTime(), a -> a.gpuMasks()[0], a -> a.outcome())
        .containsExactly(tuple(0.0, 10.0, 0b11L, "resized"), tuple(10.0, 35.0, 0b1111L, "done"));
  }

  @Test
  void aShrunkJobLeavesItsGpusToOthersAtOnce() {
    SmallCluster cluster =
        new SmallCluster()
            .node(1, 4)
            .job(0, gang(4), 100, Terms.NONE, Recovery.DEFAULT)
            .elastic(training(PERFECT, NOISE))
            .job(10, 3, 30);
    ScriptedScheduler script =
        new ScriptedScheduler()
            .at(0, start(4))
            .at(10, resize(0, 0, 1, 100), new Action.Start(1, Placement.whole(0, 3)));

    RunResult result = cluster.run(script);

    assertThat(result.jobs()).extracting(JobRecord::endTime).containsExactly(70.0, 40.0);
  }

  @Test
  void twoJobsSwapTheirGpusInOneDecision() {
    SmallCluster cluster =
        new SmallCluster()
            .node(1, 2)
            .node(2, 2)
            .job(0, gang(2), 100, Terms.NONE, Recovery.DEFAULT)
            .elastic(training(PERFECT, NOISE))
            .job(0, gang(2), 100, Terms.NONE, Recovery.DEFAULT)
            .elastic(training(PERFECT, NOISE));
    ScriptedScheduler script =
        new ScriptedScheduler()
            .at(0, start(2), new Action.Start(1, Placement.whole(1, 2)))
            .at(10, resize(0, 1, 2, 100), resize(1, 0, 2, 100));

    RunResult result = cluster.run(script);

    // 10 s at 2 and 4, then the other way round.
    assertThat(result.jobs()).extracting(JobRecord::endTime).containsExactly(30.0, 40.0);
  }

  @Test
  void aFasterGpuTypeComputesFasterAndExchangesAsBefore() {
    var step = new PolluxStep(0, 0.01, 0.5, 0, 0.5, 0, 1);

    JobRecord job =
        one(Recovery.DEFAULT, training(step, NOISE))
            .run(new ScriptedScheduler().at(0, start(2)).at(10, resize(0, 2, 2, 100)))
            .jobs()
            .get(0);

    // A step of 100 samples alone takes 1 s; on two GPUs 0.5 + 0.5, on two fast ones 0.25 + 0.5.
    assertThat(job.endTime()).isCloseTo(10 + 90 * 0.75, within(1e-9));
  }

  @Test
  void nodesOfTheGangCount() {
    var step = new PolluxStep(0, 0.01, 0, 0, 1.5, 0, 1);
    var across = Placement.whole(List.of(Slice.of(0, 1), Slice.of(1, 1)));

    JobRecord job =
        one(Recovery.DEFAULT, training(step, NOISE))
            .run(new ScriptedScheduler().at(0, start(2)).at(10, new Action.Resize(0, across, 100)))
            .jobs()
            .get(0);

    assertThat(job.endTime()).isCloseTo(10 + 80 * 2, within(1e-9));
  }

  @Test
  void anotherBatchAloneCostsNoRestart() {
    JobRecord job =
        one(RESTART, training(PERFECT, GradientSignal.constant(1)))
            .run(new ScriptedScheduler().at(0, start(2)).at(10, resize(0, 0, 2, 200)))
            .jobs()
            .get(0);

    // All signal: twice the batch is worth half as much a sample.
    assertThat(job.endTime()).isCloseTo(10 + 80, within(1e-9));
    assertThat(job.starts()).isEqualTo(1);
    assertThat(job.gangs().resizes()).isZero();
  }

  @Test
  void theRateFollowsTheNoiseOfThePhase() {
    var signal =
        new GradientSignal(
            new double[] {0.3, 0.5, 1}, new double[] {100}, new double[][] {{1}, {0.5}, {0}});
    var training = ElasticTraining.of(model(PERFECT, signal), 1, 8, 200);

    RunResult result =
        new SmallCluster()
            .node(1, 1)
            .job(0, gang(1), 100, Terms.NONE, Recovery.DEFAULT)
            .elastic(training)
            .run("fifo");

    assertThat(result.jobs().get(0).endTime()).isCloseTo(30 * 2 + 20 * 1.5 + 50, within(1e-9));
  }

  @Test
  void whatIsNotSavedIsLostByAResize() {
    JobRecord job =
        one(new Recovery(5, 30, 0, false, 0), training(PERFECT, NOISE))
            .run(new ScriptedScheduler().at(0, start(2)).at(40, resize(0, 0, 4, 100)))
            .jobs()
            .get(0);

    // 60 s of work were saved after 30 s; 10 s on two GPUs are lost.
    assertThat(job.endTime()).isCloseTo(40 + 5 + 10, within(1e-9));
    assertThat(job.lostSeconds()).isCloseTo(10, within(1e-9));
    assertThat(job.gangs().usefulGpuSeconds()).isCloseTo(30 * 2 + 10 * 4, within(1e-9));
  }

  @Test
  void onOneGpuAtTheInitialBatchItIsARigidJob() {
    var step = new PolluxStep(0.3, 0.007, 1, 1, 1, 1, 3);
    SmallCluster cluster =
        new SmallCluster()
            .node(2, 2)
            .node(1, 1)
            .job(3, gang(1), 77, Terms.NONE, Recovery.DEFAULT)
            .elastic(training(step, GradientSignal.constant(0.4)))
            .job(3, 1, 77);

    RunResult result = cluster.run("fifo");

    assertThat(result.jobs().get(0).endTime())
        .isCloseTo(result.jobs().get(1).endTime(), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 3, 10, 12, 20, 22, 41, 60, 66})
  void aForkContinuesBitForBit(double time) {
    var signal =
        new GradientSignal(
            new double[] {0.2, 0.6, 1}, new double[] {100}, new double[][] {{1}, {0.5}, {0.1}});
    ScriptedScheduler script =
        new ScriptedScheduler()
            .at(0, start(2))
            .at(10, resize(0, 0, 4, 300))
            .at(20, resize(0, 2, 1, 100))
            .at(40, resize(0, 2, 1, 800))
            .at(60, resize(0, 1, 3, 200));
    SmallCluster cluster = one(RESTART, training(PERFECT, signal));
    Simulation whole = cluster.under(script.copy());
    Simulation forked = cluster.under(script.copy()).runUntil(time).fork();

    assertThat(print(forked.run().result())).isEqualTo(print(whole.run().result()));
  }

  private static List<String> print(RunResult result) {
    List<String> lines = new ArrayList<>();
    result.jobs().forEach(job -> lines.add(job.toString()));
    result
        .attempts()
        .forEach(
            attempt ->
                lines.add(
                    attempt.startTime()
                        + " "
                        + attempt.endTime()
                        + Arrays.toString(attempt.gpuMasks())));
    return lines;
  }

  @Test
  void whatARigidOrLimitedJobCannotDoIsRefused() {
    var fixed =
        new ElasticTraining(
            new Elasticity(1, 4, false, false, 100, 800), 100, model(PERFECT, NOISE));

    refused(one(RESTART, fixed), resize(0, 0, 4, 200), "its batch cannot be 200: it stays 100");
    refused(one(RESTART, fixed), resize(0, 2, 4, 100), "its GPU type may not change");
    refused(
        one(RESTART, training(PERFECT, NOISE)),
        resize(0, 0, 4, 900),
        "its batch cannot be 900: it is 100 to 800");
    refused(
        one(RESTART, fixed),
        new Action.Resize(0, Placement.whole(List.of(Slice.of(0, 4), Slice.of(1, 4))), 100),
        "it needs 1 to 4 GPUs");
    refused(new SmallCluster().node(1, 4).job(0, 2, 9), resize(0, 0, 4, 100), "it is rigid");
  }

  private static void refused(SmallCluster cluster, Action.Resize resize, String why) {
    assertThatThrownBy(() -> cluster.run(new ScriptedScheduler().at(0, start(2)).at(1, resize)))
        .isInstanceOf(IllegalDecisionException.class)
        .hasMessageContaining("Job j0 cannot be ")
        .hasMessageContaining(why);
  }

  @Test
  void aQueuedJobCannotBeResized() {
    assertThatThrownBy(
            () ->
                one(RESTART, training(PERFECT, NOISE))
                    .run(new ScriptedScheduler().at(0, resize(0, 0, 4, 100))))
        .hasMessage("Job j0 cannot be resized: it is QUEUED.");
  }

  @Test
  void theClusterSaysThatItResizes() {
    assertThat(new SmallCluster().node(1, 1).under("fifo").cluster().capabilities())
        .contains(Capability.RESIZE);
  }
}
