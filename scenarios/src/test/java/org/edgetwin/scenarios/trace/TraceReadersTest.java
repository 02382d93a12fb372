package org.edgetwin.scenarios.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.edgetwin.scenarios.TestScenarios;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.model.TraceSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceReadersTest {
  private static final String COLUMNS = "columns: {submit: t, duration: d, gpus: g}";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          100 ; 160.5                                   | 60.5
          1507529583000 ; 1507529584500                 | 1.5
          2017-10-09T06:13:03Z ; 2017-10-09T06:13:04.25Z | 1.25
          2017-10-09T06:13:03 ; 2017-10-10T06:13:03     | 86400
          2017-10-09T06:13:03+02:00 ; 2017-10-09T06:13:03Z | 7200
          2017-10-09 06:13:03 ; 2017-10-09 07:13:03.5   | 3600.5
          2016-02-28 23:59:59 ; 2016-03-01 00:00:00     | 86401
          """)
  void instantsAreReadInEveryFormat(String pair, double gap) throws IOException {
    String[] times = pair.split(" ; ", 2);
    Trace trace =
        csv("t,d,g\n" + times[1].strip() + ",5,1\n" + times[0].strip() + ",7,2\n", COLUMNS);
    assertThat(trace.jobs()).extracting(TraceJob::submitTime).containsExactly(0.0, gap);
    assertThat(trace.jobs()).extracting(TraceJob::durationSeconds).containsExactly(7.0, 5.0);
  }

  @Test
  void calendarIsKept() throws IOException {
    assertThat(csv("t,d,g\n2017-10-09 06:00:00,1,1\n", COLUMNS).originSeconds())
        .isEqualTo(1_507_528_800.0);
    assertThat(csv("t,d,g\n7,1,1\n", COLUMNS).originSeconds()).isEqualTo(Trace.UNKNOWN_ORIGIN);
  }

  @Test
  void anyDelimiterQuotesAndGzipAreRead() throws IOException {
    Path file = folder.resolve("jobs.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("\uFEFF\"t\";d;g\n\"1\";2;3\n\n4;5;6\n".getBytes(StandardCharsets.UTF_8));
    }
    Trace trace = read(file, "columns: {submit: t, duration: d, gpus: g, delimiter: ';'}");
    assertThat(trace.jobs()).extracting(TraceJob::gpus).containsExactly(3, 6);
  }

  @Test
  void durationsComeFromStartAndEnd() throws IOException {
    Trace trace =
        csv("t,s,e,g\n0,10,25,1\n5,,30,1\n", "columns: {submit: t, start: s, end: e, gpus: g}");
    assertThat(trace.jobs()).extracting(TraceJob::durationSeconds).containsExactly(15.0, 25.0);
  }

  @Test
  void everyColumnIsRead() throws IOException {
    Path file = Path.of("src/test/resources/every-key.csv").toAbsolutePath();
    TraceJob job =
        read(
                file,
                """
                columns: {submit: t, start: s, end: e, gpus: g, gpu_milli: m, cpu_milli: c,
                  memory_mib: mm, gpu_models: gm, name: n, virtual_cluster: v, user: u,
                  workload_class: w, limit: l, deadline: d, priority: p, time_format: milliseconds,
                  duration_unit: 1 min, delimiter: ';'}""")
            .jobs()
            .get(0);
    assertThat(job.gpuModels()).containsExactly("T4", "V100-SXM2-16");
    assertThat(job)
        .usingRecursiveComparison()
        .ignoringFields("gpuModels")
        .isEqualTo(
            new TraceJob(
                "j1",
                0,
                1,
                1,
                500,
                1000,
                10,
                job.gpuModels(),
                "103959",
                "resnet50-64",
                "bob",
                600,
                98,
                4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          t,d,x;1,2,3            | 1 | g | no such column        | Maybe d or t or x.
          t,d,g;1,2,3;1,two,3    | 3 | d | not a number          | ''
          t,d,g;1,2,3;;1,2,1.5   | 4 | g | not a whole number    | Maybe 2.
          t,d,g;1,-2,3           | 2 | d | not in 0 to           | ''
          t,d,g;1,NaN,3          | 2 | d | not in 0 to           | ''
          t,d,g;1,2,             | 2 | g | field is empty        | ''
          t,d,g;1,2,3;noon,2,3   | 3 | t | not an instant        | Maybe set columns.time_format.
          t,d,g;1,2              | 2 | '' | has 2 fields, the header 3 | Maybe another delimiter.
          t,d,g                  | 1 | '' | no jobs              | ''
          t,d,g,t;1,2,3,4        | 1 | t | stands twice          | ''
          """)
  void mistakesAreToldWithLineColumnAndValue(
      String text, int line, String column, String message, String hint) {
    BadInputException problem =
        catchThrowableOfType(
            BadInputException.class, () -> csv(text.replace(';', '\n') + "\n", COLUMNS));
    Issue issue = problem.issues().get(0);
    assertThat(issue.file()).endsWith("jobs.csv");
    assertThat(issue.line()).isEqualTo(line);
    assertThat(issue.path()).isEqualTo(column);
    assertThat(issue.message()).contains(message);
    assertThat(issue.hint()).isEqualTo(hint);
  }

  @Test
  void manyMistakesStopReading() {
    String text = "t,d,g\n" + "1,x,1\n".repeat(1000);
    BadInputException problem =
        catchThrowableOfType(BadInputException.class, () -> csv(text, COLUMNS));
    assertThat(problem.issues()).hasSize(20);
  }

  @Test
  void filtersAndStretchApply() throws IOException {
    StringBuilder text = new StringBuilder("t,d,g\n");
    for (int i = 0; i < 100; i++) {
      text.append(i).append(",1,").append(i % 4).append('\n');
    }
    Trace trace =
        csv(
            text.toString(),
            COLUMNS
                + ", filter: {from: 10 s, until: 50 s, min_gpus: 2, max_gpus: 3, max_jobs: 5},"
                + " stretch: 2");
    assertThat(trace.jobs())
        .extracting(TraceJob::submitTime)
        .containsExactly(0.0, 2.0, 8.0, 10.0, 16.0);
  }

  @Test
  void aFilterThatLetsNothingPassIsTold() {
    BadInputException problem =
        catchThrowableOfType(
            BadInputException.class,
            () -> csv("t,d,g\n1,2,3\n", COLUMNS + ", filter: {min_gpus: 9}"));
    assertThat(problem.issues().get(0).message()).isEqualTo("No job passes the filter.");
  }

  @Test
  void swfIsRead() throws IOException {
    Path file = folder.resolve("jobs.swf");
    Files.writeString(
        file,
        """
        ; Version: 2.2
        ; UnixStartTime: 1507529583
        1 0 5 100 4 -1 -1 8 3600 -1 1 12 3 -1 1 -1 -1 -1
        2 10 0 -1 -1 -1 -1 2 3600 -1 5 12 3 -1 1 -1 -1 -1 ; cancelled while queued
        3 20 0 50 2 -1 -1 -1 -1 -1 1 -1 -1 -1 -1 -1 -1 -1
        """);
    Trace trace = read(file, "format: swf");
    assertThat(trace.jobs()).extracting(TraceJob::name).containsExactly("1", "3");
    assertThat(trace.jobs()).extracting(TraceJob::gpus).containsExactly(8, 2);
    assertThat(trace.jobs())
        .extracting(TraceJob::limitSeconds)
        .containsExactly(3600.0, Double.POSITIVE_INFINITY);
    assertThat(trace.jobs()).extracting(TraceJob::user).containsExactly("12", "");
    assertThat(trace.originSeconds()).isEqualTo(1_507_529_583.0);
  }

  @Test
  void swfMistakesAreTold() throws IOException {
    Path file = folder.resolve("jobs.swf");
    Files.writeString(file, "; x\n1 0 5 100 4\n1 0 5 ten 4 -1 -1 8 36 -1 1 12 3 -1 1 -1 -1 -1\n");
    BadInputException problem =
        catchThrowableOfType(BadInputException.class, () -> read(file, "format: swf"));
    assertThat(problem.issues()).extracting(Issue::line).containsExactly(2, 3);
    assertThat(problem.issues().get(1).path()).isEqualTo("run time");
    assertThat(problem.issues().get(1).value()).isEqualTo("ten");
  }

  @Test
  void openbPodsAndNodesAreRead() {
    Trace trace =
        new TraceLibrary(TestScenarios.names()).get(TraceSource.ofBuiltin("openb-gpuspec33"));
    assertThat(trace.jobs()).hasSize(8152);
    assertThat(trace.jobs().stream().filter(job -> job.gpus() == 0).count()).isEqualTo(1088);
    assertThat(trace.jobs().stream().filter(job -> job.gpuMilli() < 1000).count()).isEqualTo(3078);
    TraceJob first = trace.jobs().get(0);
    assertThat(first.name()).isEqualTo("openb-pod-0000");
    assertThat(first.durationSeconds()).isEqualTo(12_537_496);
    assertThat(first.cpuMilli()).isEqualTo(12_000);
    // 141 pods name the two V100, 22 more name one of them twice.
    assertThat(
            trace.jobs().stream()
                .filter(job -> job.gpuModels().equals(List.of("V100-SXM2-16", "V100-SXM2-32")))
                .count())
        .isEqualTo(141 + 22);
  }

  @Test
  void aListWithoutTimesCanOnlyBeDrawn() throws IOException {
    BadInputException problem =
        catchThrowableOfType(
            BadInputException.class,
            () ->
                new TraceLibrary(TestScenarios.names())
                    .get(TraceSource.ofBuiltin("openb-multigpu50")));
    assertThat(problem)
        .hasMessageContaining("builtin:openb-multigpu50")
        .hasMessageContaining("can only be drawn")
        .hasMessageContaining("draw: {to: 130 %}");
    Path file = folder.resolve("pods.csv");
    Files.writeString(file, "g,m\n1,500\n8,1000\n");
    TraceSource source =
        TestScenarios.parse(
                """
                name: test
                fleet: {nodes: [{name: n, gpus_per_node: 8, gpu: V100}]}
                jobs: [{name: j, trace: {file: "%s", columns: {gpus: g, gpu_milli: m}, draw: {}}}]
                run: {until: 1 h}
                """
                    .formatted(file))
            .jobs()
            .get(0)
            .trace();
    assertThat(new TraceLibrary(TestScenarios.names()).get(source).jobs())
        .extracting(TraceJob::gpus)
        .containsExactly(1, 8);
  }

  private Trace csv(String text, String keys) throws IOException {
    Path file = folder.resolve("jobs.csv");
    Files.writeString(file, text);
    return read(file, keys);
  }

  private static Trace read(Path file, String keys) {
    TraceSource source =
        TestScenarios.withJobs("  - {name: j, trace: {file: \"" + file + "\", " + keys + "}}\n")
            .jobs()
            .get(0)
            .trace();
    return new TraceLibrary(TestScenarios.names()).get(source);
  }
}
