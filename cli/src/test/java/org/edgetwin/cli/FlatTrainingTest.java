package org.edgetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.edgetwin.agents.file.DensePolicyFile;
import org.edgetwin.agents.flat.FlatEnvironment;
import org.edgetwin.agents.flat.FlatEnvironmentProvider;
import org.edgetwin.agents.net.DensePolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training file as a flat environment, and a flat policy in {@code compare} and the like. */
class FlatTrainingTest {
  private static final Path DUET = Invocation.SCENARIOS.resolve("duet-v1.yaml").toAbsolutePath();
  private static final String WINDOW = "jobs[0].trace.windows.jobs=30";
  private static final String LOAD = "jobs[0].trace.windows.load=0.9";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("small.yaml");
    Files.writeString(
        file,
        String.join(
            "\n",
            "name: small",
            "scenario: " + DUET,
            "variants: ['" + LOAD + "']",
            "training: {data: a few, set: ['" + WINDOW + "'], replications: 2}",
            "validation: {data: two, replications: 2}",
            "test: {data: the rest, replications: 2}",
            ""));
  }

  private FlatEnvironment environment() {
    return FlatEnvironmentProvider.find(file.toString(), 1);
  }

  /** One layer; with a factor of 0 it always takes the first action that is allowed. */
  private DensePolicy policy(double factor) {
    FlatEnvironment environment = environment();
    float[][] weight = new float[environment.observationSize()][environment.actionCount()];
    for (int row = 0; row < weight.length; row++) {
      for (int column = 0; column < weight[row].length; column++) {
        weight[row][column] = (float) (factor * Math.sin(31 * row + 7 * column));
      }
    }
    return new DensePolicy(
        List.of(new DensePolicy.Layer(weight, new float[environment.actionCount()])));
  }

  private static double play(FlatEnvironment environment, DensePolicy policy, long episode) {
    float[] observation = environment.reset(episode);
    double sum = 0;
    FlatEnvironment.Transition last;
    do {
      last = environment.step(policy.choose(observation, environment.actionMask()));
      observation = last.observation();
      sum += last.reward();
    } while (!last.terminated());
    return sum;
  }

  private String name(String file, DensePolicy policy) throws IOException {
    Path path = folder.resolve(file);
    new DensePolicyFile("small.yaml", environment().layout(), policy).write(path);
    return "flat-agent@" + path;
  }

  @Test
  void rewardsAreSharesOfWhatTheRuleTakes() {
    FlatEnvironment environment = environment();
    DensePolicy first = policy(0);
    for (int episode = 0; episode < 2; episode++) {
      // Slot 0 is the rule's choice unless it would stop or wait.
      double sum = play(environment, first, episode);
      assertThat(sum).isBetween(-1.5, -0.7);
      assertThat(play(environment, first, episode + 2)).as("the same episode").isEqualTo(sum);
    }
    assertThat(play(environment, first, 0)).isNotEqualTo(play(environment, first, 1));
  }

  @Test
  void aSchedulerTakesAsLongAsItsPolicyDoesInTraining() throws IOException {
    String one = name("one.json", policy(0));
    String other = name("other.json", policy(1));
    var schedulers =
        Invocation.of(
                "compare",
                DUET.toString(),
                "--set",
                WINDOW,
                "--set",
                LOAD,
                "--replications",
                "1",
                "--schedulers",
                one + "," + other,
                "--out",
                folder.resolve("compared").toString(),
                "--json")
            .json()
            .get("schedulers");
    FlatEnvironment environment = environment();
    // What the rule takes cancels out, and so does the number of jobs.
    double trained = play(environment, policy(1), 0) / play(environment, policy(0), 0);
    double scheduled =
        schedulers.get(other).at("/jct_mean_s/mean").asDouble()
            / schedulers.get(one).at("/jct_mean_s/mean").asDouble();
    assertThat(scheduled).isCloseTo(trained, Percentage.withPercentage(1e-7));
    assertThat(scheduled).isNotCloseTo(1, Percentage.withPercentage(1));
  }

  @Test
  void aPolicyIsEvaluatedBySchedulerAndFile() throws IOException {
    String name = name("policy.json", policy(0));
    String[] arguments = {
      "evaluate",
      name,
      "--scenario",
      DUET.toString(),
      "--set",
      WINDOW,
      "--replications",
      "2",
      "--baselines",
      "sjf(durations=noisy)+wait",
      "--json"
    };
    Invocation evaluate = Invocation.of(arguments);
    assertThat(evaluate.err()).doesNotContain("Exception");
    assertThat(evaluate.exitCode()).isZero();
    assertThat(evaluate.json().get("policy").asText()).isEqualTo("flat-agent");
    assertThat(folder.resolve("evaluation.html")).isNotEmptyFile();

    arguments[1] = name.substring(name.indexOf('@') + 1);
    Invocation asDualAgent = Invocation.of(arguments);
    assertThat(asDualAgent.exitCode()).isEqualTo(2);
    assertThat(asDualAgent.err()).contains("policy.json: format is \"edgetwin-dense-policy\"");
  }

  @Test
  void aBrokenTrainingFileIsNamed() throws IOException {
    Files.writeString(file, Files.readString(file).replace("replications: 2", "replications: 0"));
    assertThatThrownBy(this::environment)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("small.yaml:", "training.replications");
    assertThatThrownBy(() -> FlatEnvironmentProvider.find("nowhere.yaml", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nowhere.yaml");
    assertThatThrownBy(() -> FlatEnvironmentProvider.find("duet", 1))
        .hasMessage(
            "There is no environment \"duet\". Maybe one of [scenarios/training/duet-v1.yaml].");
  }
}
