package org.edgetwin.agents.rl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.edgetwin.agents.flat.FlatEnvironment;
import org.edgetwin.agents.log.ScalarLog;
import org.edgetwin.agents.net.DensePolicy;
import org.edgetwin.agents.net.FlatPolicy;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import umontreal.ssj.rng.RandomStream;

final class Rl4jStudyTest {
  @TempDir Path folder;

  private static StudyConfig config(Learner learner, int steps, int threads) {
    return new StudyConfig(
        learner, 1e9, steps, 7, List.of(16, 16), threads, 0.9, 3e-3, 1, steps / 2);
  }

  private DensePolicy train(StudyConfig config, String name) throws IOException {
    return new Rl4jStudy(config).train(TwoQueues::new, folder.resolve(name), () -> 1);
  }

  /** Mean return of the same 40 episodes. */
  private static double judge(FlatPolicy policy) {
    double sum = 0;
    for (int episode = 0; episode < 40; episode++) {
      FlatEnvironment queues = new TwoQueues();
      float[] observation = queues.reset(1_000_000 + episode);
      FlatEnvironment.Transition last;
      do {
        last = queues.step(policy.choose(observation, queues.actionMask()));
        observation = last.observation();
        sum += last.reward();
      } while (!last.truncated());
    }
    return sum / 40;
  }

  private static FlatPolicy random() {
    RandomStream stream = new Streams(3, 1).stream("random");
    return (observation, mask) -> {
      int action;
      do {
        action = stream.nextInt(0, mask.length - 1);
      } while (!mask[action]);
      return action;
    };
  }

  @ParameterizedTest
  @CsvSource({"DQN, 400, 1", "A3C, 1200, 2"})
  void aLearnerBeatsARandomPolicy(Learner learner, int steps, int threads) throws IOException {
    DensePolicy policy = train(config(learner, steps, threads), "run");
    assertThat(judge(policy)).isGreaterThan(judge(random()) / 2);
    List<String> curve = Files.readAllLines(folder.resolve("run").resolve(ScalarLog.TABLE));
    assertThat(curve.stream().filter(row -> row.contains(EpisodeLog.RETURN)).count())
        .isBetween((long) steps / TwoQueues.STEPS - threads, (long) steps / TwoQueues.STEPS + 2);
    // One of three actions is never allowed, so a learner that explores asks for it.
    assertThat(curve.stream().filter(row -> row.contains(EpisodeLog.ILLEGAL)))
        .anyMatch(row -> !row.endsWith(",0.0"));
  }

  @ParameterizedTest
  @EnumSource(Learner.class)
  void oneSeedGivesOnePolicyAndOneCurve(Learner learner) throws IOException {
    DensePolicy first = train(config(learner, 75, 1), "first");
    DensePolicy second = train(config(learner, 75, 1), "second");
    float[] observation = {0.25f, 0.75f};
    assertThat(first.values(observation)).isEqualTo(second.values(observation));
    assertThat(folder.resolve("first").resolve(ScalarLog.TABLE))
        .hasSameTextualContentAs(folder.resolve("second").resolve(ScalarLog.TABLE));
    StudyConfig other = new StudyConfig(learner, 1e9, 75, 8, List.of(16, 16), 1, 0.9, 3e-3, 1, 37);
    assertThat(train(other, "other").values(observation)).isNotEqualTo(first.values(observation));
  }

  @ParameterizedTest
  @EnumSource(Learner.class)
  void timeEndsATrainingInTheMiddleOfAnEpisode(Learner learner) throws IOException {
    double[] now = {0};
    StudyConfig config =
        new StudyConfig(learner, 200, 1_000_000, 7, List.of(4), 1, 0.9, 1e-3, 1, 100);
    int[] steps = {0};
    new Rl4jStudy(config)
        .train(
            () ->
                new Watched(
                    new TwoQueues(),
                    () -> {
                      now[0] += 21;
                      steps[0]++;
                    }),
            folder,
            () -> now[0]);
    assertThat(steps[0]).isEqualTo(10);
    assertThat(Files.readAllLines(folder.resolve(ScalarLog.TABLE)))
        .last()
        .isEqualTo("10,210.0," + EpisodeLog.SECONDS + ",210.0");
  }

  @ParameterizedTest
  @EnumSource(Learner.class)
  void aStoppedTrainingGoesOnFromItsCheckpoint(Learner learner) throws IOException {
    double[] now = {0};
    int[] steps = {0};
    Supplier<FlatEnvironment> environments =
        () ->
            new Watched(
                new TwoQueues(),
                () -> {
                  now[0] += 10;
                  if (++steps[0] == 48) {
                    throw new IllegalStateException("the power went");
                  }
                });
    assertThatThrownBy(() -> train(learner, 1200, environments, now));
    assertThat(new Saver(folder).used()).isEqualTo(45);
    assertThat(new Saver(folder).elapsed()).isEqualTo(450);

    DensePolicy trained = train(learner, 1200, environments, now);
    assertThat(steps[0]).isEqualTo(48 + 75);
    float[] observation = {0.25f, 0.75f};
    // There is nothing left of the budget, so these are the weights of the file.
    DensePolicy loaded = train(learner, 1200, environments, now);
    assertThat(steps[0]).isEqualTo(48 + 75);
    assertThat(loaded.values(observation)).isEqualTo(trained.values(observation));

    assertThat(train(learner, 2000, environments, now).values(observation))
        .isNotEqualTo(trained.values(observation));
    assertThat(steps[0]).isEqualTo(48 + 75 + 80);
    assertThat(Files.readAllLines(folder.resolve(ScalarLog.TABLE)))
        .last()
        .asString()
        .startsWith("200,")
        .endsWith(EpisodeLog.SECONDS + ",2000.0");
  }

  private DensePolicy train(
      Learner learner, double seconds, Supplier<FlatEnvironment> environments, double[] now)
      throws IOException {
    StudyConfig config =
        new StudyConfig(learner, seconds, 1_000_000, 7, List.of(40), 1, 0.9, 1e-2, 1, 100);
    return new Rl4jStudy(config).train(environments, folder, () -> now[0]);
  }

  @ParameterizedTest
  @CsvSource({"DQN, 1", "A3C, 2"})
  void anEnvironmentThatFailsEndsTheTraining(Learner learner, int threads) {
    StudyConfig config = config(learner, 1_000_000, threads);
    assertThatThrownBy(
            () ->
                new Rl4jStudy(config)
                    .train(
                        () ->
                            new Watched(
                                new TwoQueues(),
                                () -> {
                                  throw new IllegalStateException("the engine broke");
                                }),
                        folder.resolve("failing"),
                        () -> 1))
        .hasMessageContaining("the engine broke");
  }

  @Test
  void bigValuesOfForbiddenActionsDoNotCount() {
    float[] values = {-3, 9, Float.NaN, -2, -2};
    assertThat(FlatPolicy.highest(values, new boolean[] {true, false, true, true, true}))
        .isEqualTo(3);
    assertThat(FlatPolicy.highest(values, new boolean[] {false, false, true, false, false}))
        .isEqualTo(2);
  }
}
