package org.edgetwin.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.edgetwin.reports.folder.RunFolder;
import org.edgetwin.reports.page.ReportPage;
import org.edgetwin.reports.sample.BatchScenario;
import org.edgetwin.reports.sample.SampleReport;
import org.edgetwin.sim.experiment.Experiment;
import org.edgetwin.sim.experiment.ExperimentPlan;
import org.edgetwin.sim.experiment.ExperimentResult;
import org.edgetwin.sim.experiment.RunControl;
import org.edgetwin.sim.experiment.ThreadExecutor;
import org.edgetwin.sim.metrics.Economics;
import org.edgetwin.sim.metrics.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportContentTest {
  @TempDir Path temp;

  @Test
  void simulatedComparisonBecomesAReport() {
    ReportContent content = simulated(List.of("fifo", "sjf"), 6, 2, true);

    assertThat(content.schedulers())
        .extracting(SchedulerReport::name)
        .containsExactly("fifo", "sjf");
    RunRecords run = content.schedulers().get(0).firstRun();
    assertThat(run.jobs()).hasSize(41);
    assertThat(run.gpuCount()).isEqualTo(4);
    assertThat(run.groups().get(0).energyKwh()).isPositive();
    assertThat(new ReportPage(content).html())
        .contains("Who held which GPU when", "1 job rejected", "giant", "durations: oracle")
        .doesNotContain("NaN");
  }

  @Test
  void billsOfTheGroupsAddUpToTheMetrics() {
    SchedulerReport fifo = simulated(List.of("fifo"), 1, 1, false).schedulers().get(0);

    List<NodeGroupBill> groups = fifo.firstRun().groups();
    assertThat(groups.stream().mapToDouble(NodeGroupBill::costUsd).sum())
        .isEqualTo(fifo.estimate(Metric.COST_USD).mean());
    assertThat(groups.stream().mapToDouble(NodeGroupBill::energyKwh).sum())
        .isEqualTo(fifo.estimate(Metric.ENERGY_KWH).mean());
  }

  @Test
  void filesAreTheSameForAnyNumberOfThreads() throws Exception {
    RunFolder.write(temp.resolve("1"), simulated(List.of("fifo", "sjf"), 4, 1, true), Set.of());
    RunFolder.write(temp.resolve("2"), simulated(List.of("fifo", "sjf"), 4, 2, true), Set.of());

    for (String file : List.of("jobs.csv", "timeseries.csv", "attempts.csv", "report.html")) {
      assertThat(Files.readAllBytes(temp.resolve("2").resolve(file)))
          .as(file)
          .isEqualTo(Files.readAllBytes(temp.resolve("1").resolve(file)));
    }
  }

  private static ReportContent simulated(
      List<String> schedulers, int replications, int threads, boolean comparison) {
    ExperimentResult result =
        new Experiment(new BatchScenario(), new ThreadExecutor(threads))
            .run(ExperimentPlan.of(schedulers, replications), RunControl.none());
    return ReportContent.of(
        result, comparison, Economics.standard(), SampleReport.info("./edgetwin run batch.yaml"));
  }
}
