package org.edgetwin.agents.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.explain.Deed;
import org.edgetwin.sim.explain.Explainer;
import org.edgetwin.sim.explain.JobDecision;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.edgetwin.sim.scheduling.ScoreTerm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainedAgentsTest {
  private static final String SCORE = "score, largest first";

  private static Simulation simulation(String scheduler) {
    PreparedRun run = UnequalCluster.run(5, 60, Double.POSITIVE_INFINITY);
    return new Simulation(
        run.config(),
        run.workload().copy(),
        SchedulerCatalog.standard().create(scheduler, new Streams(1, 1), 1));
  }

  /** What agents say they go by is what they did: the node with the largest score was taken. */
  @ParameterizedTest
  @ValueSource(strings = {"dual-agent", "tuned-wait"})
  void theNodeOfTheLargestScoreIsTaken(String scheduler) {
    Explainer explainer = new Explainer(() -> simulation(scheduler), false);
    int judged = 0;
    for (int job = 20; job < 40; job++) {
      for (JobDecision decision : explainer.explain(job, 10).decisions()) {
        List<ScoreTerm> places =
            decision.terms().stream()
                .filter(term -> term.name().equals(SCORE))
                .filter(term -> !term.subject().equals(ScoreTerm.TURN))
                .toList();
        if (decision.deed() == Deed.STARTED && !places.isEmpty()) {
          String best =
              places.stream()
                  .max(Comparator.comparingDouble(ScoreTerm::value))
                  .orElseThrow()
                  .subject();
          assertThat(decision.place()).endsWith("on " + best);
          judged++;
        }
      }
    }
    assertThat(judged).isGreaterThan(15);
  }
}
