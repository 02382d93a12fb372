package org.edgetwin.sim.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.edgetwin.sim.explain.Deed;
import org.edgetwin.sim.explain.Explainer;
import org.edgetwin.sim.explain.Explanation;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.metrics.JobRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scheduler can be explained, and explaining a run does not change it. */
class ExplanationContractTest {
  /** One with nodes that fail, and one that is drained. */
  private static final List<Integer> SCENES = List.of(2, 3);

  private static final int LIMIT = 2;

  static Set<String> schedulers() {
    return SchedulerContractTest.schedulers();
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void canBeExplained(String scheduler) {
    for (int seed : SCENES) {
      explain(ElasticScenes.draw(seed), scheduler);
    }
  }

  private static void explain(Scene scene, String scheduler) {
    Explainer explainer = new Explainer(() -> scene.under(scheduler), true);
    int job = scene.jobs().size() / 2;
    Explanation explanation = explainer.explain(job, LIMIT);
    JobRecord record = explanation.job();
    assertThat(explanation.result().jobs()).isEqualTo(scene.under(scheduler).run().result().jobs());
    assertThat(explanation.decisionCount()).isGreaterThanOrEqualTo(record.starts());
    if (record.state() != JobState.REJECTED) {
      assertThat(explanation.decisions()).isNotEmpty();
    }
    explanation.decisions().stream()
        .filter(decision -> decision.deed() == Deed.STARTED)
        .forEach(decision -> assertThat(decision.place()).isNotEmpty());
  }
}
