package org.edgetwin.agents.env;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.edgetwin.agents.pair.GlobalFeature;
import org.edgetwin.agents.pair.JobFeature;
import org.edgetwin.agents.pair.NodeFeature;
import org.edgetwin.agents.pair.PairFeature;
import org.edgetwin.agents.pair.PairPass;
import org.edgetwin.agents.pair.UnequalCluster;
import org.edgetwin.sim.engine.SimulatedCluster;
import org.edgetwin.sim.experiment.RunFactory;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.SpeedKnowledge;
import org.edgetwin.sim.workload.Workload;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umontreal.ssj.rng.RandomStream;

/**
 * Where estimates are noisy, nothing that an agent sees gives away how long a job really takes, how
 * fast a machine really is, or who will come. Correlations find a number that tells the truth; what
 * several numbers tell together is found by changing what is to come.
 */
class LeakTest {
  /** From here on a number tells the truth. */
  private static final double LEAK = 0.999;

  private static final int JOBS = 150;

  /** About half of an episode. */
  private static final int STEPS = 400;

  private static final UnequalEpisodes EPISODES =
      new UnequalEpisodes(JOBS, Double.POSITIVE_INFINITY, false);

  /** What was seen in some episodes, beside what should not be. */
  private static final class Evidence {
    final Correlation remaining = new Correlation();
    final Correlation nodeFactors = new Correlation();
    final Correlation pairFactors = new Correlation();
    final Correlation nextArrival = new Correlation();
    final Correlation arrivals = new Correlation();

    void collect(TwoAgentEnvironment environment, DurationKnowledge durations, long seed) {
      RandomStream stream = new Streams(seed, 1).stream("actions");
      AgentStep step = environment.reset(seed);
      Knowledge known = new Knowledge(durations, SpeedKnowledge.MATRIX);
      // A step now and then: neighbours in time say the same.
      for (int t = 0; !step.isOver(); t++) {
        if (t % 7 == 0) {
          look(environment, step.observation(), known);
          lookAhead(environment, step);
        }
        step = environment.step(UnequalEpisodes.anyLegal(step, stream));
      }
    }

    private void look(TwoAgentEnvironment environment, Observation seen, Knowledge known) {
      SimulatedCluster cluster = environment.cluster().cluster();
      ClusterView view = cluster.observe(0);
      PairPass pass = environment.pass();
      cluster.attach(0, new Knowledge(DurationKnowledge.ORACLE, SpeedKnowledge.ORACLE));
      for (int row = 0; row < seen.jobCount(); row++) {
        double truth = view.predictedRemaining(pass.job(row));
        remaining.add(seen.jobs(), row, JobFeature.COUNT, truth);
      }
      JobView job = pass.job(Math.max(0, seen.picked()));
      for (int column = 0; column < seen.nodeCount(); column++) {
        double truth = view.trueSlowdown(job, pass.node(column));
        nodeFactors.add(seen.nodes(), column, NodeFeature.COUNT, truth);
        if (seen.picked() >= 0 && pass.placeLegal()[column]) {
          pairFactors.add(seen.pairs(), column, PairFeature.COUNT, truth);
        }
      }
      cluster.attach(0, known);
    }

    private void lookAhead(TwoAgentEnvironment environment, AgentStep step) {
      Observation seen = step.observation();
      double now = step.info().timeSeconds();
      float[] row = new float[GlobalFeature.COUNT + 1];
      System.arraycopy(seen.globals(), 0, row, 0, GlobalFeature.COUNT);
      row[GlobalFeature.COUNT] = (float) seen.elapsedSeconds();
      int soon = 0;
      double next = 0;
      for (Workload jobs = UnequalCluster.run(1 + step.info().seed(), JOBS, now).workload().copy();
          jobs.nextTime() < Double.POSITIVE_INFINITY;
          jobs.next()) {
        if (jobs.nextTime() > now) {
          next = next == 0 ? jobs.nextTime() - now : next;
          soon += jobs.nextTime() < now + 1000 ? 1 : 0;
        }
      }
      if (next > 0 && environment.agent() == PairPass.Turn.ORDERER) {
        nextArrival.add(row, next);
        arrivals.add(row, 1 + soon);
      }
    }

    List<Correlation> all() {
      return List.of(remaining, nodeFactors, pairFactors, nextArrival, arrivals);
    }
  }

  private static final Evidence NOISY = new Evidence();

  @BeforeAll
  static void play() {
    for (long seed = 0; seed < 6; seed++) {
      NOISY.collect(
          UnequalEpisodes.environment(EPISODES, true, DurationKnowledge.NOISY),
          DurationKnowledge.NOISY,
          seed);
    }
  }

  @Test
  void nothingSeenTellsTheTruth() {
    for (Correlation correlation : NOISY.all()) {
      assertThat(correlation.size()).isGreaterThan(300);
      assertThat(correlation.greatest()).isLessThan(LEAK);
    }
    // What is estimated is not nothing either.
    assertThat(NOISY.remaining.greatest()).isGreaterThan(0.9);
  }

  @Test
  void norDoesWhatIsSeenOfThoseWhoShareGpus() {
    Evidence shared = new Evidence();
    for (long seed = 0; seed < 3; seed++) {
      shared.collect(
          UnequalEpisodes.environment(
              new UnequalEpisodes(JOBS, Double.POSITIVE_INFINITY, true),
              true,
              DurationKnowledge.NOISY),
          DurationKnowledge.NOISY,
          seed);
    }

    for (Correlation correlation : shared.all()) {
      assertThat(correlation.size()).isGreaterThan(150);
      assertThat(correlation.greatest()).isLessThan(LEAK);
    }
  }

  /**
   * Two futures of one past: those in the system run three times as long, and nobody else comes.
   * Whatever is computed from what is to come, and however, the steps before would differ.
   */
  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "3, true", "4, true"})
  void whatIsToComeLeavesNoTraceBefore(long seed, boolean shared) {
    UnequalEpisodes episodes = new UnequalEpisodes(JOBS, Double.POSITIVE_INFINITY, shared);
    Set<String> present = new HashSet<>();
    List<AgentStep> past = play(episodes, seed, present);
    double now = past.get(STEPS - 1).info().timeSeconds();

    UnequalEpisodes other =
        new UnequalEpisodes(
            JOBS,
            Double.POSITIVE_INFINITY,
            shared,
            jobs ->
                jobs.stream()
                    .filter(job -> job.submitTime() <= now)
                    .map(job -> present.contains(job.name()) ? longer(job) : job)
                    .toList());

    assertThat(present).hasSizeGreaterThan(5);
    assertThat(StepBytes.of(play(other, seed, new HashSet<>()))).isEqualTo(StepBytes.of(past));
  }

  private static JobSpec longer(JobSpec job) {
    return job.withWork(3 * job.workSeconds(), job.terms());
  }

  /**
   * The first steps of an episode with random legal actions.
   *
   * @param present gets the names of those who are in the system then
   */
  private static List<AgentStep> play(RunFactory episodes, long seed, Set<String> present) {
    TwoAgentEnvironment environment =
        UnequalEpisodes.environment(episodes, true, DurationKnowledge.NOISY);
    RandomStream stream = new Streams(seed, 1).stream("actions");
    List<AgentStep> steps = new ArrayList<>(List.of(environment.reset(seed)));
    while (steps.size() < STEPS) {
      int action = UnequalEpisodes.anyLegal(steps.get(steps.size() - 1), stream);
      steps.add(environment.step(action));
    }
    for (int row = 0; row < environment.pass().jobCount(); row++) {
      present.add(environment.pass().job(row).name());
    }
    return steps;
  }

  @Test
  void aLeakWouldBeNoticed() {
    for (Correlation correlation : NOISY.all()) {
      assertThat(correlation.greatestWithProbe()).isGreaterThan(LEAK);
    }
  }

  @Test
  void agentsThatAreToldTheTruthAreCaught() {
    Evidence told = new Evidence();
    told.collect(
        UnequalEpisodes.environment(EPISODES, true, DurationKnowledge.ORACLE),
        DurationKnowledge.ORACLE,
        1);

    assertThat(told.remaining.greatest()).isGreaterThan(LEAK);
  }
}
