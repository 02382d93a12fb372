package org.edgetwin.agents.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.edgetwin.agents.env.Episodes;
import org.edgetwin.agents.file.Checkpoint;
import org.edgetwin.agents.net.Policy;
import org.edgetwin.agents.pair.LinearRule;
import org.edgetwin.agents.pair.PairScheduler;
import org.edgetwin.agents.pair.PairSchema;
import org.edgetwin.agents.pair.UnequalRuns;
import org.edgetwin.agents.rollout.Rollout;
import org.edgetwin.agents.train.ParameterExploration;
import org.edgetwin.agents.train.PpoConfig;
import org.edgetwin.agents.train.Schedule;
import org.edgetwin.agents.tune.RuleSearch;
import org.edgetwin.sim.belief.StandardBeliefs;
import org.edgetwin.sim.policies.LearnedOutlook;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTest {
  private static final Episodes TRAINING = new Episodes(List.of(new UnequalRuns()), 6);
  private static final Episodes VALIDATION = new Episodes(List.of(new UnequalRuns()), 2);

  @TempDir private Path folder;

  private static StudyPlan plan(int generations, int updates) {
    return plan(generations, 0, updates, true);
  }

  private static StudyPlan plan(int generations, int imitation, int updates, boolean residual) {
    return plan(generations, imitation, 0, updates, residual, residual, PpoConfig.usual(updates));
  }

  private static StudyPlan plan(
      int generations,
      int imitation,
      int explorations,
      int updates,
      boolean residual,
      boolean fallBack,
      PpoConfig ppo) {
    return new StudyPlan(
        1,
        new Rollout.Cast(
            new PairScheduler.Setting(
                LinearRule.shortestService(0.5), DurationKnowledge.NOISY, true),
            new LearnedOutlook(StandardBeliefs.SHRINKAGE, 0)),
        LinearRule.shortestService(0.5),
        new RuleSearch.Settings(generations, 4, 2, 0.1),
        new StudyPlan.Networks(4, true, true, residual, 4, 15),
        new ParameterExploration.Settings(explorations, 2, 1, 0.05, Schedule.constant(0.02)),
        new StudyPlan.Lessons(imitation, updates, 2, 2, imitation > 0 ? 1 : 0.05, ppo),
        new StudyPlan.Validation(1, 0, fallBack));
  }

  private StudyResult run(String checkpoint, int threads, BooleanSupplier stop) throws IOException {
    return run(plan(2, 3), checkpoint, threads, stop);
  }

  private StudyResult run(StudyPlan plan, String checkpoint, int threads, BooleanSupplier stop)
      throws IOException {
    return new Study(plan, TRAINING, VALIDATION, folder.resolve(checkpoint), StudyListener.NONE)
        .run(threads, stop);
  }

  @Test
  void aTrainingThatIsStoppedAgainAndAgainEndsLikeOneThatIsNot() throws IOException {
    StudyPlan plan = plan(2, 1, 2, 1, true, true, PpoConfig.usual(1));
    StudyResult whole = run(plan, "whole", 1, () -> false);

    StudyResult last = null;
    int starts = 0;
    for (boolean finished = false; !finished; starts++) {
      last = run(plan, "pieces", 2, () -> true);
      finished = last.updates() == 3;
    }

    assertThat(starts).isGreaterThan(3);
    assertThat(found(last)).usingRecursiveComparison().isEqualTo(found(whole));
    assertThat(last.decisions()).isEqualTo(whole.decisions());
    assertThat(whole.finished()).isTrue();
    assertThat(Checkpoint.read(folder.resolve("pieces")))
        .usingRecursiveComparison()
        .isEqualTo(Checkpoint.read(folder.resolve("whole")));
  }

  private static StudyResult.Found found(StudyResult result) {
    return result.found().orElseThrow();
  }

  @Test
  void aSearchThatIsStoppedHasNothingToUseYet() throws IOException {
    StudyResult result = run("early", 1, () -> true);

    assertThat(result.found()).isEmpty();
    assertThat(result.finished()).isFalse();
    assertThat(result.decisions())
        .isPositive()
        .isEqualTo(Study.decisions(Checkpoint.read(folder.resolve("early"))));
  }

  @Test
  void theSearchIsLeftOutIfThereAreNoGenerations() throws IOException {
    StudyPlan plan = plan(0, 0);
    StudyResult.Found result = found(run(plan, "none", 2, () -> false));

    assertThat(result.rule().parameters()).isEqualTo(plan.reference().parameters());
    assertThat(result.ruleRatio()).as("it is the reference").isEqualTo(1);
    assertThat(result.fellBack()).isTrue();
  }

  @Test
  void weightsOfFeaturesThatNeverShowAreNotSearchedFor() throws IOException {
    float[] start = LinearRule.shortestService(0.5).place();
    float[] found = found(run("silent", 2, () -> false)).rule().place();

    // No job of these episodes shares a GPU.
    for (String silent : List.of("log_sharing", "log_cost")) {
      int at = PairSchema.SCHEMA.pair().indexOf(silent);
      assertThat(found[at]).isEqualTo(start[at]);
    }
    assertThat(found).isNotEqualTo(start);
  }

  @Test
  void explorationMovesOnlyTheAgentThatLearns() throws IOException {
    PpoConfig usual = PpoConfig.usual(0);
    PpoConfig placerOnly =
        new PpoConfig(
            usual.team(),
            usual.lambda(),
            usual.clip(),
            usual.epochs(),
            usual.minibatch(),
            usual.learningRate(),
            usual.criticLearningRate(),
            usual.entropy(),
            usual.leash(),
            usual.maxGradientNorm(),
            false,
            true);
    float[][] untaught = weights(plan(0, 0, 0, 0, true, false, placerOnly), "untaught");
    float[][] taught = weights(plan(0, 0, 2, 0, true, false, placerOnly), "taught");

    assertThat(taught[0]).isEqualTo(untaught[0]);
    assertThat(taught[1]).isNotEqualTo(untaught[1]);
  }

  /** What a training ends with, the orderer's and the placer's. */
  private float[][] weights(StudyPlan plan, String checkpoint) throws IOException {
    Policy policy = found(run(plan, checkpoint, 2, () -> false)).policy();
    return new float[][] {policy.orderer().weights(), policy.placer().weights()};
  }

  @Test
  void whatIsKeptIsNeverWorseOnValidation() throws IOException {
    StudyResult.Found result = found(run("kept", 2, () -> false));

    assertThat(result.ruleRatio()).isLessThanOrEqualTo(1);
    assertThat(result.policyRatio()).isLessThanOrEqualTo(result.ruleRatio());
  }

  @Test
  void networksThatDoNotHearOfTheRuleLearnItByImitation() throws IOException {
    StudyResult.Found beginner = alone("beginner", 1);
    StudyResult.Found apprentice = alone("apprentice", 60);

    assertThat(apprentice.fellBack()).isFalse();
    // Where the rule is at 1.
    assertThat(apprentice.policyRatio() - 1).isLessThan(0.5 * (beginner.policyRatio() - 1));
  }

  /** Without the rule's scores, and kept even if it is worse than the rule. */
  private StudyResult.Found alone(String checkpoint, int imitation) throws IOException {
    return found(run(plan(0, imitation, 0, false), checkpoint, 2, () -> false));
  }

  @Test
  void whatIsMeasuredGoesUpInSteps() throws IOException {
    List<Long> steps = new ArrayList<>();
    AtomicInteger looks = new AtomicInteger();
    StudyListener listener =
        new StudyListener() {
          @Override
          public void progress(String stage, long done, long total) {
            assertThat(done).isBetween(1L, total);
          }

          @Override
          public void scalars(long step, Map<String, Double> values) {
            steps.add(step);
            looks.addAndGet(values.containsKey("validation/jct_ratio") ? 1 : 0);
          }
        };
    new Study(plan(2, 3), TRAINING, VALIDATION, folder.resolve("steps"), listener)
        .run(2, () -> false);

    assertThat(steps).isSorted();
    assertThat(looks).as("at the start and after each update").hasValue(4);
  }

  @Test
  void anotherTrainingsCheckpointIsRefused() throws IOException {
    Path file = folder.resolve("other");
    Checkpoint checkpoint = new Checkpoint();
    checkpoint.floats().put("study.rule", new float[3]);
    checkpoint.write(file);

    assertThatThrownBy(() -> run("other", 1, () -> false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("study.rule");
    assertThat(Files.exists(file)).isTrue();
  }
}
