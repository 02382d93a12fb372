package org.edgetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a user types, the answer says what is wrong and what to do, and nothing is left behind.
 */
class BadInputTest {
  private static final String QUICKSTART = Invocation.QUICKSTART;

  @TempDir private Path folder;
  private String[] lastCommand = {};

  private Invocation refused(String... arguments) {
    lastCommand = arguments;
    Invocation result = Invocation.of(arguments);
    assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isNotEmpty().doesNotContain("\tat ").doesNotContain("Exception");
    return result;
  }

  /** A folder that does not exist yet. */
  private String out() {
    return folder.resolve("out").toString();
  }

  @AfterEach
  void nothingIsLeftBehind() {
    assertThat(folder.resolve("out")).as(List.of(lastCommand).toString()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "validate"})
  void aMissingFile(String command) {
    String file = folder.resolve("nowhere.yaml").toString();
    assertThat(refused(command, file).err()).contains(file);
  }

  @Test
  void aFolderInsteadOfAFile() {
    assertThat(refused("run", folder.toString(), "--out", out()).err()).contains(folder.toString());
  }

  @Test
  void binaryRubbish() throws IOException {
    byte[] rubbish = new byte[4096];
    for (int i = 0; i < rubbish.length; i++) {
      rubbish[i] = (byte) (i * 31 + 7);
    }
    Path file = Files.write(folder.resolve("rubbish.yaml"), rubbish);
    Invocation result = refused("run", file.toString(), "--out", out());
    assertThat(result.err()).contains(file.toString());
    assertThat(result.err().chars()).noneMatch(c -> c < ' ' && c != '\n');
  }

  @Test
  void allProblemsOfAFileAtOnce() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("wrong.yaml"),
            Files.readString(Path.of(QUICKSTART))
                .replace("gpu: V100", "gpu: V10O")
                .replace("until: 24 h", "until: 24 parsec")
                .replace("scheduler: fifo", "scheduler: fofo"));
    Invocation result = refused("run", file.toString(), "--out", out());
    assertThat(result.err())
        .containsPattern("wrong.yaml:[0-9]+: fleet.nodes\\[0\\].gpu = V10O: .*Maybe V100")
        .containsPattern("wrong.yaml:[0-9]+: jobs\\[0\\].until = 24 parsec: ")
        .containsPattern("wrong.yaml:[0-9]+: scheduler = fofo: .*Maybe fifo")
        .contains("4 problems.");
  }

  @Test
  void validateTellsMachinesTheSame() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("wrong.yaml"),
            Files.readString(Path.of(QUICKSTART)).replace("gpu: V100", "gpu: V10O"));
    Invocation result = Invocation.of("validate", file.toString(), "--json");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.json().get("valid").asBoolean()).isFalse();
    var issue = result.json().at("/issues/0");
    assertThat(issue.get("line").asInt()).isPositive();
    assertThat(issue.get("path").asText()).isEqualTo("fleet.nodes[0].gpu");
    assertThat(issue.get("value").asText()).isEqualTo("V10O");
    assertThat(issue.get("hint").asText()).startsWith("Maybe ");
  }

  @Test
  void validateLikesWhatIsRight() {
    Invocation result = Invocation.of("validate", QUICKSTART);
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("no problems");
    assertThat(Invocation.of("validate", QUICKSTART, "--json").json().get("issues")).isEmpty();
  }

  @Test
  void unknownSchedulersAreAllNamed() {
    Invocation result =
        refused("compare", QUICKSTART, "--schedulers", "fofo,sjf+tight,las", "--out", out());
    assertThat(result.err())
        .contains("--schedulers = fofo: There is no ordering 'fofo'. Maybe fifo")
        .contains("--schedulers = sjf+tight: There is no placement 'tight'.")
        .doesNotContain("= las");
  }

  @Test
  void aWrongParameterOfAScheduler() {
    assertThat(refused("run", QUICKSTART, "--scheduler", "las(frist=3)", "--out", out()).err())
        .contains("las")
        .contains("'frist'")
        .contains("first");
  }

  @Test
  void aSchedulerThatNeedsEstimatesWhereThereAreNone() {
    Invocation result = refused("run", QUICKSTART, "--scheduler", "fifo+wait", "--out", out());
    assertThat(result.err())
        .contains("quickstart.yaml")
        .contains("jobs[0].estimate_sigma")
        .contains("jobs[1].estimate_sigma")
        .contains("fifo+wait")
        .contains("Maybe ");
  }

  @Test
  void anOverrideThatLeadsNowhere() {
    assertThat(refused("run", QUICKSTART, "--set", "flet.nodes=3", "--out", out()).err())
        .contains("--set")
        .contains("flet");
    assertThat(refused("run", QUICKSTART, "--set", "seed", "--out", out()).err())
        .contains("path=value");
  }

  @Test
  void aFileInThePlaceOfTheOutputFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "mine");
    assertThat(refused("run", QUICKSTART, "--out", file.toString()).err())
        .contains("--out = " + file)
        .contains("file, not a folder");
    assertThat(refused("run", QUICKSTART, "--out", file.resolve("below").toString()).err())
        .contains("--out = ")
        .contains("Maybe");
    assertThat(file).hasContent("mine");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void anOutputFolderThatCannotBeWritten() {
    // Not even the superuser can write there.
    assertThat(refused("run", QUICKSTART, "--out", "/proc/run").err())
        .contains("--out = /proc: Nothing can be written here: ")
        .contains("Maybe --out DIR.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3"})
  void countsMustBePositive(String count) {
    assertThat(
            refused("run", QUICKSTART, "--replications", count, "--threads", count, "--out", out())
                .err())
        .contains("--replications = " + count)
        .contains("--threads = " + count);
  }

  @Test
  void replicationsOfWhatIsNotRandom() {
    String philly = Invocation.SCENARIOS.resolve("philly.yaml").toString();
    String[] fixed = {"run", philly, "--set", "run.resampling=none", "--out", out()};
    assertThat(refused(with(fixed, "--replications", "3")).err())
        .contains("--replications = 3: ")
        .contains("Maybe 1.");
    assertThat(refused(with(fixed, "--set", "run.replications=4")).err())
        .contains("philly.yaml: run.replications = 4: ");
  }

  @Test
  void replicationsThatWouldRepeatWindows() {
    String scenario = Invocation.SCENARIOS.resolve("philly.yaml").toString();
    assertThat(
            refused(
                    "run",
                    scenario,
                    "--set",
                    "jobs[0].trace.windows={jobs: 1000, from: 0 %, to: 20 %}",
                    "--replications",
                    "1000",
                    "--out",
                    out())
                .err())
        .containsPattern("--replications = 1000: .* The trace has (\\d+) windows, .* Maybe \\1\\.");
  }

  private static String[] with(String[] words, String... further) {
    return Stream.of(words, further).flatMap(Stream::of).toArray(String[]::new);
  }

  @Test
  void oneSchedulerOrSeveralButNotBoth() {
    assertThat(refused("run", QUICKSTART, "--scheduler", "fifo", "--schedulers", "sjf").err())
        .contains("--scheduler")
        .contains("--schedulers");
  }

  @Test
  void aSchedulerNamedTwice() {
    assertThat(refused("compare", QUICKSTART, "--schedulers", "fifo,sjf,fifo").err())
        .contains("'fifo'")
        .contains("twice");
  }

  @Test
  void misspeltCommandsAndOptionsAreAnsweredWithNearOnes() {
    assertThat(refused("rnu", QUICKSTART).err()).contains("'rnu'").contains("Maybe run");
    assertThat(refused("run", QUICKSTART, "--shceduler", "sjf").err())
        .contains("--shceduler")
        .contains("Maybe --scheduler");
    assertThat(refused("run").err()).contains("FILE").contains("edgetwin run --help");
    assertThat(refused("run", QUICKSTART, "--seed", "soon").err()).contains("soon");
  }

  @Test
  void aRunFolderThatIsNone() {
    assertThat(refused("report", folder.toString()).err()).contains(folder.toString());
  }
}
