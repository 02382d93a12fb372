package org.edgetwin.reports.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.sample.SampleReport;
import org.edgetwin.reports.sample.SampleShape;
import org.edgetwin.sim.metrics.Attempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromeTraceTest {
  @TempDir Path temp;

  @Test
  void everyGpuOfEveryAttemptIsACompleteEventOnANamedThread() throws IOException {
    ReportContent content = SampleReport.comparison(SampleShape.small(), List.of("fifo", "sjf"), 1);
    Path file = temp.resolve("timeline.json");

    ChromeTrace.write(file, content.schedulers());

    Map<String, Double> lastEndByThread = new HashMap<>();
    List<JsonNode> complete = new ArrayList<>();
    for (JsonNode event : Json.MAPPER.readTree(file.toFile()).get("traceEvents")) {
      String thread = event.get("pid") + "/" + event.get("tid");
      if (event.get("ph").asText().equals("M")) {
        lastEndByThread.put(thread, 0.0);
        continue;
      }
      // Events of a thread do not overlap, so that viewers show all of them.
      assertThat(event.get("ts").asDouble())
          .isGreaterThanOrEqualTo(lastEndByThread.get(thread) - 1);
      lastEndByThread.put(thread, event.get("ts").asDouble() + event.get("dur").asDouble());
      complete.add(event);
    }
    long gpus =
        content.schedulers().stream()
            .flatMap(s -> s.firstRun().attempts().stream())
            .mapToLong(ChromeTraceTest::gpus)
            .sum();
    assertThat(complete).hasSize((int) gpus);
    assertThat(complete.get(0).at("/args/outcome").asText()).isEqualTo("done");
  }

  private static long gpus(Attempt attempt) {
    long gpus = 0;
    for (long mask : attempt.gpuMasks()) {
      gpus += Long.bitCount(mask);
    }
    return gpus;
  }
}
