package org.edgetwin.sim.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.edgetwin.sim.metrics.Metric;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Intervals that stop by their own width still hold. */
class SequentialCoverageTest {
  private static final int EXPERIMENTS = 600;
  private static final double TRUE_DIFFERENCE = -3;
  private static final double SPREAD = 6;

  /** Two schedulers near 100 that share most of what is random. */
  private static RunExecutor synthetic(Normals normals) {
    return (factory, requests, control) -> {
      double[] common = {0};
      return requests.stream()
          .map(
              request -> {
                boolean first = request.key().scheduler().equals("fifo");
                if (first) {
                  common[0] = 20 * normals.next();
                }
                double own = first ? 0 : SPREAD * normals.next() - TRUE_DIFFERENCE;
                return Outcomes.run(
                    request.key().scheduler(),
                    request.key().replication(),
                    Metric.JCT_MEAN_S,
                    100 + common[0] + own);
              })
          .toList();
    };
  }

  /**
   * Of 600 intervals that hold with probability 0.945 fewer than 0.92 hold once in 200 times; the
   * stream is fixed.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.03, 0.015, 0.008})
  void ninetyFivePercentIntervalsHold(double width) {
    Normals normals = new Normals(11);
    Precision precision = new Precision(Metric.JCT_MEAN_S, width, 1000);
    ExperimentPlan plan = ExperimentPlan.of(List.of("fifo", "sjf"), Precision.FIRST_BATCH);
    int held = 0;
    int precise = 0;
    for (int i = 0; i < EXPERIMENTS; i++) {
      ExperimentResult result =
          new Experiment(new PoissonScenario(1), synthetic(normals))
              .runUntil(precision, plan, RunControl.none());
      Stopping stopping = Stopping.of(precision, result);
      precise += stopping.reason() == Stopping.Reason.PRECISE ? 1 : 0;
      assertThat(stopping.reached() <= width)
          .isEqualTo(stopping.reason() == Stopping.Reason.PRECISE);
      held +=
          result.pairs().stream()
                  .filter(pair -> pair.metric() == Metric.JCT_MEAN_S)
                  .allMatch(pair -> pair.ci95().contains(TRUE_DIFFERENCE))
              ? 1
              : 0;
    }
    assertThat(precise).isEqualTo(EXPERIMENTS);
    assertThat((double) held / EXPERIMENTS).isBetween(0.92, 0.985);
  }
}
