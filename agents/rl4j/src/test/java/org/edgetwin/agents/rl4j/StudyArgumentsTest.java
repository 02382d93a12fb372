package org.edgetwin.agents.rl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.edgetwin.agents.flat.FlatEnvironmentProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StudyArgumentsTest {
  private static final String REQUIRED = "two-queues --out out --learner a3c ";

  @Test
  void whatIsNotGivenHasADefault() {
    StudyArguments study =
        StudyArguments.parse((REQUIRED + "--threads 2 --widths 8,4 --seed -5").split(" ", -1));
    assertThat(study)
        .isEqualTo(
            new StudyArguments(
                "two-queues",
                Path.of("out"),
                new StudyConfig(
                    Learner.A3C, 600, 1_000_000, -5, List.of(8, 4), 2, 0.99, 1e-3, 1, 10_000)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--stepz 5 | There is no option --stepz.",
        "--steps | The option --steps has no value.",
        "--steps many | The value \"many\" of --steps cannot be read.",
        "--widths 8,,4 | The value \"8,,4\" of --widths cannot be read.",
        "--learner ppo | The value \"ppo\" of --learner cannot be read.",
        "--seconds 0 | The seconds (0.0) is not positive.",
        "--learner dqn --threads 2 | DQN does not learn in 2 threads."
      })
  void whatIsWrongIsNamed(String arguments, String message) {
    assertThatThrownBy(() -> StudyArguments.parse((REQUIRED + arguments).split(" ", -1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--learner dqn --out a | The environment is missing.",
        "two-queues --learner dqn | The option --out is missing.",
        "two-queues --out a | The option --learner is missing."
      })
  void whatIsMissingIsNamed(String arguments, String message) {
    assertThatThrownBy(() -> StudyArguments.parse(arguments.split(" ", -1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message)
        .hasMessageContaining("Usage: ");
  }

  @Test
  void anUnknownEnvironmentIsNamedBesideTheKnownOnes() {
    assertThat(FlatEnvironmentProvider.find("two-queues", 1).observationSize()).isEqualTo(2);
    assertThatThrownBy(() -> FlatEnvironmentProvider.find("three-queues", 1))
        .hasMessage("There is no environment \"three-queues\". Maybe one of [two-queues].");
  }
}
