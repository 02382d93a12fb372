package org.edgetwin.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The figures of {@code docs/models/speed.md}: how far the law is from what was measured. */
class SpecSheetLawTest {
  private static final SpecSheetLaw LAW = SpecSheetLaw.standard();
  private static final GpuCatalog GPUS = GpuCatalog.standard();
  private static final List<WorkloadClass> MEASURED =
      WorkloadCatalog.standard().all().subList(0, 26);

  static List<GpuModel> models() {
    return GPUS.all();
  }

  private static double[] errors(String gpu, ToDoubleFunction<WorkloadClass> predicted) {
    return MEASURED.stream()
        .mapToDouble(
            workload -> {
              double truth =
                  MeasuredSpeeds.standard().speed(workload, GPUS.require(gpu), 1, Spread.ONE_NODE);
              return Math.abs(predicted.applyAsDouble(workload) / truth - 1);
            })
        .toArray();
  }

  /**
   * Both GPUs held out, the usual exponent: what the law is worth when nothing but data sheets is
   * known.
   */
  @ParameterizedTest
  @CsvSource({"P100, 0.246, 0.271", "K80, 0.469, 0.589"})
  void heldOutErrorFromTheReferenceIsAsDocumented(String gpu, double median, double mean) {
    WorkloadClass usual = WorkloadCatalog.unknown("usual");
    double[] errors =
        errors(gpu, workload -> SpecSheetLaw.ratio(usual, GPUS.require(gpu), GPUS.reference()));
    assertThat(Statistics.median(errors)).isCloseTo(median, within(0.002));
    assertThat(Statistics.mean(errors)).isCloseTo(mean, within(0.002));
  }

  @Test
  void referenceFromThePascalIsAsDocumented() {
    WorkloadClass usual = WorkloadCatalog.unknown("usual");
    GpuModel p100 = GPUS.require("P100");
    double[] errors =
        errors(
            "V100",
            workload ->
                MeasuredSpeeds.standard().speed(workload, p100, 1, Spread.ONE_NODE)
                    * SpecSheetLaw.ratio(usual, GPUS.reference(), p100));
    assertThat(Statistics.median(errors)).isCloseTo(0.201, within(0.002));
  }

  /**
   * Geometric means of Lambda's published fp16 training table; the law factors are taken from them.
   */
  @ParameterizedTest
  @CsvSource({
    "A10, 0.91",
    "RTX-3090, 1.24",
    "RTX-A6000, 1.45",
    "RTX-6000-ADA, 1.95",
    "RTX-4090, 2.00",
    "A100-PCIE-40, 2.27",
    "A100-SXM-80, 2.72",
    "H100-PCIE, 3.2",
    "H100-SXM, 4.9"
  })
  void usualClassRunsAsFastAsTheMeasuredMean(String gpu, double speed) {
    assertThat(LAW.speed(WorkloadCatalog.unknown("usual"), GPUS.require(gpu), 1, Spread.ONE_NODE))
        .isCloseTo(speed, within(0.002 * speed));
  }

  @ParameterizedTest
  @MethodSource("models")
  void unknownClassIsNeverSilentlyOne(GpuModel gpu) {
    double speed = LAW.speed(WorkloadCatalog.unknown("mystery"), gpu, 1, Spread.ONE_NODE);
    if (gpu.id().startsWith("V100-SXM2")) {
      assertThat(speed).as("work is stated in seconds on this GPU").isEqualTo(1);
    } else {
      assertThat(Math.abs(Math.log(speed))).isGreaterThan(0.001);
      assertThat(speed).isBetween(0.2, 15.0);
    }
  }

  @Test
  void aJobThatDoesNotFitInMemoryIsInfeasibleNotSlow() {
    WorkloadClass large = WorkloadCatalog.standard().find("resnet50-128").orElseThrow();
    assertThat(LAW.speed(large, GPUS.require("RTX-3070"), 1, Spread.ONE_NODE)).isZero();
    assertThat(LAW.speed(large, GPUS.require("RTX-3080"), 1, Spread.ONE_NODE)).isZero();
    assertThat(LAW.speed(large, GPUS.require("RTX-3090"), 1, Spread.ONE_NODE)).isPositive();
  }

  @Test
  void computeBoundWorkGainsMoreFromTensorCores() {
    WorkloadClass prefill = WorkloadCatalog.standard().find("llm-prefill-7b").orElseThrow();
    WorkloadClass decode = WorkloadCatalog.standard().find("llm-decode-7b").orElseThrow();
    GpuModel h100 = GPUS.require("H100");
    GpuModel mi300 = GPUS.require("MI300X");
    assertThat(LAW.speed(prefill, h100, 1, Spread.ONE_NODE))
        .isGreaterThan(1.5 * LAW.speed(decode, h100, 1, Spread.ONE_NODE));
    assertThat(LAW.speed(decode, mi300, 1, Spread.ONE_NODE))
        .isGreaterThan(LAW.speed(decode, h100, 1, Spread.ONE_NODE));
  }

  @Test
  void ratiosMultiplyAlongAChainOfTensorCoreGpus() {
    WorkloadClass workload = MEASURED.get(20);
    GpuModel v100 = GPUS.reference();
    GpuModel a100 = GPUS.require("A100");
    GpuModel h100 = GPUS.require("H100");
    assertThat(SpecSheetLaw.ratio(workload, h100, v100))
        .isCloseTo(
            SpecSheetLaw.ratio(workload, h100, a100) * SpecSheetLaw.ratio(workload, a100, v100),
            within(1e-12));
  }

  @Test
  void gangsScaleLikeTheMeasuredGpu() {
    WorkloadClass workload = MEASURED.get(4);
    GpuModel a100 = GPUS.require("A100");
    double oneNode = LAW.speed(workload, a100, 8, Spread.ONE_NODE);
    double manyNodes = LAW.speed(workload, a100, 8, Spread.MANY_NODES);
    double v100Loss =
        MeasuredSpeeds.standard().speed(workload, GPUS.reference(), 8, Spread.MANY_NODES);
    assertThat(manyNodes / oneNode).isCloseTo(v100Loss, within(1e-12));
  }
}
