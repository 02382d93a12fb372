package org.edgetwin.gpu.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.edgetwin.gpu.Spread;
import org.junit.jupiter.api.Test;

class FittedStepsTest {
  private final FittedJobs jobs = FittedJobs.standard();
  private final FittedGangScaling scalings = FittedGangScaling.standard();

  /** Rows of Pollux' table: three to 15 %, and one of those that the law misses, by 19 %. */
  @Test
  void theJobsStepAsMeasured() {
    assertThat(seconds("bert", 1, 1, 12)).isCloseTo(0.9215, within(0.138));
    assertThat(seconds("bert", 4, 16, 4)).isCloseTo(1.798, within(0.270));
    assertThat(seconds("imagenet", 2, 4, 20)).isCloseTo(0.383, within(0.058));
    assertThat(seconds("cifar10", 3, 6, 32)).isCloseTo(0.109, within(0.022));
  }

  @Test
  void moreGpusMakeMoreSamplesButLessEach() {
    for (String name : jobs.names()) {
      DataParallelStep job = jobs.require(name);
      double batch = job.compute().largest();
      double one = job.samplesPerSecond(new GangShape(1, 1), batch);
      double four = job.samplesPerSecond(new GangShape(1, 4), batch);
      double many = job.samplesPerSecond(new GangShape(16, 64), batch);
      assertThat(four).as(name).isBetween(one, 4 * one);
      assertThat(many).as(name).isBetween(four, 16 * four);
    }
  }

  @Test
  void twoNodesKeepTheOddityOfTheirDay() {
    for (String name : jobs.names()) {
      GradientExchange exchange = jobs.require(name).exchange();
      assertThat(exchange.twoNodesSeconds()).as(name).isGreaterThan(exchange.moreNodesSeconds());
    }
  }

  /** ResNet-50 with 64 samples on eight P100 of one node: 2.62 steps/s alone, 18.2 together. */
  @Test
  void aGangStepsAsGavelMeasured() {
    double step = scaling("resnet50", "p100", Spread.ONE_NODE, 8).stepSeconds(1 / 2.62);
    assertThat(step).isCloseTo(8 / 18.2, within(0.05 * 8 / 18.2));
  }

  @Test
  void theNetworkCostsLanguageModelsMoreThanTheNode() {
    assertThat(scaling("lm", "v100", Spread.MANY_NODES, 8).exchangeSeconds())
        .isGreaterThan(10 * scaling("lm", "v100", Spread.ONE_NODE, 8).exchangeSeconds());
  }

  @Test
  void whatWasNotMeasuredIsNamed() {
    assertThatThrownBy(() -> jobs.require("gpt"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gpt")
        .hasMessageContaining("imagenet");
    assertThatThrownBy(() -> scaling("a3c", "v100", Spread.ONE_NODE, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a3c")
        .hasMessageContaining("resnet50");
  }

  private double seconds(String job, int nodes, int gpus, double batch) {
    return jobs.require(job).seconds(new GangShape(nodes, gpus), batch);
  }

  private GangScaling scaling(String family, String gpu, Spread spread, int gpus) {
    return scalings.require(new FittedGangScaling.Key(family, gpu, spread, gpus));
  }
}
