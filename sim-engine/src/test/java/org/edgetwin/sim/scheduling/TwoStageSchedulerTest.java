package org.edgetwin.sim.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.edgetwin.sim.engine.SmallCluster;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.policies.HeuristicPolicies;
import org.edgetwin.sim.policies.Placements;
import org.junit.jupiter.api.Test;

class TwoStageSchedulerTest {
  /** First-fit, with a list of whom it was asked about and when. */
  private static final class Asked implements PlacementPolicy {
    private final PlacementPolicy firstFit = Placements.firstFit();
    private final List<String> questions;
    private final boolean mayWait;

    Asked(List<String> questions, boolean mayWait) {
      this.questions = questions;
      this.mayWait = mayWait;
    }

    @Override
    public PlacementChoice choose(JobView job, ClusterView view) {
      questions.add((int) view.now() + ":" + job.name());
      return firstFit.choose(job, view);
    }

    @Override
    public boolean mayWait() {
      return mayWait;
    }

    @Override
    public Knowledge knowledge() {
      return Knowledge.NONE;
    }

    @Override
    public PlacementPolicy copy() {
      return this;
    }
  }

  private static List<String> questions(boolean mayWait) {
    List<String> questions = new ArrayList<>();
    OrderingFactory fifo =
        new HeuristicPolicies()
            .orderings().stream()
                .filter(factory -> factory.describe().name().equals("fifo-fit-first"))
                .findFirst()
                .orElseThrow();
    OrderingPolicy ordering =
        fifo.create(
            new PolicyParameters(fifo.describe(), DurationKnowledge.NONE, Map.of()),
            new Streams(1, 1));
    // One of four GPUs is left when two gangs of two and one of three come; j4 takes it.
    new SmallCluster()
        .node(1, 4)
        .job(0, 3, 10)
        .job(1, 2, 1)
        .job(2, 2, 1)
        .job(3, 3, 1)
        .job(4, 1, 100)
        .run(new TwoStageScheduler(ordering, new Asked(questions, mayWait)));
    return questions;
  }

  @Test
  void whatDidNotFitIsTriedAgainOnceSomethingIsFree() {
    assertThat(questions(false))
        .containsExactly(
            "0:j0", "1:j1", "3:j3", "4:j4", "10:j1", "10:j2", "10:j3", "11:j2", "11:j3", "12:j3");
  }

  @Test
  void aPlacementThatMayWaitIsAskedEveryTime() {
    assertThat(questions(true)).contains("2:j1", "3:j1", "4:j1");
  }
}
