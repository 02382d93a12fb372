package org.edgetwin.reports.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.edgetwin.reports.sample.EdgeCases;
import org.edgetwin.reports.sample.SampleReport;
import org.edgetwin.reports.sample.SampleShape;
import org.edgetwin.sim.metrics.Metric;
import org.junit.jupiter.api.Test;

class SummaryJsonTest {
  @Test
  void runHasTheFieldsOfTheContract() {
    JsonNode tree = SummaryJson.tree(SampleReport.run(SampleShape.small()), "out/report.html");

    assertThat(tree.get("scenario").asText()).isEqualTo("sample");
    assertThat(tree.get("scheduler").asText()).isEqualTo("fifo");
    assertThat(tree.get("seed").asLong()).isEqualTo(42);
    assertThat(tree.get("replications").asInt()).isEqualTo(1);
    assertThat(tree.get("report").asText()).isEqualTo("out/report.html");
    assertThat(tree.has("pairs")).isFalse();
    for (Metric metric : Metric.values()) {
      JsonNode value = tree.get("metrics").get(metric.key());
      if (metric.optional()) {
        assertThat(value).as(metric.key()).isNull();
        continue;
      }
      assertThat(value.get("ci95").isNull()).as(metric.key()).isTrue();
      assertThat(value.has("mean") && value.has("n")).as(metric.key()).isTrue();
    }
    assertThat(tree.at("/metrics/deadline_miss_ratio/mean").isNull()).isTrue();
  }

  @Test
  void comparisonHasSchedulersAndPairs() {
    JsonNode tree =
        SummaryJson.tree(
            SampleReport.comparison(SampleShape.small(), List.of("fifo", "sjf"), 10), "r");

    assertThat(tree.at("/schedulers/sjf/jct_mean_s/ci95")).hasSize(2);
    JsonNode pair = tree.get("pairs").get(0);
    assertThat(pair.fieldNames())
        .toIterable()
        .startsWith("a", "b", "metric", "diff", "ci95", "better");
    assertThat(tree.has("metrics")).isFalse();
  }

  @Test
  void wallClockStaysApartInTheFile() {
    JsonNode file = SummaryJson.file(SampleReport.run(SampleShape.small()));

    assertThat(file.get("metrics").has("wall_s")).isFalse();
    assertThat(file.at("/wall_clock/fifo/wall_s/mean").isNumber()).isTrue();
    assertThat(file.at("/wall_clock/fifo").has("jct_mean_s")).isFalse();
  }

  @Test
  void partialResultIsMarked() {
    assertThat(
            SummaryJson.tree(EdgeCases.all().get("stopped-at-once"), "r")
                .get("partial")
                .asBoolean())
        .isTrue();
    assertThat(
            SummaryJson.tree(SampleReport.run(SampleShape.small()), "r").get("partial").asBoolean())
        .isFalse();
  }
}
