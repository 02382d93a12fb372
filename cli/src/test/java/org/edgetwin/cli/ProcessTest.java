package org.edgetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own: signals, exit codes, its usual folder. */
@Timeout(120)
class ProcessTest {
  private static final int EXIT_CODE_OF_TERMINATION = 143;
  private static final String QUICKSTART =
      Path.of(Invocation.QUICKSTART).toAbsolutePath().normalize().toString();

  @TempDir private Path folder;

  private Process start(String... arguments) throws IOException {
    return start(List.of(), arguments);
  }

  private Process start(List<String> options, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-Dedgetwin.columns=120"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(EdgeTwin.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(folder.resolve("stdout").toFile())
        .redirectError(folder.resolve("stderr").toFile())
        .start();
  }

  @Test
  void aSignalLeavesAReadablePartialRun() throws IOException, InterruptedException {
    // Minutes of work on any machine.
    Process process =
        start(
            "compare",
            QUICKSTART,
            "--schedulers",
            "fifo,sjf",
            "--replications",
            "10000",
            "--out",
            "r",
            "--json");
    waitForTheClock();
    process.destroy();
    assertThat(process.waitFor()).isEqualTo(EXIT_CODE_OF_TERMINATION);

    Path run = folder.resolve("r");
    assertThat(Files.readString(folder.resolve("stderr"))).contains("Stopping");
    var printed = new ObjectMapper().readTree(folder.resolve("stdout").toFile());
    assertThat(printed.get("partial").asBoolean()).isTrue();
    var summary = new ObjectMapper().readTree(run.resolve("summary.json").toFile());
    assertThat(summary.get("partial").asBoolean()).isTrue();
    assertThat(run.resolve("report.html")).content().containsIgnoringCase("stopped before its end");
    assertThat(Invocation.of("report", run.toString()).out()).startsWith("PARTIAL");
  }

  /**
   * What trains networks has a native part of half a gigabyte, and solvers are large; nothing else
   * may wait for them. A run on unequal GPUs solves a linear program for its lower bounds.
   */
  @Test
  void listingAndRunningLearnedPoliciesLoadsNoHeavyLibrary()
      throws IOException, InterruptedException {
    List<String> logClasses = List.of("-Xlog:class+load:file=classes.txt");
    for (String[] arguments :
        new String[][] {
          {"schedulers"}, {"run", QUICKSTART, "--scheduler", "sjf(durations=oracle)+wait-rwgp"}
        }) {
      assertThat(start(logClasses, arguments).waitFor())
          .as(Files.readString(folder.resolve("stderr")))
          .isZero();
      assertThat(Files.readString(folder.resolve("classes.txt")))
          .contains("org.edgetwin.agents.policy.LearnedPolicies")
          .doesNotContain(" ai.djl.", " org.deeplearning4j.", " org.nd4j.", " org.jgrapht.")
          .doesNotContain(arguments[0].equals("run") ? " ai.djl." : " org.ojalgo.");
    }
  }

  /** The bar shows the simulated clock as soon as there is one. */
  private void waitForTheClock() throws IOException, InterruptedException {
    while (!Files.readString(folder.resolve("stderr")).contains("clock ")) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  @Test
  void withoutAPlaceItTakesTheNextNumber() throws IOException, InterruptedException {
    for (int i = 0; i < 2; i++) {
      assertThat(start("run", QUICKSTART, "--scheduler", "las(first=9)").waitFor()).isZero();
    }
    try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
      assertThat(runs.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("quickstart-las-first-9-001", "quickstart-las-first-9-002");
    }
  }

  @Test
  void exitCodesReachTheShell() throws IOException, InterruptedException {
    assertThat(start("run", "nowhere.yaml").waitFor()).isEqualTo(2);
    assertThat(folder.resolve("runs")).doesNotExist();
    assertThat(folder.resolve("stdout")).isEmptyFile();
  }
}
