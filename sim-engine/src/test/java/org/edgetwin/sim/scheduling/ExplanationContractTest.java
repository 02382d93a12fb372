package org.edgetwin.sim.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.engine.SmallCluster;
import org.edgetwin.sim.explain.Deed;
import org.edgetwin.sim.explain.Explainer;
import org.edgetwin.sim.explain.Explanation;
import org.edgetwin.sim.explain.JobDecision;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scheduler can be explained, and explaining a run does not change it. */
class ExplanationContractTest {
  /** One with rigid jobs and nodes that fail, and one with elastic ones and drained nodes. */
  private static final List<Scene> SCENES =
      List.of(begin(SceneGenerator.draw(6)), begin(ElasticScenes.draw(7)));

  private static final int MOST_JOBS = 30;
  private static final int LIMIT = 2;

  /** They draw, so there is nothing that they go by. */
  private static final Set<String> DRAWING_ORDERINGS = Set.of("random", "random+random");

  private static Scene begin(Scene scene) {
    return new Scene(
        scene.fleet(), scene.jobs().subList(0, MOST_JOBS), scene.endTime(), scene.drains());
  }

  static Set<String> schedulers() {
    return SchedulerContractTest.schedulers();
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void canBeExplained(String scheduler) {
    for (Scene scene : SCENES) {
      Explainer explainer = new Explainer(() -> scene.under(scheduler), true);
      Explanation explanation = explainer.explain(scene.jobs().size() / 2, LIMIT);
      JobRecord record = explanation.job();
      assertThat(explanation.result().jobs())
          .isEqualTo(scene.under(scheduler).run().result().jobs());
      assertThat(explanation.decisionCount()).isGreaterThanOrEqualTo(record.starts());
      if (record.state() != JobState.REJECTED) {
        assertThat(explanation.decisions()).isNotEmpty();
      }
      explanation.decisions().stream()
          .filter(decision -> decision.deed() == Deed.STARTED)
          .forEach(decision -> assertThat(decision.place()).isNotEmpty());
    }
  }

  /** Two machines of two speeds, and more jobs than fit. */
  private static Simulation small(String scheduler) {
    SmallCluster cluster = new SmallCluster().node(1, 2).node(2, 2);
    for (int i = 0; i < 5; i++) {
      double work = 400 + 100 * i;
      cluster.job(
          10 * i,
          SmallCluster.demand(1 + i % 2, Demand.WHOLE_GPU, 0),
          work,
          new Terms(2 * work, false, work, Double.POSITIVE_INFINITY, 0, "user-" + i % 2),
          Recovery.DEFAULT);
    }
    return cluster.under(SchedulerCatalog.standard().create(scheduler, new Streams(1, 1), 1));
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void tellsWhatItGoesByAndWhatElseItCouldHaveDone(String scheduler) {
    List<String> plain = SchedulerContractTest.print(small(scheduler).run().result());
    Explainer explainer = new Explainer(() -> small(scheduler), true);
    for (int job = 0; job < 5; job += 2) {
      Explanation explanation = explainer.explain(job, LIMIT);

      assertThat(SchedulerContractTest.print(explanation.result())).isEqualTo(plain);
      for (JobDecision decision : explanation.decisions()) {
        String what = scheduler + ", " + decision;
        if (!DRAWING_ORDERINGS.contains(scheduler)) {
          assertThat(decision.terms()).as(what).isNotEmpty();
        }
        if (decision.deed() == Deed.STARTED && couldDoElse(decision)) {
          assertThat(decision.alternatives()).as(what).isNotEmpty();
        }
      }
    }
  }

  private static boolean couldDoElse(JobDecision decision) {
    return decision.rooms().stream().filter(room -> room.obstacle() == null).count() > 1;
  }
}
