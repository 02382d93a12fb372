package org.edgetwin.reports.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.sample.SampleReport;
import org.edgetwin.reports.sample.SampleServices;
import org.edgetwin.reports.sample.SampleShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run folder says of services. */
class ServiceFoldersTest {
  private static final SampleShape SHAPE = SampleShape.small();

  @TempDir Path folder;

  @Test
  void theReportCanBeRebuiltFromTheFolder() throws IOException {
    for (boolean priced : new boolean[] {true, false}) {
      for (ReportContent plain :
          List.of(
              SampleReport.run(SHAPE),
              SampleReport.comparison(SHAPE, List.of("fifo"), 5),
              SampleReport.comparison(SHAPE, List.of("fifo", "sjf"), 5),
              SampleReport.comparison(SHAPE, List.of("fifo", "sjf"), 1))) {
        ReportContent content = SampleServices.in(plain, priced);
        RunFolder.write(folder, content, Set.of());
        byte[] report = Files.readAllBytes(folder.resolve(RunFolder.REPORT));
        RunFolder.rebuildReport(folder);
        assertThat(folder.resolve(RunFolder.REPORT)).hasBinaryContent(report);
        assertThat(RunFolder.read(folder).schedulers().get(0).services())
            .isEqualTo(content.schedulers().get(0).services());
      }
    }
  }

  @Test
  void moneyTrafficAndPaceAreThereWhereTheyMeanSomething() throws IOException {
    RunFolder.write(folder, SampleServices.in(SampleReport.run(SHAPE), true), Set.of());
    JsonNode services =
        Json.MAPPER.readTree(folder.resolve(RunFolder.SUMMARY).toFile()).path("services");
    JsonNode chat = services.path("fifo").path("chat");
    double tokens = 0;
    for (int i = 0; i < 49; i++) {
      tokens += 0.1 * (100 + i) + 0.4 * (20 + i);
    }
    assertThat(chat.path("revenue_usd").asDouble()).isCloseTo(tokens / 1e6, within(1e-12));
    assertThat(chat.path("margin_usd").asDouble())
        .isCloseTo(tokens / 1e6 - 1.5 - 0.5, within(1e-12));
    assertThat(chat.path("moved_bytes").asDouble()).isEqualTo(24e9);
    assertThat(chat.path("iteration_slowdown").asDouble()).isCloseTo(1.25, within(1e-12));
    assertThat(chat.has("over_replications")).isFalse();
    for (String key : List.of("revenue_usd", "moved_bytes", "iteration_slowdown")) {
      assertThat(services.path("fifo").path("code").has(key)).as(key).isFalse();
    }
    assertThat(Files.readAllLines(folder.resolve("replicas.csv")).get(0))
        .endsWith("outcome,busy_s,nominal_s");

    RunFolder.write(folder, SampleServices.in(SampleReport.run(SHAPE), false), Set.of());
    assertThat(Files.readAllLines(folder.resolve("replicas.csv")).get(0)).endsWith(",outcome");
  }

  @Test
  void intervalsStandBelowMeans() throws IOException {
    ReportContent content =
        SampleServices.in(SampleReport.comparison(SHAPE, List.of("fifo", "sjf"), 5), true);
    RunFolder.write(folder, content, Set.of());
    JsonNode estimate =
        Json.MAPPER
            .readTree(folder.resolve(RunFolder.SUMMARY).toFile())
            .at("/services/sjf/chat/over_replications/ttft_p95_s");
    assertThat(estimate.path("mean").asDouble()).isEqualTo(0.5);
    assertThat(estimate.path("ci95").path(1).asDouble()).isEqualTo(0.6);
    assertThat(Files.readString(folder.resolve(RunFolder.REPORT)))
        .contains(
            "500 ms<br><small>400 ms to 600 ms</small>", "500 ms<br><small>400 ms<br>to 600 ms");
  }
}
