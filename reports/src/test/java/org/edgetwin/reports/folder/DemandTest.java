package org.edgetwin.reports.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.reports.page.ReportPage;
import org.edgetwin.reports.sample.SampleReport;
import org.edgetwin.reports.sample.SampleRun;
import org.edgetwin.reports.sample.SampleShape;
import org.edgetwin.sim.metrics.DemandCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is given out over the demand, in the files of a run. */
class DemandTest {
  private static final ReportContent WITH =
      SampleReport.run(
          "fgd",
          with(
              new SampleRun(SampleShape.small(), 1).records(),
              new DemandCurve(new double[] {0, 0.5, 0.75}, new double[] {0.25, 0.125, 0})));

  @TempDir private Path folder;

  private static RunRecords with(RunRecords run, DemandCurve curve) {
    return new RunRecords(
        run.jobs(),
        run.attempts(),
        run.groups(),
        run.series(),
        run.virtualClusters(),
        run.endTime(),
        run.accounts(),
        run.services(),
        curve);
  }

  @Test
  void isThereOnlyWhereItWasAskedFor() throws IOException {
    RunFolder.write(folder, SampleReport.run(SampleShape.small()), Set.of());
    assertThat(folder.resolve(RunFolder.DEMAND)).doesNotExist();
    assertThat(Files.readString(folder.resolve(RunFolder.SUMMARY))).doesNotContain("\"demand\"");
    assertThat(Files.readString(folder.resolve(RunFolder.REPORT))).doesNotContain("over demand");
  }

  @Test
  void theTableHasARowForEachPercent() throws IOException {
    RunFolder.write(folder, WITH, Set.of());
    assertThat(Files.readAllLines(folder.resolve(RunFolder.DEMAND)))
        .containsExactly(
            "scheduler,demand_percent,allocated_ratio,fragmented_ratio",
            "fgd,0,0,0.25",
            "fgd,1,0.5,0.125",
            "fgd,2,0.75,0");
    assertThat(SummaryJson.tree(WITH, "r").at("/demand/fgd/allocated/2").asDouble())
        .isEqualTo(0.75);
  }

  @Test
  void aRebuiltReportIsTheSame() throws IOException {
    RunFolder.write(folder, WITH, Set.of());
    String before = Files.readString(folder.resolve(RunFolder.REPORT));
    assertThat(before).contains("Given out over demand").doesNotContain("NaN");
    RunFolder.rebuildReport(folder);
    assertThat(Files.readString(folder.resolve(RunFolder.REPORT))).isEqualTo(before);
  }

  @Test
  void bothQuantitiesAreDrawn() {
    assertThat(new ReportPage(WITH).charts())
        .extracting(chart -> chart.id())
        .contains("demand-allocation", "demand-fragmentation");
  }
}
