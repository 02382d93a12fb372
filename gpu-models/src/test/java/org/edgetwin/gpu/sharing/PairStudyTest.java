package org.edgetwin.gpu.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.edgetwin.gpu.MeasuredGpu;
import org.junit.jupiter.api.Test;

class PairStudyTest {
  private static final JobKind SMALL = JobKind.of("new-16", "new", 16);
  private static final JobKind LARGE = JobKind.of("new-64", "new", 64);
  private static final JobKind KNOWN = GavelPairs.kinds().get(0);

  private static PairStudy study(MeasuredPair... measured) {
    return new PairStudy(MeasuredGpu.V100, List.of(SMALL, LARGE), List.of(measured));
  }

  private static MeasuredPair pair(JobKind a, JobKind b, double keptA, double keptB) {
    return new MeasuredPair(new JobPair(a, b), keptA, keptB, false);
  }

  @Test
  void everyPairWithANewJobCounts() {
    assertThat(GavelPairs.kinds()).hasSize(26);
    assertThat(study().pairs()).hasSize(2 * 26 + 3).doesNotHaveDuplicates();
  }

  @Test
  void probesAreOpenPairsAndDiffer() {
    List<JobPair> first = study().probes(4);
    assertThat(first).hasSize(4).doesNotHaveDuplicates();

    MeasuredPair done = new MeasuredPair(first.get(0), 0.5, 0.6, false);
    assertThat(study(done).probes(4)).doesNotContain(first.get(0));
    MeasuredPair turned = pair(first.get(0).b(), first.get(0).a(), 0.6, 0.5);
    assertThat(study(turned).probes(4)).isEqualTo(study(done).probes(4));
  }

  @Test
  void aMeasurementTeachesAboutTheFamily() {
    KeptSpeed before = study().posterior().kept(LARGE, KNOWN);
    KeptSpeed after = study(pair(SMALL, KNOWN, 0.3, 0.9)).posterior().kept(LARGE, KNOWN);
    assertThat(after.median()).isLessThan(before.median());
    assertThat(after.logDeviation()).isLessThan(before.logDeviation());
  }

  @Test
  void aPairThatDidNotFitIsNoForecastButNoProbeEither() {
    MeasuredPair full = pair(SMALL, KNOWN, 0, 0);
    assertThat(study(full).posterior().kept(LARGE, KNOWN))
        .isEqualTo(study().posterior().kept(LARGE, KNOWN));
    assertThat(study(full).probes(54)).doesNotContain(full.jobs());
  }

  @Test
  void aKnownJobIsNotNew() {
    assertThatThrownBy(() -> new PairStudy(MeasuredGpu.K80, List.of(KNOWN), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(KNOWN.id());
  }
}
