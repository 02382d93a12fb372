package org.edgetwin.gpu.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.MeasuredGpu;
import org.junit.jupiter.api.Test;

/** A family nobody has measured: LM on the P100. */
class ProbePlannerTest {
  private static final PairHyperparameters FITTED = PairHyperparameters.shipped(MeasuredGpu.P100);
  private static final List<MeasuredPair> KNOWN =
      GavelPairs.fitting(MeasuredGpu.P100).stream()
          .filter(pair -> !pair.jobs().hasFamily("LM"))
          .toList();
  private static final List<MeasuredPair> CANDIDATES =
      GavelPairs.fitting(MeasuredGpu.P100).stream()
          .filter(pair -> pair.jobs().hasFamily("LM"))
          .toList();
  private static final ProbePlanner PLANNER = new ProbePlanner(FITTED);

  private static List<JobPair> jobs(List<MeasuredPair> pairs) {
    return pairs.stream().map(MeasuredPair::jobs).toList();
  }

  /** Summed variance of the logarithms over all candidates once these are measured too. */
  private static double variance(List<MeasuredPair> probes) {
    List<MeasuredPair> measured = new ArrayList<>(KNOWN);
    measured.addAll(probes);
    PairPosterior posterior = new PairPosterior(FITTED, measured);
    return jobs(CANDIDATES).stream()
        .mapToDouble(pair -> Math.pow(posterior.kept(pair.a(), pair.b()).logDeviation(), 2))
        .sum();
  }

  private static List<MeasuredPair> measured(List<JobPair> probes) {
    return CANDIDATES.stream().filter(pair -> probes.contains(pair.jobs())).toList();
  }

  @Test
  void noSingleProbeTellsMoreThanTheFirst() {
    double planned = variance(measured(PLANNER.next(jobs(KNOWN), jobs(CANDIDATES), 1)));
    for (int c = 0; c < CANDIDATES.size(); c += 9) {
      assertThat(variance(List.of(CANDIDATES.get(c)))).isGreaterThanOrEqualTo(planned - 1e-9);
    }
  }

  @Test
  void aPlanOfFourTellsMoreThanTheFirstFour() {
    List<JobPair> plan = PLANNER.next(jobs(KNOWN), jobs(CANDIDATES), 4);
    assertThat(plan).doesNotHaveDuplicates().hasSize(4);
    assertThat(variance(measured(plan))).isLessThan(0.8 * variance(CANDIDATES.subList(0, 4)));
  }

  @Test
  void theSecondProbeIsNotMoreOfTheSame() {
    List<JobPair> plan = PLANNER.next(jobs(KNOWN), jobs(CANDIDATES), 2);
    assertThat(plan.get(0).b().family()).isNotEqualTo(plan.get(1).b().family());
  }

  @Test
  void aLongerPlanStartsLikeAShorterOne() {
    List<JobPair> plan = PLANNER.next(jobs(KNOWN), jobs(CANDIDATES), 5);
    assertThat(PLANNER.next(jobs(KNOWN), jobs(CANDIDATES), 3)).isEqualTo(plan.subList(0, 3));
  }

  @Test
  void moreProbesThanCandidatesAreRefused() {
    assertThatThrownBy(() -> PLANNER.next(jobs(KNOWN), jobs(CANDIDATES).subList(0, 2), 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 probes of 2 candidates");
  }
}
