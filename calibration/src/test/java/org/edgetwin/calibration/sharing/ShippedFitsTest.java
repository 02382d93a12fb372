package org.edgetwin.calibration.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.edgetwin.calibration.validation.Holdout;
import org.edgetwin.gpu.MeasuredGpu;
import org.edgetwin.gpu.sharing.GavelPairs;
import org.edgetwin.gpu.sharing.JobDemand;
import org.edgetwin.gpu.sharing.JobKind;
import org.edgetwin.gpu.sharing.KeptSpeed;
import org.edgetwin.gpu.sharing.MeasuredPair;
import org.edgetwin.gpu.sharing.PairHyperparameters;
import org.edgetwin.gpu.sharing.PairKernel;
import org.edgetwin.gpu.sharing.PairPosterior;
import org.edgetwin.gpu.sharing.Symmetry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables that ship are what the fits give, and the deviations are as wide as the errors. */
class ShippedFitsTest {

  @ParameterizedTest
  @EnumSource(MeasuredGpu.class)
  void hyperparameters(MeasuredGpu gpu) {
    PairHyperparameters fitted = VarianceFit.fit(GavelPairs.fitting(gpu));
    PairHyperparameters shipped = PairHyperparameters.shipped(gpu);
    for (Symmetry symmetry : Symmetry.values()) {
      for (int part = 0; part < PairKernel.PARTS; part++) {
        assertThat(shipped.of(symmetry).part(part))
            .isCloseTo(fitted.of(symmetry).part(part), Percentage.withPercentage(0.1));
      }
      assertThat(shipped.of(symmetry).noise())
          .isCloseTo(fitted.of(symmetry).noise(), Percentage.withPercentage(0.1));
    }
  }

  @ParameterizedTest
  @EnumSource(MeasuredGpu.class)
  void demands(MeasuredGpu gpu) {
    Map<JobKind, JobDemand> fitted = DemandFit.fit(GavelPairs.fitting(gpu));
    fitted.forEach(
        (kind, demand) -> {
          JobDemand shipped = JobDemand.shipped(gpu, kind).orElseThrow();
          for (int r = 0; r < JobDemand.RESOURCES; r++) {
            assertThat(shipped.demand(r)).isCloseTo(demand.demand(r), within(1e-4));
            assertThat(shipped.sensitivity(r))
                .isCloseTo(demand.sensitivity(r), Percentage.withPercentage(0.1));
          }
        });
  }

  /** On V100 the tails are heavier than normal: filled-in values, and rows of another scale. */
  @ParameterizedTest
  @CsvSource({"K80, 0.90", "P100, 0.90", "V100, 0.84"})
  void leftOutValuesInTheIntervalOfNineTenths(MeasuredGpu gpu, double share) {
    List<Holdout<MeasuredPair>> holdouts =
        Holdout.repeated(GavelPairs.fitting(gpu), MeasuredPair::jobs, 0.3, 4, "sharing/intervals");
    double inside = 0;
    double all = 0;
    for (Holdout<MeasuredPair> holdout : holdouts) {
      PairPosterior posterior = new PairPosterior(VarianceFit.fit(holdout.fit()), holdout.fit());
      for (MeasuredPair pair : holdout.test()) {
        KeptSpeed kept = posterior.kept(pair.jobs().a(), pair.jobs().b());
        inside += kept.at(-1.645) <= pair.keptA() && pair.keptA() <= kept.at(1.645) ? 1 : 0;
        all++;
      }
    }
    assertThat(inside / all).isCloseTo(share, within(0.02));
  }
}
