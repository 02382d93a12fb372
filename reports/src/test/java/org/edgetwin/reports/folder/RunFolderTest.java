package org.edgetwin.reports.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.reports.sample.SampleReport;
import org.edgetwin.reports.sample.SampleShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  private static final SampleShape TWO_BY_TWO = new SampleShape(2, 2, 2, 4, 300, 30, 900, 2, true);

  @TempDir Path temp;

  @Test
  void reportRebuiltFromFilesIsTheSame() throws IOException {
    Path folder = temp.resolve("run");
    for (ReportContent content :
        List.of(
            SampleReport.run(TWO_BY_TWO),
            SampleReport.comparison(TWO_BY_TWO, List.of("fifo", "sjf"), 10),
            SampleReport.comparison(SampleShape.small(), List.of("fifo"), 1))) {
      RunFolder.write(folder, content, Set.of());
      byte[] report = Files.readAllBytes(folder.resolve(RunFolder.REPORT));
      Files.delete(folder.resolve(RunFolder.REPORT));

      RunFolder.rebuildReport(folder);

      assertThat(folder.resolve(RunFolder.REPORT)).hasBinaryContent(report);
    }
  }

  @Test
  void recordsReadBackAreTheSame() {
    ReportContent content = SampleReport.comparison(TWO_BY_TWO, List.of("fifo", "sjf"), 10);
    RunFolder.write(temp.resolve("run"), content, Set.of());

    ReportContent read = RunFolder.read(temp.resolve("run"));

    assertThat(read.pairs()).isEqualTo(content.pairs());
    assertThat(read.info()).isEqualTo(content.info());
    for (int i = 0; i < content.schedulers().size(); i++) {
      RunRecords expected = content.schedulers().get(i).firstRun();
      RunRecords actual = read.schedulers().get(i).firstRun();
      assertThat(actual.jobs()).isEqualTo(expected.jobs());
      assertThat(actual.groups()).isEqualTo(expected.groups());
      assertThat(actual.attempts())
          .usingRecursiveFieldByFieldElementComparator()
          .isEqualTo(expected.attempts());
      assertThat(read.schedulers().get(i).estimates())
          .isEqualTo(content.schedulers().get(i).estimates());
    }
  }

  @Test
  void sameResultSameBytesInEveryLocale() throws IOException {
    Locale before = Locale.getDefault();
    ReportContent content = SampleReport.run(TWO_BY_TWO);
    try {
      RunFolder.write(temp.resolve("a"), content, EnumSet.of(RunFolder.Extra.TIMELINE));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      RunFolder.write(temp.resolve("b"), content, EnumSet.of(RunFolder.Extra.TIMELINE));
    } finally {
      Locale.setDefault(before);
    }
    for (String file : names(temp.resolve("a"))) {
      assertThat(temp.resolve("b").resolve(file))
          .as(file)
          .hasSameBinaryContentAs(temp.resolve("a").resolve(file));
    }
  }

  @Test
  void keepsFilesOfOtherNamesAndLeavesNothingBeside() throws IOException {
    Path folder = temp.resolve("run");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("notes.txt"), "mine");
    Files.createDirectory(folder.resolve("charts"));

    RunFolder.write(folder, SampleReport.run(TWO_BY_TWO), Set.of());

    assertThat(names(folder))
        .containsExactly(
            "attempts.csv",
            "charts",
            "jobs.csv",
            "notes.txt",
            "report.html",
            "scenario.resolved.yaml",
            "summary.json",
            "timeseries.csv");
    assertThat(names(temp)).containsExactly("run");
  }

  @Test
  void laterRunLeavesNothingOfAnEarlierOne() throws IOException {
    Path folder = temp.resolve("run");
    RunFolder.write(folder, SampleReport.run(TWO_BY_TWO), EnumSet.allOf(RunFolder.Extra.class));
    ReportContent later = SampleReport.run(new SampleShape(1, 1, 1, 1, 3, 1, 10, 1, false));

    RunFolder.write(folder, later, Set.of());

    assertThat(names(folder))
        .doesNotContain(RunFolder.ATTEMPTS, RunFolder.TIMELINE, RunFolder.CHARTS);
    assertThat(RunFolder.read(folder).schedulers().get(0).firstRun().jobs())
        .isEqualTo(later.schedulers().get(0).firstRun().jobs());
  }

  @Test
  void writesImagesOfAllCharts() throws IOException {
    RunFolder.write(
        temp.resolve("run"), SampleReport.run(TWO_BY_TWO), EnumSet.of(RunFolder.Extra.IMAGES));

    Path charts = temp.resolve("run").resolve(RunFolder.CHARTS);
    assertThat(names(charts)).contains("cdf-jct.png", "gpus.png", "nodes.png");
    for (String name : names(charts)) {
      assertThat(Files.readAllBytes(charts.resolve(name))).startsWith(0x89, 'P', 'N', 'G');
    }
  }

  @Test
  void refusesAFileAsFolder() throws IOException {
    Path file = Files.createFile(temp.resolve("taken"));

    assertThatThrownBy(() -> RunFolder.write(file, SampleReport.run(TWO_BY_TWO), Set.of()))
        .isInstanceOf(BadRunFolderException.class)
        .hasMessageContaining("taken is a file")
        .hasMessageContaining("Maybe");
  }

  @Test
  void missingFileIsNamed() throws IOException {
    assertThatThrownBy(() -> RunFolder.read(temp))
        .isInstanceOf(BadRunFolderException.class)
        .hasMessageContaining("summary.json: the file is missing");
    RunFolder.write(temp.resolve("run"), SampleReport.run(TWO_BY_TWO), Set.of());
    Files.delete(temp.resolve("run").resolve(RunFolder.JOBS));
    assertThatThrownBy(() -> RunFolder.read(temp.resolve("run")))
        .isInstanceOf(BadRunFolderException.class)
        .hasMessageContaining("jobs.csv: the file is missing");
  }

  @Test
  void wrongFieldIsLocated() throws IOException {
    assertWrong(RunFolder.JOBS, ",DONE,", ",DOWN,", "line 2, column state: \"DOWN\"");
    assertWrong(
        RunFolder.JOBS, "first_start_s", "start", "line 1: there is no column first_start_s");
    assertWrong(RunFolder.JOBS, "vc-0", "vc-9", "line 2, column virtual_cluster: \"vc-9\"");
    assertWrong(RunFolder.SERIES, "fifo,", "lifo,", "line 2, column scheduler: \"lifo\"");
    assertWrong(RunFolder.ATTEMPTS, "fifo,0,", "fifo,zero,", "line 2, column job: \"zero\"");
    assertWrong(RunFolder.SUMMARY, "\"seed\"", "\"sed\"", "seed is missing");
    assertWrong(RunFolder.SUMMARY, "\"scenario\" :", "\"scenario\" ;", "line 3: it is not JSON");
    assertWrong(RunFolder.SUMMARY, "\"jct_mean_s\" : {", "\"jct_men_s\" : {", "\"jct_men_s\"");
    assertWrong(RunFolder.SUMMARY, "\"gpus\" : 8", "\"gpus\" : \"x\"", "node_groups[0].gpus");
  }

  private void assertWrong(String file, String before, String after, String message)
      throws IOException {
    Path folder = temp.resolve("wrong");
    RunFolder.write(folder, SampleReport.run(TWO_BY_TWO), Set.of());
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(before);
    int at = text.indexOf(before);
    String changed = text.substring(0, at) + after + text.substring(at + before.length());
    Files.write(path, changed.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> RunFolder.read(folder))
        .isInstanceOf(BadRunFolderException.class)
        .hasMessageContaining(file)
        .hasMessageContaining(message);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
