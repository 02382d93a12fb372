package org.edgetwin.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.edgetwin.scenarios.ScenarioLoader;
import org.edgetwin.scenarios.ScenarioRuns;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.sim.workload.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingFilesTest {
  private static final Path SHIPPED = Path.of("training");

  @TempDir private Path folder;

  static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(SHIPPED)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void whatShipsCanBeOpened(Path file) {
    Training training = TrainingFiles.load(file, List.of());
    for (Training.Span span : List.of(training.training(), training.validation())) {
      assertThat(TrainingFiles.open(file, training, span)).hasSize(training.variants().size());
    }
  }

  @Test
  void aTeamThatNeverPlaysIsAMistake() {
    Path file = SHIPPED.resolve("duet-v1.yaml");
    assertThatThrownBy(() -> TrainingFiles.load(file, List.of("learning.team=joint")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("duet-v1.yaml: learning.team = joint: No choice is drawn");
    assertThat(
            TrainingFiles.load(file, List.of("learning.team=joint", "learning.updates=1"))
                .learning()
                .team())
        .isEqualTo(Training.Teaming.JOINT);
  }

  /** Traced jobs are named after their line, so a job that two spans share shows. */
  @Test
  void theSpansOfDuetShareNoJob() {
    Path file = SHIPPED.resolve("duet-v1.yaml");
    Training training = TrainingFiles.load(file, List.of());
    List<String> lastTraining = jobs(file, training, training.training(), 139);
    List<String> firstValidation = jobs(file, training, training.validation(), 1);
    List<String> lastValidation = jobs(file, training, training.validation(), 34);
    List<String> firstTest = jobs(file, training, training.test(), 1);

    assertThat(lastTraining).hasSize(256).doesNotContainAnyElementsOf(firstValidation);
    assertThat(lastValidation).hasSize(256).doesNotContainAnyElementsOf(firstTest);
    assertThat(jobs(file, training, training.training(), 140))
        .as("then the windows begin again")
        .isEqualTo(jobs(file, training, training.training(), 1));
  }

  @Test
  void virtualClustersThatAreKeptForTestsAreInNoTraining() {
    Path file = SHIPPED.resolve("duet-v1.yaml");
    Training training = TrainingFiles.load(file, List.of());
    ScenarioRuns kept =
        ScenarioRuns.open(
            ScenarioLoader.load(SHIPPED.resolveSibling("duet-vc.yaml"), List.of()).orThrow());
    List<String> keptJobs = new ArrayList<>();
    for (int replication : new int[] {1, 4, 8, 12, 15}) {
      keptJobs.addAll(jobs(kept, replication));
    }

    // Five windows of the first part, which has jobs of all virtual clusters.
    for (int replication : new int[] {1, 35, 70, 105, 139}) {
      assertThat(jobs(file, training, training.training(), replication))
          .doesNotContainAnyElementsOf(keptJobs);
    }
    assertThat(jobs(file, training, training.validation(), 20))
        .doesNotContainAnyElementsOf(keptJobs);
  }

  private static List<String> jobs(
      Path file, Training training, Training.Span span, int replication) {
    return jobs(TrainingFiles.open(file, training, span).get(0), replication);
  }

  private static List<String> jobs(ScenarioRuns runs, int replication) {
    Workload workload = runs.create("fifo", replication).workload().copy();
    List<String> names = new ArrayList<>();
    while (workload.nextTime() < Double.POSITIVE_INFINITY) {
      names.add(workload.next().name());
    }
    return names;
  }

  @Test
  void aWrongKeyIsNamedWithItsLine() throws IOException {
    Path file = folder.resolve("wrong.yaml");
    Files.writeString(
        file,
        Files.readString(SHIPPED.resolve("duet-v1.yaml")).replace("generations: ", "genrations: "));

    assertThatThrownBy(() -> TrainingFiles.load(file, List.of()))
        .isInstanceOfSatisfying(
            BadInputException.class,
            e ->
                assertThat(e.issues().get(0).toString())
                    .contains("search.genrations")
                    .contains("generations"));
  }
}
