package org.edgetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
  private static final String JOB = "training/77";

  @TempDir private Path folder;

  private Invocation run(String... options) {
    String[] words = {
      "run", Invocation.QUICKSTART, "--replications", "1", "--out", out(), "--json"
    };
    return Invocation.of(concat(words, options));
  }

  private String out() {
    return folder.resolve("run").toString();
  }

  private static String[] concat(String[] first, String[] second) {
    String[] all = new String[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  /**
   * The files tell the same as the run: what jobs.csv says of the job, and what follows from it.
   */
  @Test
  void tellsTheFateOfAJobOfARunFolder() throws IOException {
    assertThat(run("--scheduler", "fifo").exitCode()).isZero();
    String[] row =
        Files.readString(folder.resolve("run/jobs.csv"))
            .lines()
            .filter(line -> line.contains("," + JOB + ","))
            .findFirst()
            .orElseThrow()
            .split(",", -1);

    JsonNode told = Invocation.of("explain", out(), "--job", JOB, "--json").json();

    assertThat(told.get("scheduler").asText()).startsWith("fifo");
    assertThat(told.get("state").asText()).isEqualTo("done");
    assertThat(row).contains(told.get("submit_s").asText(), told.get("end_s").asText());
    JsonNode last = told.get("decisions").get(told.get("decisions").size() - 1);
    assertThat(last.get("deed").asText()).isEqualTo("started");
    assertThat(last.get("time_s").asDouble()).isEqualTo(told.get("first_start_s").asDouble());
    assertThat(last.get("considered").size()).isEqualTo(2);
    assertThat(last.at("/alternatives/0/kind").asText()).isEqualTo("other_place");
    String page = Files.readString(onlyPage());
    assertThat(page)
        .contains("job " + JOB, "What there was for it", "Instead, the next best place");
    assertThat(Files.readString(folder.resolve("run/report.html")))
        .contains("Jobs explained", "explained/" + onlyPage().getFileName());
  }

  private Path onlyPage() throws IOException {
    try (var files = Files.list(folder.resolve("run/explained"))) {
      return files.reduce((a, b) -> null).orElseThrow();
    }
  }

  @Test
  void aRunExplainsTheJobsItIsAskedFor() throws IOException {
    Invocation run = run("--scheduler", "fifo", "--explain", JOB);

    assertThat(run.exitCode()).isZero();
    assertThat(onlyPage().getFileName().toString()).startsWith("training-77-fifo");
    String report = Files.readString(folder.resolve("run/report.html"));
    assertThat(Invocation.of("report", out()).exitCode()).isZero();
    assertThat(Files.readString(folder.resolve("run/report.html"))).isEqualTo(report);
    // A run in its place has no page of the old one.
    assertThat(run("--scheduler", "fifo", "--overwrite").exitCode()).isZero();
    assertThat(folder.resolve("run/explained")).doesNotExist();
  }

  @Test
  void aScenarioFileIsExplainedWithoutAPage() {
    Invocation explain =
        Invocation.of("explain", Invocation.QUICKSTART, "--job", "77", "--scheduler", "sjf");

    assertThat(explain.exitCode()).isZero();
    assertThat(explain.out()).contains("quickstart, sjf", "Submitted at", "start now?");
  }

  @Test
  void saysWhatIsWrong() {
    Invocation unknown = Invocation.of("explain", Invocation.QUICKSTART, "--job", "training/7x");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err())
        .contains("--job", "training/7x", "There is no job of that name or number.", "Maybe ")
        .doesNotContain("\tat ");
    assertThat(Invocation.of("explain", folder.resolve("no").toString(), "--job", "1").exitCode())
        .isEqualTo(2);
    Invocation overridden = Invocation.of("explain", folder.toString(), "--job=1", "--set=seed=2");
    assertThat(overridden.exitCode()).isEqualTo(2);
    assertThat(overridden.err()).contains("A run folder is explained as it was run.");
  }
}
