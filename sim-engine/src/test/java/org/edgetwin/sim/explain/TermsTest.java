package org.edgetwin.sim.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.edgetwin.sim.engine.LinearTraining;
import org.edgetwin.sim.engine.SmallCluster;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.edgetwin.sim.scheduling.ScoreTerm;
import org.junit.jupiter.api.Test;

/** What schedulers say they go by, in cases small enough to work out by hand. */
class TermsTest {
  private static final double NEVER = Double.POSITIVE_INFINITY;

  /** Terms of the first decision about a job. */
  private static List<ScoreTerm> terms(SmallCluster cluster, String scheduler, int job) {
    SchedulerCatalog catalog = SchedulerCatalog.standard();
    return new Explainer(
            () -> cluster.under(catalog.create(scheduler, new Streams(1, 1), 1)), false)
        .explain(job, 10)
        .decisions()
        .get(0)
        .terms();
  }

  private static void assertTerms(List<ScoreTerm> terms, double... values) {
    assertThat(terms.stream().mapToDouble(ScoreTerm::value).toArray())
        .as("%s", terms)
        .containsExactly(values, Offset.offset(1e-6));
  }

  private static SmallCluster job(
      SmallCluster cluster, double at, int gpus, double work, String user) {
    return cluster.job(
        at,
        SmallCluster.demand(gpus, Demand.WHOLE_GPU, 0),
        work,
        new Terms(NEVER, false, work, NEVER, 0, user),
        Recovery.DEFAULT);
  }

  /**
   * Job 1 has not waited, asks for half of the cluster, and its user has used nothing. Job 0 is
   * over at 100 s, which a plan in minutes takes for 120.
   */
  @Test
  void factorsOfAPriorityAndAPlannedStart() {
    SmallCluster cluster = new SmallCluster().node(1, 2);
    job(cluster, 0, 2, 100, "a");
    job(cluster, 10, 1, 50, "b");

    List<ScoreTerm> terms = terms(cluster, "slurm(durations=oracle)", 1);
    assertTerms(terms, 10_500, 0, 500, 10_000, 0, 110);
    // Worked out again at 300 s only: jobs of two users, of which b has used less.
    job(cluster, 20, 2, 50, "a");
    assertTerms(terms(cluster, "slurm(durations=oracle)", 2).subList(0, 5), 6000, 0, 1000, 5000, 0);
  }

  private static SmallCluster elastic() {
    return new SmallCluster()
        .node(1, 4)
        .job(0, 4, 400)
        .elastic(LinearTraining.create())
        .job(10, 1, 40)
        .elastic(LinearTraining.create());
  }

  /** 400 s on one GPU, 200 on two, and so on; the machine has four. */
  @Test
  void whatAFurtherGpuSaves() {
    assertTerms(
        terms(elastic(), "optimus(durations=oracle)", 0),
        0,
        400,
        200,
        (400 - 400.0 / 3) / 2,
        100,
        1,
        2,
        4);
  }

  @Test
  void anEqualShareInTheNextRound() {
    assertTerms(terms(elastic(), "equal-shares(period=60)", 1), 50, 2);
  }

  /** Two users of equal tickets are due two GPUs each. */
  @Test
  void whatAUserIsDue() {
    SmallCluster cluster = new SmallCluster().node(1, 4);
    job(cluster, 0, 4, 100, "a");
    job(cluster, 0, 2, 100, "b");

    assertTerms(terms(cluster, "gandiva-fair(round=60)", 1), 0, 1, 2, 120);
  }

  /** A share on the slow GPU now, or on the fast one in 9 s. */
  @Test
  void whatAWaitingShareIsJudgedBy() {
    SmallCluster cluster =
        new SmallCluster()
            .node(1, 1)
            .node(4, 1)
            .job(0, 1, 40)
            .job(1, SmallCluster.demand(1, 500, 0), 100, Terms.NONE, Recovery.DEFAULT);

    assertTerms(terms(cluster, "fifo-fit-first+wait(durations=oracle)", 1), 1, 100, 0, 0, 34, 0, 9);
  }

  @Test
  void aShareHasTheBestGpuOfEachGroup() {
    SmallCluster cluster =
        new SmallCluster()
            .node(1, 2)
            .node(4, 1)
            .job(0, SmallCluster.demand(1, 500, 0), 100, Terms.NONE, Recovery.DEFAULT);

    assertThat(terms(cluster, "fifo+fastest-gpu", 0))
        .extracting(ScoreTerm::subject)
        .containsExactly(ScoreTerm.TURN, "node-0, GPU 0", "node-1, GPU 0");
  }

  /** With the job three of four GPUs stay free, or one of two. */
  @Test
  void theBestNodesByScore() {
    SmallCluster cluster = new SmallCluster().node(1, 2).node(1, 4).job(0, 1, 100);
    List<ScoreTerm> terms = terms(cluster, "fifo+k8s-least", 0);

    assertTerms(terms, 0, 75, 50);
    assertThat(terms.get(1).subject()).isEqualTo("node-1");
  }
}
