package org.edgetwin.reports.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.page.ReportPage;
import org.edgetwin.reports.sample.EdgeCases;
import org.edgetwin.reports.sample.SampleReport;
import org.edgetwin.reports.sample.SampleShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators and electricity by the hour in the files of a run. */
class AccountsTest {
  private static final ReportContent WITH = EdgeCases.all().get("hostile");

  @TempDir private Path folder;

  @Test
  void areThereOnlyWhereTheyWereAskedFor() throws IOException {
    RunFolder.write(folder, SampleReport.run(SampleShape.small()), Set.of());
    assertThat(folder.resolve(RunFolder.OPERATORS)).doesNotExist();
    assertThat(Files.readString(folder.resolve(RunFolder.SUMMARY))).doesNotContain("accounts");
    assertThat(Files.readString(folder.resolve(RunFolder.REPORT)))
        .doesNotContain("Operators")
        .doesNotContain("Electricity Maps");
  }

  @Test
  void aRebuiltReportIsTheSame() throws IOException {
    RunFolder.write(folder, WITH, Set.of());
    String before = Files.readString(folder.resolve(RunFolder.REPORT));
    assertThat(before).contains("1 of 2 operators did not earn their electricity");
    RunFolder.rebuildReport(folder);
    assertThat(Files.readString(folder.resolve(RunFolder.REPORT))).isEqualTo(before);
  }

  @Test
  void theTableHasARowForEachOperatorAndScheduler() throws IOException {
    RunFolder.write(folder, WITH, Set.of());
    assertThat(Files.readAllLines(folder.resolve(RunFolder.OPERATORS)))
        .hasSize(1 + 2 * 2)
        .startsWith(
            "scheduler,operator,gpus,up_gpu_hours,rented_gpu_hours,rent_usd,calls_usd,"
                + "revenue_usd,electricity_usd,profit_usd,energy_kwh,carbon_kg")
        .anyMatch(line -> line.endsWith(",other,2,48,0,0,0,0,3,-3,40,12"));
  }

  @Test
  void jsonHasOperatorsHoursAndTheNotice() {
    JsonNode accounts = SummaryJson.tree(WITH, "r").get("accounts");
    JsonNode first = accounts.elements().next();
    assertThat(first.get("operators").get(1).get("profit_usd").asDouble()).isEqualTo(-3);
    assertThat(first.get("operators").get(0).get("carbon_kg").isNull()).isTrue();
    assertThat(first.get("hours_of_day")).hasSize(24);
    assertThat(first.get("notice").asText()).startsWith("Contains information from");
  }

  @Test
  void theChartTellsWhatAKilowattHourCost() {
    assertThat(new ReportPage(WITH).html())
        .contains("Electricity by hour of the day")
        .contains("A kWh cost")
        .doesNotContain("NaN");
  }
}
