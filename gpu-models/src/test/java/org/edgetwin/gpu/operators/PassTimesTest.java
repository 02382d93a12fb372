package org.edgetwin.gpu.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.operators.Estimate.Source;
import org.edgetwin.gpu.operators.TransformerShape.Style;
import org.junit.jupiter.api.Test;

class PassTimesTest {
  private static final PassTimes TIMES = PassTimes.standard();
  private static final GpuCatalog CATALOG = GpuCatalog.standard();
  private static final TransformerPass BERT =
      new TransformerPass(
          new TransformerShape("bert-large", Style.BERT, 1024, 24, 16, 4096, 30522),
          16,
          512,
          false);

  private static Estimate estimate(String id) {
    return TIMES.estimate(BERT, CATALOG.require(id));
  }

  @Test
  void everyGpuOfTheCatalogueHasATime() {
    for (GpuModel gpu : CATALOG.all()) {
      Estimate estimate = TIMES.estimate(BERT, gpu);
      assertThat(estimate.seconds()).as(gpu.id()).isBetween(0.02, 10.0);
    }
  }

  @Test
  void traitsAgreeWithTheCatalogue() {
    for (GpuModel gpu : CATALOG.all()) {
      GpuTraits traits = GpuTraitsTable.standard().require(gpu.id());
      assertThat(traits.specBytesPerSecond())
          .as(gpu.id())
          .isCloseTo(gpu.memoryBandwidthGbs() * 1e9, within(1.0));
      assertThat(traits.tensorFlopsPerSecond() / 1e12)
          .as(gpu.id())
          .isEqualTo(gpu.tensorTflops(), within(1e-9));
      if (!Double.isNaN(gpu.tdpWatts())) {
        assertThat(traits.powerWatts()).as(gpu.id()).isEqualTo(gpu.tdpWatts());
      }
    }
  }

  /** Measured by [neusight2025]: 905 ms on P100, 396 on A100 PCIe 40 GB, 137 on H100 SXM. */
  @Test
  void measuredGpusAnswerFromTheirCalibration() {
    assertThat(estimate("P100-PCIE-16").source()).isEqualTo(Source.CALIBRATED);
    assertThat(estimate("P100-PCIE-16").seconds()).isCloseTo(0.905, within(0.04));
    assertThat(estimate("A100-PCIE-40").seconds()).isCloseTo(0.396, within(0.02));
    assertThat(estimate("H100-SXM").seconds()).isCloseTo(0.137, within(0.007));
  }

  @Test
  void otherGpusAnswerByTheLawAndLessSurely() {
    Estimate l4 = estimate("L4");
    assertThat(l4.source()).isEqualTo(Source.LAW);
    assertThat(l4.sharedLogSd()).isGreaterThan(estimate("H100-SXM").sharedLogSd());
    assertThat(l4.at(1, 0)).isCloseTo(l4.seconds() * Math.exp(l4.sharedLogSd()), within(1e-12));
    assertThat(l4.at(0, -1)).isLessThan(l4.seconds());
    assertThat(l4.logSd()).isBetween(0.1, 0.2);
  }

  @Test
  void aTableMovesTheLawHalfWay() {
    GpuTraits gpu = GpuTraitsTable.standard().require("L4");
    double byLaw = estimate("L4").seconds();
    PassWork work = PassWork.of(BERT, gpu.multiprocessors());
    double products = TransferLaw.standard().productSeconds(work, gpu, GpuEffects.NONE);
    double ideal =
        BERT.products().stream()
            .mapToDouble(
                p ->
                    p.count()
                        * (p.product().flops() / gpu.fp32FlopsPerSecond()
                            + p.product().bytes(4) / gpu.specBytesPerSecond()))
            .sum();
    double ratio = 4 * products / ideal;
    OperatorTable fourTimesSlower =
        new OperatorTable(
            gpu,
            BERT.products().stream()
                .map(
                    p ->
                        new OperatorTable.Measured(
                            p.product(),
                            ratio
                                * (p.product().flops() / gpu.fp32FlopsPerSecond()
                                    + p.product().bytes(4) / gpu.specBytesPerSecond())))
                .toList());
    Estimate estimate = TIMES.estimate(BERT, gpu, fourTimesSlower);
    assertThat(estimate.source()).isEqualTo(Source.TABLE_AND_LAW);
    assertThat(estimate.seconds()).isCloseTo(byLaw + products, within(1e-6));
  }

  @Test
  void productsDecideMostOfALargePass() {
    assertThat(TIMES.computeShare(BERT, GpuTraitsTable.standard().require("A100-PCIE-40")))
        .isBetween(0.7, 0.95);
  }

  @Test
  void anUnknownGpuIsNamed() {
    GpuModel own =
        GpuModel.custom("MY-GPU").memoryGb(10).memoryBandwidthGbs(100).fp32Tflops(5).build();
    assertThatThrownBy(() -> TIMES.estimate(BERT, own))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MY-GPU")
        .hasMessageContaining("Maybe");
    assertThat(List.of(Source.values())).startsWith(Source.TABLE).endsWith(Source.LAW);
  }
}
