package org.edgetwin.gpu.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.edgetwin.gpu.operators.TransformerShape.Style;
import org.junit.jupiter.api.Test;

class TransferLawTest {
  private static final TransferLaw LAW = TransferLaw.standard();
  private static final TransformerShape SHAPE =
      new TransformerShape("test", Style.GPT, 2560, 32, 32, 10240, 50257);
  private static final TransformerPass PASS = new TransformerPass(SHAPE, 2, 2048, false);

  private static GpuTraits gpu(double fp32, double bandwidth, double watts, boolean wide) {
    return new GpuTraits("x", fp32, Double.NaN, bandwidth, bandwidth, 100, watts, 10, wide);
  }

  private static double seconds(GpuTraits gpu) {
    return LAW.seconds(PassWork.of(PASS, gpu.multiprocessors()), gpu, GpuEffects.NONE);
  }

  @Test
  void efficiencySaturatesInPower() {
    assertThat(LAW.computeEfficiency(gpu(1e13, 1e12, 1e6, false)))
        .isCloseTo(LAW.peakEfficiency(), within(1e-9));
    double tenth = LAW.computeEfficiency(gpu(1e13, 1e12, 10, false));
    assertThat(LAW.computeEfficiency(gpu(1e13, 1e12, 20, false)) / tenth)
        .as("far below the knee, power limits the clock in proportion")
        .isCloseTo(2, within(0.01));
  }

  @Test
  void wideMultiprocessorsReachLess() {
    assertThat(
            LAW.computeEfficiency(gpu(1e13, 1e12, 300, true))
                / LAW.computeEfficiency(gpu(1e13, 1e12, 300, false)))
        .isCloseTo(LAW.wideFactor(), within(1e-12));
  }

  @Test
  void twiceEverythingIsTwiceAsFast() {
    double once = seconds(gpu(1e13, 1e12, 200, false));
    assertThat(seconds(gpu(2e13, 2e12, 400, false))).isCloseTo(once / 2, within(1e-9 * once));
  }

  @Test
  void t4AndP4LoseTheirClockAndV100KeepsIt() {
    GpuTraitsTable traits = GpuTraitsTable.standard();
    assertThat(LAW.computeEfficiency(traits.require("T4"))).isBetween(0.4, 0.6);
    assertThat(LAW.computeEfficiency(traits.require("P4"))).isBetween(0.4, 0.65);
    assertThat(LAW.computeEfficiency(traits.require("V100-PCIE-32"))).isGreaterThan(0.75);
  }

  @Test
  void effectsScaleTheirPart() {
    GpuTraits gpu = gpu(1e13, 1e12, 200, false);
    PassWork work = PassWork.of(PASS, 100);
    double base = LAW.seconds(work, gpu, GpuEffects.NONE);
    double products = LAW.productSeconds(work, gpu, GpuEffects.NONE);
    assertThat(LAW.seconds(work, gpu, new GpuEffects(Math.log(2), 0)))
        .isCloseTo(base - products / 2, within(1e-9));
    assertThat(LAW.seconds(work, gpu, new GpuEffects(0, Math.log(2))))
        .isCloseTo(products + (base - products) / 2, within(1e-9));
  }
}
