package org.edgetwin.calibration.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.edgetwin.gpu.operators.GpuTraits;
import org.edgetwin.gpu.operators.GpuTraitsTable;
import org.edgetwin.gpu.operators.PassTimes;
import org.edgetwin.gpu.operators.TransferErrors;
import org.edgetwin.gpu.operators.TransferLaw;
import org.junit.jupiter.api.Test;

class TransferFitTest {
  private static final Offset<Double> ROUNDING = within(1e-4);
  private static final List<MeasuredPass> PASSES = NeuSight.passes();

  @Test
  void denseRunsOnOneGpuAreRead() {
    assertThat(PASSES).hasSize(87);
    assertThat(PASSES.stream().map(p -> p.gpu().id()).distinct()).hasSize(9);
    assertThat(PASSES.stream().map(p -> p.pass().shape()).distinct()).hasSize(5);
  }

  @Test
  void theShippedLawIsWhatTheFitGives() {
    TransferLaw fit = TransferFit.to(PASSES).law();
    TransferLaw shipped = TransferLaw.standard();
    assertThat(shipped.peakEfficiency()).isCloseTo(fit.peakEfficiency(), ROUNDING);
    assertThat(shipped.headroomKnee()).isCloseTo(fit.headroomKnee(), ROUNDING);
    assertThat(shipped.kneeSharpness()).isEqualTo(fit.kneeSharpness());
    assertThat(shipped.wideFactor()).isCloseTo(fit.wideFactor(), ROUNDING);
    assertThat(shipped.bandwidthEfficiency()).isCloseTo(fit.bandwidthEfficiency(), ROUNDING);
    assertThat(shipped.attentionCost()).isCloseTo(fit.attentionCost(), ROUNDING);
    assertThat(shipped.scoreCost()).isCloseTo(fit.scoreCost(), ROUNDING);
    assertThat(shipped.activationCost()).isCloseTo(fit.activationCost(), ROUNDING);
    assertThat(shipped.hiddenCost()).isCloseTo(fit.hiddenCost(), ROUNDING);
    assertThat(shipped.trainingTraffic()).isCloseTo(fit.trainingTraffic(), ROUNDING);
    assertThat(shipped.hostSecondsPerLayer()).isCloseTo(fit.hostSecondsPerLayer(), within(1e-7));
  }

  @Test
  void theShippedEffectsAreWhatTheFitGives() {
    TransferFit fit = TransferFit.to(PASSES);
    PassTimes own = new PassTimes(fit.law(), fit.effectsById(), TransferErrors.standard());
    for (MeasuredPass p : PASSES) {
      double fitted = own.estimate(p.pass(), p.gpu()).seconds();
      assertThat(PassTimes.standard().estimate(p.pass(), p.gpu()).seconds())
          .isCloseTo(fitted, within(3e-4 * fitted));
    }
  }

  @Test
  void theShippedErrorsAreThoseOnWhatWasLeftOut() {
    TransferErrors shipped = TransferErrors.standard();
    ErrorParts law = ErrorParts.of(LeftOut.gpuByLaw(PASSES));
    assertThat(shipped.lawShared()).isCloseTo(law.shared(), ROUNDING);
    assertThat(shipped.lawOwn()).isCloseTo(law.own(), ROUNDING);
    ErrorParts calibrated = ErrorParts.of(LeftOut.model(PASSES));
    assertThat(shipped.calibratedShared()).isCloseTo(calibrated.shared(), ROUNDING);
    assertThat(shipped.calibratedOwn()).isCloseTo(calibrated.own(), ROUNDING);
    var tables = NeuSight.tables();
    ErrorParts table =
        ErrorParts.of(
            LeftOut.gpuByOperators(PASSES, tables).stream()
                .filter(p -> tables.containsKey(p.pass().gpu().id()))
                .toList());
    assertThat(shipped.tableShared()).isCloseTo(table.shared(), ROUNDING);
    assertThat(shipped.tableOwn()).isCloseTo(table.own(), ROUNDING);
  }

  /** A law is found again from times that follow it. */
  @Test
  void aKnownLawIsRecovered() {
    TransferLaw truth = new TransferLaw(0.8, 1.0, 3, 0.9, 0.9, 1.2, 1.3, 1.1, 0.9, 3, 1e-3);
    List<MeasuredPass> made =
        PASSES.stream()
            .map(
                p ->
                    new MeasuredPass(
                        p.gpu(),
                        p.pass(),
                        truth.seconds(
                            p.work(), p.gpu(), org.edgetwin.gpu.operators.GpuEffects.NONE)))
            .toList();
    TransferLaw fit = TransferFit.to(made).law();
    for (String id : List.of("L4", "A100-SXM-80", "RTX-3090", "MI300X")) {
      GpuTraits gpu = GpuTraitsTable.standard().require(id);
      assertThat(fit.computeEfficiency(gpu))
          .as(id)
          .isCloseTo(truth.computeEfficiency(gpu), within(0.03));
    }
  }
}
