package org.edgetwin.gpu.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.edgetwin.gpu.MeasuredGpu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PairPosteriorTest {
  private static final JobKind SMALL = JobKind.of("resnet18-64", "ResNet-18", 64);
  private static final JobKind LARGE = JobKind.of("resnet50-32", "ResNet-50", 32);
  private static final JobKind LANGUAGE = JobKind.of("lm-20", "LM", 20);
  private static final JobKind STRANGER = JobKind.of("own", "Own", 8);

  private static MeasuredPair pair(JobKind a, JobKind b, double keptA, double keptB) {
    return new MeasuredPair(new JobPair(a, b), keptA, keptB, false);
  }

  private static PairHyperparameters nearlyWithoutNoise() {
    double[] parts = new double[PairKernel.PARTS];
    Arrays.fill(parts, 0.1);
    PairVariances variances = new PairVariances(parts, 1e-9);
    return new PairHyperparameters(variances, variances);
  }

  @Test
  void withoutNoiseWhatWasMeasuredIsRepeated() {
    PairPosterior posterior =
        new PairPosterior(
            nearlyWithoutNoise(),
            List.of(
                pair(SMALL, LARGE, 0.8, 0.4),
                pair(SMALL, SMALL, 0.6, 0.6),
                pair(LANGUAGE, SMALL, 0.5, 0.7)));
    assertThat(posterior.kept(SMALL, LARGE).median()).isCloseTo(0.8, within(1e-5));
    assertThat(posterior.kept(LARGE, SMALL).median()).isCloseTo(0.4, within(1e-5));
    assertThat(posterior.kept(SMALL, SMALL).median()).isCloseTo(0.6, within(1e-5));
    assertThat(posterior.kept(SMALL, LANGUAGE).median()).isCloseTo(0.7, within(1e-5));
    assertThat(posterior.kept(SMALL, LARGE).deviation()).isLessThan(1e-3);
    assertThat(posterior.kept(LARGE, LANGUAGE).deviation()).isGreaterThan(0.1);
  }

  @Test
  void theOrderInAMeasuredPairDoesNotMatter() {
    List<MeasuredPair> pairs =
        List.of(pair(SMALL, LARGE, 0.8, 0.4), pair(LANGUAGE, SMALL, 0.5, 0.7));
    List<MeasuredPair> turned =
        List.of(pair(LARGE, SMALL, 0.4, 0.8), pair(SMALL, LANGUAGE, 0.7, 0.5));
    KeptSpeed kept = new PairPosterior(nearlyWithoutNoise(), pairs).kept(LARGE, LANGUAGE);
    KeptSpeed same = new PairPosterior(nearlyWithoutNoise(), turned).kept(LARGE, LANGUAGE);
    assertThat(same.median()).isCloseTo(kept.median(), within(1e-9));
    assertThat(same.deviation()).isCloseTo(kept.deviation(), within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(MeasuredGpu.class)
  void strangersGetTheAverageAndAWiderDeviation(MeasuredGpu gpu) {
    PairPosterior posterior = PairPosterior.shipped(gpu);
    double average =
        GavelPairs.fitting(gpu).stream()
            .mapToDouble(pair -> (Math.log(pair.keptA()) + Math.log(pair.keptB())) / 2)
            .average()
            .orElseThrow();
    assertThat(posterior.kept(STRANGER, JobKind.of("other", "Other", 8)).logMean())
        .isCloseTo(average, within(1e-12));
    double known = posterior.kept(SMALL, LANGUAGE).logDeviation();
    double newBatch =
        posterior.kept(JobKind.of("resnet18-48", "ResNet-18", 48), LANGUAGE).logDeviation();
    double newFamily = posterior.kept(STRANGER, LANGUAGE).logDeviation();
    assertThat(known).isLessThan(newBatch);
    assertThat(newBatch).isLessThan(newFamily);
    assertThat(posterior.keptMedian(SMALL, LANGUAGE))
        .isEqualTo(posterior.kept(SMALL, LANGUAGE).median(), within(1e-12));
  }

  @Test
  void aBatchBetweenTwoMeasuredOnesKeepsWhatTheyDo() {
    PairPosterior posterior = PairPosterior.shipped(MeasuredGpu.P100);
    double kept = posterior.kept(JobKind.of("resnet18-48", "ResNet-18", 48), LANGUAGE).median();
    assertThat(kept).isBetween(0.66, 0.80);
  }

  @Test
  void nobodyGainsFromCompany() {
    KeptSpeed kept = new KeptSpeed(-0.05, 0.2);
    assertThat(kept.median()).isCloseTo(Math.exp(-0.05), within(1e-12));
    assertThat(kept.at(1.645)).isEqualTo(1);
    assertThat(kept.at(-1.645)).isCloseTo(Math.exp(-0.05 - 0.329), within(1e-12));
  }

  @Test
  void nothingComesFromNothing() {
    List<MeasuredPair> twins = List.of(pair(SMALL, SMALL, 0.6, 0.6));
    assertThatThrownBy(() -> new PairPosterior(nearlyWithoutNoise(), twins))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("beside another one");
    assertThatThrownBy(() -> pair(SMALL, LARGE, 0.5, 0))
        .hasMessageContaining("Maybe a speed was not measured");
  }
}
