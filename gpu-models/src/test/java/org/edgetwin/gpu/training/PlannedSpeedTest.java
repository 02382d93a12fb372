package org.edgetwin.gpu.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.SpeedModel;
import org.edgetwin.gpu.Spread;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.gpu.operators.PassTimes;
import org.edgetwin.gpu.operators.TransformerPass;
import org.edgetwin.gpu.operators.TransformerShape;
import org.junit.jupiter.api.Test;

class PlannedSpeedTest {
  private static final WorkloadClass CLASS = WorkloadClass.custom("gpt", "mine", 1, 0.1, 1);
  private static final TransformerShape SMALL = gpt(1024, 24, 16);

  /** 6.7 billion weights. */
  private static final TransformerShape LARGE = gpt(4096, 32, 32);

  private static final Overlap OVERLAP = new Overlap(0.64, Overlap.USUAL_EXPOSED_SHARE);

  private static TransformerShape gpt(int hidden, int layers, int heads) {
    return new TransformerShape(
        "gpt", TransformerShape.Style.GPT, hidden, layers, heads, 4 * hidden, 50_257);
  }

  private static GpuModel gpu(String id) {
    return GpuCatalog.standard().require(id);
  }

  private static SpeedModel speeds(
      TransformerShape shape, int tensor, int pipeline, Double utilization, double nicGbit) {
    GangPlan plan =
        new GangPlan(
            tensor,
            pipeline,
            2,
            1,
            ZeroStage.NONE,
            Recompute.SELECTIVE,
            OVERLAP,
            new GangNetwork(nicGbit * 1e9 / 8, 8));
    TransformerPass pass = new TransformerPass(shape, 16, 1024, true);
    return new PlannedSpeed(Map.of(CLASS, new PlannedSpeed.Planned(pass, plan, utilization)));
  }

  @Test
  void weightsAreCountedAsTheirPaperCountsThem() {
    assertThat(SMALL.parameters()).isCloseTo(355e6, within(5e6));
    assertThat(LARGE.parameters()).isCloseTo(6.65e9, within(0.1e9));
  }

  @Test
  void theUnitIsTheSameGangOfReferenceGpus() {
    GpuModel reference = GpuCatalog.standard().reference();
    for (int gpus : new int[] {1, 2, 8}) {
      assertThat(speeds(SMALL, 1, 1, null, 100).speed(CLASS, reference, gpus, Spread.ONE_NODE))
          .isCloseTo(1, within(1e-12));
    }
  }

  /** The optimizer's pass over memory is all that is not computation. */
  @Test
  void oneGpuIsFasterByTheTimeOfAPass() {
    TransformerPass pass = new TransformerPass(SMALL, 2, 1024, true);
    PassTimes times = PassTimes.standard();
    double ratio =
        times.estimate(pass, GpuCatalog.standard().reference()).seconds()
            / times.estimate(pass, gpu("A100-SXM-80")).seconds();
    assertThat(speeds(SMALL, 1, 1, null, 100).speed(CLASS, gpu("A100-SXM-80"), 1, Spread.ONE_NODE))
        .isCloseTo(ratio, within(0.02 * ratio));
  }

  @Test
  void aPlanThatDoesNotFitCannotRunAndOneThatIsSplitCan() {
    GpuModel a100 = gpu("A100-SXM-80");
    assertThat(speeds(LARGE, 1, 1, 0.4, 100).speed(CLASS, a100, 8, Spread.ONE_NODE)).isZero();
    assertThat(speeds(LARGE, 4, 1, 0.4, 100).speed(CLASS, a100, 8, Spread.ONE_NODE)).isPositive();
    assertThat(speeds(LARGE, 1, 4, 0.4, 100).speed(CLASS, a100, 8, Spread.ONE_NODE)).isPositive();
    assertThat(speeds(LARGE, 4, 1, 0.4, 100).speed(CLASS, gpu("V100-SXM2-16"), 8, Spread.ONE_NODE))
        .isZero();
  }

  @Test
  void gangsOfNoWholeNumberOfCopiesCannotRun() {
    SpeedModel speeds = speeds(SMALL, 2, 2, 0.4, 100);
    assertThat(speeds.speed(CLASS, gpu("H100-SXM"), 6, Spread.ONE_NODE)).isZero();
    assertThat(speeds.speed(CLASS, gpu("H100-SXM"), 8, Spread.ONE_NODE)).isPositive();
  }

  @Test
  void betweenNodesTheCardDecides() {
    GpuModel h100 = gpu("H100-SXM");
    double inside = speeds(LARGE, 8, 1, 0.4, 100).speed(CLASS, h100, 16, Spread.ONE_NODE);
    double previous = 0;
    for (double nicGbit : new double[] {1, 10, 100, 1000, 100_000}) {
      double over = speeds(LARGE, 8, 1, 0.4, nicGbit).speed(CLASS, h100, 16, Spread.MANY_NODES);
      assertThat(over).isGreaterThan(previous);
      previous = over;
    }
    double slow = speeds(LARGE, 8, 1, 0.4, 1).speed(CLASS, h100, 16, Spread.MANY_NODES);
    assertThat(slow).isLessThan(inside / 2);
    assertThat(previous).isCloseTo(inside, within(0.1 * inside));
  }

  @Test
  void stagesOverNodesSendThroughTheCard() {
    GpuModel h100 = gpu("H100-SXM");
    double slow = speeds(LARGE, 8, 2, 0.4, 10).speed(CLASS, h100, 16, Spread.MANY_NODES);
    double fast = speeds(LARGE, 8, 2, 0.4, 400).speed(CLASS, h100, 16, Spread.MANY_NODES);
    assertThat(fast).isGreaterThan(1.5 * slow);
  }

  @Test
  void unknownGpusFollowTheirDataSheets() {
    GpuModel own = gpu("H100-SXM").variant("mine").build();
    SpeedModel speeds = speeds(SMALL, 1, 1, null, 100);
    assertThat(speeds.knows(CLASS, own)).isTrue();
    assertThat(speeds.speed(CLASS, own, 1, Spread.ONE_NODE)).isBetween(1.0, 10.0);
    assertThat(speeds.errors(CLASS, own).own()).isPositive();
  }

  @Test
  void microBatchesMakeUpTheBatch() {
    GangPlan plan =
        new GangPlan(1, 1, 3, 1, ZeroStage.NONE, Recompute.NONE, OVERLAP, new GangNetwork(1e10, 8));
    assertThatThrownBy(() -> plan.of(1, 16))
        .hasMessageContaining("16 samples are no multiple of micro-batches of 3");
    assertThat(plan.of(1, 15)).hasValueSatisfying(p -> assertThat(p.microBatches()).isEqualTo(5));
  }
}
