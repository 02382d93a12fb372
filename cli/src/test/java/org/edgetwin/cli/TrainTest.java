package org.edgetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code train}, {@code evaluate}, and a policy of one's own in {@code compare}. */
class TrainTest {
  private static final Path DUET = Invocation.SCENARIOS.resolve("duet-v1.yaml").toAbsolutePath();
  private static final List<String> SMALL =
      List.of(
          "variants: ['jobs[0].trace.windows.load=0.9']",
          "training:",
          "  data: a few",
          "  set: ['jobs[0].trace.windows.from=0 %', 'jobs[0].trace.windows.jobs=30']",
          "  replications: 3",
          "validation:",
          "  data: two",
          "  set: ['jobs[0].trace.windows.from=60 %', 'jobs[0].trace.windows.jobs=30']",
          "  replications: 2",
          "test: {data: the rest, replications: 2}",
          "agents: {width: 4, belief: shrinkage}",
          "search: {generations: 1, population: 4, episodes: 1}",
          "learning: {updates: 2, windows: 1, rolls: 2, look: 1}");

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("small.yaml");
    Files.writeString(
        file, "name: small\nscenario: " + DUET + "\n" + String.join("\n", SMALL) + "\n");
  }

  private Invocation train(String out, String... further) {
    String[] arguments = new String[4 + further.length];
    arguments[0] = "train";
    arguments[1] = file.toString();
    arguments[2] = "--out";
    arguments[3] = folder.resolve(out).toString();
    System.arraycopy(further, 0, arguments, 4, further.length);
    return Invocation.of(arguments);
  }

  @Test
  void leavesAPolicyThatCanBeJudgedAndCompared() throws IOException {
    Invocation train = train("a");
    assertThat(train.err()).doesNotContain("Exception");
    assertThat(train.exitCode()).isZero();
    assertThat(train.out()).startsWith("Training of small: 2 updates, ").contains("policy.json");
    Path policy = folder.resolve("a").resolve("policy.json");
    assertThat(folder.resolve("a"))
        .isDirectoryContaining("glob:**/learning-curves.html")
        .isDirectoryContaining("glob:**/metrics.csv")
        .isDirectoryContaining("glob:**/events.out.tfevents.*")
        .isDirectoryContaining("glob:**/rule.json");

    Invocation evaluate =
        Invocation.of(
            "evaluate",
            policy.toString(),
            "--scenario",
            DUET.toString(),
            "--set",
            "jobs[0].trace.windows.jobs=30",
            "--variant",
            "jobs[0].trace.windows.load=0.7",
            "--variant",
            "jobs[0].trace.windows.load=0.9",
            "--replications",
            "2",
            "--baselines",
            "sjf(durations=noisy)+wait,tuned-wait",
            "--json");
    assertThat(evaluate.exitCode()).isZero();
    JsonNode root = evaluate.json();
    assertThat(root.get("windows").asInt()).isEqualTo(4);
    assertThat(folder.resolve("a").resolve("evaluation.html")).isNotEmptyFile();

    Invocation compare =
        Invocation.of(
            "compare",
            DUET.toString(),
            "--set",
            "jobs[0].trace.windows.jobs=30",
            "--replications",
            "2",
            "--schedulers",
            "fifo,dual-agent@" + policy,
            "--out",
            folder.resolve("compared").toString());
    assertThat(compare.exitCode()).isZero();
    assertThat(compare.out()).contains("dual-agent@" + policy);
  }

  private Invocation judgeWhatShips(int windows) {
    return Invocation.of(
        "evaluate",
        "dual-agent",
        "--scenario",
        DUET.toString(),
        "--set",
        "jobs[0].trace.windows.jobs=30",
        "--replications",
        Integer.toString(windows),
        "--baselines",
        "fifo-fit-first+first-fit",
        "--out",
        folder.toString(),
        "--json");
  }

  @Test
  void whatShipsIsJudgedByName() {
    Invocation evaluate = judgeWhatShips(3);
    assertThat(evaluate.exitCode()).isZero();
    assertThat(evaluate.json().at("/baselines/0/mean_ratio/value").asDouble()).isLessThan(0.8);

    Invocation unknown = Invocation.of("evaluate", "dual-agents", "--scenario", DUET.toString());
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("dual-agents", "Maybe");
  }

  @Test
  void aRuleThatIsNotThereIsNamedAndNothingIsWritten() {
    Invocation train = train("nothing", "--set", "search.start=nowhere.json");

    assertThat(train.exitCode()).isEqualTo(2);
    assertThat(train.err()).contains("search.start = nowhere.json", "Maybe");
    assertThat(folder.resolve("nothing")).doesNotExist();
  }

  @Test
  void goesOnWhereItStoppedAndRefusesOtherSettings() throws IOException {
    assertThat(train("a", "--set", "learning.updates=1").exitCode()).isZero();
    Invocation again = train("a", "--set", "learning.updates=1", "--json");
    assertThat(again.exitCode()).isZero();
    assertThat(again.json().get("updates").asInt()).isEqualTo(1);
    assertThat(again.json().get("finished").asBoolean()).isTrue();

    Invocation other = train("a", "--seed", "7");
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err()).contains("other settings").contains("--out");
  }

  @Test
  void whatCannotBeGoneOnWithIsNamed() throws IOException {
    assertThat(train("a", "--set", "learning.updates=0").exitCode()).isZero();
    Path changed = folder.resolve("duet.yaml");
    Files.writeString(changed, "import: [" + DUET + "]\nname: duet-v1\nseed: 2\n");
    String training = Files.readString(file);
    Files.writeString(file, training.replace(DUET.toString(), changed.toString()));
    Invocation other = train("a", "--set", "learning.updates=0");
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err()).contains("other settings");

    Files.writeString(file, training);
    Path checkpoint = folder.resolve("a").resolve("checkpoint.bin");
    Files.write(checkpoint, new byte[] {1, 2, 3});
    Invocation damaged = train("a", "--set", "learning.updates=0");
    assertThat(damaged.exitCode()).isEqualTo(2);
    assertThat(damaged.err()).contains(checkpoint.toString(), "Maybe delete that file");
  }

  @Test
  void aFolderIsForOneTrainingAtATime() throws IOException {
    assertThat(train("a", "--set", "learning.updates=0").exitCode()).isZero();
    try (FileChannel other =
        FileChannel.open(folder.resolve("a/training.txt"), StandardOpenOption.WRITE)) {
      assertThat(other.tryLock()).isNotNull();
      Invocation second = train("a", "--set", "learning.updates=0");
      assertThat(second.exitCode()).isEqualTo(2);
      assertThat(second.err()).contains("Another training is going on in this folder.");
    }
  }

  @Test
  void jobsWithoutEstimatesAreRefusedBeforeAnythingIsWritten() throws IOException {
    Path quickstart = Path.of(Invocation.QUICKSTART).toAbsolutePath();
    Files.writeString(
        file,
        "name: q\nscenario: "
            + quickstart
            + "\ntraining: {data: a, replications: 1}\nvalidation: {data: b, replications: 1}\n"
            + "test: {data: c, replications: 1}\n");
    Invocation train = train("a");
    assertThat(train.exitCode()).isEqualTo(2);
    assertThat(train.err()).contains(quickstart.toString(), "estimate_sigma");
    assertThat(folder.resolve("a")).doesNotExist();
  }

  @Test
  void aPolicyThatMeetsItselfIsNamed() {
    Invocation evaluate =
        Invocation.of(
            "evaluate",
            "dual-agent",
            "--scenario",
            DUET.toString(),
            "--baselines",
            "fifo,dual-agent,foo");
    assertThat(evaluate.exitCode()).isEqualTo(2);
    assertThat(evaluate.err())
        .contains("--baselines", "dual-agent", "This scheduler is named twice");

    Invocation unknown =
        Invocation.of(
            "evaluate", "dual-agent", "--scenario", DUET.toString(), "--baselines", "foo");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("--baselines", "foo").doesNotContain("--schedulers");
  }

  @Test
  void aPolicyIsTheSameHoweverItsFileIsWritten() throws IOException {
    assertThat(train("a", "--set", "learning.updates=0").exitCode()).isZero();
    String policy = folder.resolve("a/policy.json").toString();
    String again = folder.resolve("a/../a/policy.json").toString();
    Invocation evaluate = Invocation.of("evaluate", policy, again, "--scenario", DUET.toString());
    assertThat(evaluate.exitCode()).isEqualTo(2);
    assertThat(evaluate.err()).contains("/a/../a/", "This scheduler is named twice");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamedBeforeAnythingIsPlayed() throws IOException {
    Files.writeString(folder.resolve("notes"), "mine");
    Invocation train = train("notes/a");
    assertThat(train.exitCode()).isEqualTo(2);
    assertThat(train.err()).contains("--out = ", "Maybe");
  }

  @Test
  void windowsWithoutAChoiceAreNamed() throws IOException {
    Files.writeString(file, Files.readString(file).replace("windows.jobs=30", "windows.jobs=1"));
    Invocation train = train("a");
    assertThat(train.exitCode()).isEqualTo(2);
    assertThat(train.err()).contains(file + ": training: ", "nothing can be learnt", "Maybe");
  }

  @Test
  void oneWindowHasNoInterval() {
    Invocation evaluate = judgeWhatShips(1);
    assertThat(evaluate.err()).doesNotContain("Exception");
    assertThat(evaluate.exitCode()).isZero();
    assertThat(evaluate.json().at("/baselines/0/mean_ratio/value").isNumber()).isTrue();
    assertThat(evaluate.json().at("/baselines/0/mean_ratio/ci95").isArray()).isFalse();
    assertThat(evaluate.json().get("test_set").asText()).isEqualTo("1 window of duet-v1");
    assertThat(evaluate.json().get("notes").toString()).contains("no intervals");
  }

  @Test
  void whatIsWrongWithAVariantIsToldOfTheVariant() throws IOException {
    Invocation evaluate =
        Invocation.of(
            "evaluate",
            "dual-agent",
            "--scenario",
            DUET.toString(),
            "--variant",
            "jobs[0].trace.windows.load=much");
    assertThat(evaluate.exitCode()).isEqualTo(2);
    assertThat(evaluate.err()).contains("--variant: jobs[0].trace.windows.load = much");

    Files.writeString(file, Files.readString(file).replace("load=0.9", "load=much"));
    Invocation train = train("a");
    assertThat(train.exitCode()).isEqualTo(2);
    assertThat(train.err()).contains(file + ": jobs[0].trace.windows.load = much");
  }

  @Test
  void theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() throws IOException {
    assertThat(train("one", "--threads", "1").exitCode()).isZero();
    assertThat(train("two", "--threads", "2").exitCode()).isZero();
    for (String name : List.of("policy.json", "rule.json")) {
      assertThat(folder.resolve("two").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("one").resolve(name));
    }
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    Files.writeString(file, Files.readString(file).replace("rolls: 2", "rolls: 1"));
    Invocation bad = train("a");
    assertThat(bad.exitCode()).isEqualTo(2);
    assertThat(bad.err()).contains("small.yaml:").contains("learning.rolls").contains("1");
    assertThat(folder.resolve("a")).doesNotExist();

    Invocation missing = Invocation.of("evaluate", "nowhere.json", "--scenario", DUET.toString());
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("nowhere.json").contains("edgetwin train");
  }

  @Test
  void aDamagedPolicyIsNamed() throws IOException {
    assertThat(train("a", "--set", "learning.updates=0").exitCode()).isZero();
    Path policy = folder.resolve("a").resolve("policy.json");
    Files.writeString(
        policy, Files.readString(policy).replaceFirst("\"seed\" : \"1\"", "\"seed\" : \"2\""));
    Invocation compare =
        Invocation.of(
            "compare",
            DUET.toString(),
            "--schedulers",
            "fifo,dual-agent@" + policy,
            "--out",
            folder.resolve("compared").toString());
    assertThat(compare.exitCode()).isEqualTo(2);
    assertThat(compare.err()).contains(policy.toString()).contains("sha256");
  }
}
