package org.edgetwin.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.edgetwin.gpu.operators.TransformerPass;
import org.edgetwin.gpu.operators.TransformerShape;
import org.edgetwin.gpu.operators.TransformerSpeed;
import org.junit.jupiter.api.Test;

class SpeedErrorsTest {
  private static final GpuCatalog GPUS = GpuCatalog.standard();
  private static final WorkloadClass UNKNOWN = WorkloadCatalog.unknown("usual");

  private static double log(SpeedModel model, WorkloadClass workload, String gpu) {
    return Math.log(model.speed(workload, GPUS.require(gpu), 1, Spread.ONE_NODE));
  }

  /** The shipped deviation of one class on one GPU is what the law had on the P100. */
  @Test
  void ownErrorIsThatOfTheLawOnThePascal() {
    SummaryStatistics errors = new SummaryStatistics();
    for (WorkloadClass workload : WorkloadCatalog.standard().all().subList(0, 26)) {
      double law = SpecSheetLaw.ratio(UNKNOWN, GPUS.require("P100"), GPUS.reference());
      errors.addValue(Math.log(law) - log(MeasuredSpeeds.standard(), workload, "P100"));
    }
    SpeedErrors shipped = SpecSheetLaw.standard().errors(UNKNOWN, GPUS.require("H100"));
    assertThat(shipped.own()).isCloseTo(errors.getStandardDeviation(), within(0.005));
  }

  @Test
  void whatWasMeasuredHasNoErrorAndTheRestHasOne() {
    ChainedSpeed speeds = ChainedSpeed.standard();
    WorkloadClass measured = WorkloadCatalog.standard().find("resnet50-64").orElseThrow();
    assertThat(speeds.errors(measured, GPUS.require("P100"))).isEqualTo(SpeedErrors.NONE);
    assertThat(speeds.errors(UNKNOWN, GPUS.reference())).isEqualTo(SpeedErrors.NONE);
    double a10 = speeds.errors(measured, GPUS.require("A10")).shared();
    double l4 = speeds.errors(measured, GPUS.require("L4")).shared();
    double t4 = speeds.errors(measured, GPUS.require("T4")).shared();
    assertThat(a10).isLessThan(l4);
    assertThat(l4).isLessThan(t4);
  }

  @Test
  void sampledSpeedsScatterAsSaidAndShareTheGpusError() {
    WorkloadClass other = WorkloadCatalog.unknown("other");
    SpeedErrors said = SpecSheetLaw.standard().errors(UNKNOWN, GPUS.require("T4"));
    SummaryStatistics one = new SummaryStatistics();
    SummaryStatistics difference = new SummaryStatistics();
    double law = log(SpecSheetLaw.standard(), UNKNOWN, "T4");
    SplittableRandom random = new SplittableRandom(5);
    for (int world = 0; world < 4000; world++) {
      Map<String, Double> drawn = new HashMap<>();
      UncertainSpeed speeds =
          new UncertainSpeed(
              SpecSheetLaw.standard(),
              name ->
                  drawn.computeIfAbsent(
                      name,
                      n ->
                          new NormalDistribution()
                              .inverseCumulativeProbability(random.nextDouble(1e-9, 1))));
      double error = log(speeds, UNKNOWN, "T4") - law;
      assertThat(log(speeds, UNKNOWN, "T4") - law).isEqualTo(error);
      one.addValue(error);
      difference.addValue(error - (log(speeds, other, "T4") - law));
    }
    assertThat(one.getMean()).isCloseTo(0, within(0.03));
    assertThat(one.getStandardDeviation())
        .isCloseTo(Math.hypot(said.shared(), said.own()), within(0.02));
    assertThat(difference.getStandardDeviation())
        .isCloseTo(Math.sqrt(2) * said.own(), within(0.03));
  }

  @Test
  void aTransformerIsAsFastAsItsPassAndScalesLikeTheLaw() {
    WorkloadClass mine = WorkloadClass.custom("mine", "mine", 8, 12, 0.1, 1);
    TransformerShape shape =
        new TransformerShape("mine", TransformerShape.Style.GPT, 1024, 24, 16, 4096, 50_257);
    TransformerSpeed speeds =
        new TransformerSpeed(
            Map.of(mine, new TransformerPass(shape, 8, 1024, true)), SpecSheetLaw.standard());
    SpeedModel chain = new ChainedSpeed(speeds, ChainedSpeed.standard());
    assertThat(chain.speed(mine, GPUS.reference(), 1, Spread.ONE_NODE)).isEqualTo(1);
    double h100 = chain.speed(mine, GPUS.require("H100"), 1, Spread.ONE_NODE);
    assertThat(h100).isBetween(1.5, 5.0);
    double factor = SpecSheetLaw.standard().speed(mine, GPUS.reference(), 4, Spread.MANY_NODES);
    assertThat(chain.speed(mine, GPUS.require("H100"), 4, Spread.MANY_NODES))
        .isCloseTo(h100 * factor, within(1e-12));
    assertThat(chain.speed(mine, GPUS.require("RTX-3070"), 1, Spread.ONE_NODE)).isZero();
    assertThat(chain.errors(mine, GPUS.require("L4")).own()).isBetween(0.01, 0.2);
    assertThat(speeds.knows(mine, GPUS.require("H100"))).isTrue();
    assertThat(speeds.knows(UNKNOWN, GPUS.require("H100"))).isFalse();
    assertThat(List.of(chain.describe())).asString().contains("1 classes");
  }
}
