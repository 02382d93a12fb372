package org.edgetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The number of threads changes nothing but the time it takes. */
class ThreadsTest {
  @TempDir private Path folder;

  @Test
  void oneTwoAndEightGiveTheSameBytes() throws IOException {
    JsonNode one = figures("1");
    for (String threads : new String[] {"2", "8"}) {
      assertThat(figures(threads)).isEqualTo(one);
      assertThat(Files.mismatch(jobs("1"), jobs(threads))).isEqualTo(-1);
    }
  }

  private JsonNode figures(String threads) {
    JsonNode root =
        Invocation.of(
                "compare",
                Invocation.QUICKSTART,
                "--schedulers",
                "random+random,srtf",
                "--replications",
                "5",
                "--threads",
                threads,
                "--json",
                "--out",
                folder.resolve(threads).toString())
            .json();
    List<String> wallClock = List.of("wall_s", "decision_p99_us");
    root.get("schedulers").forEach(metrics -> ((ObjectNode) metrics).remove(wallClock));
    return ((ObjectNode) root).without("report");
  }

  private Path jobs(String threads) {
    return folder.resolve(threads).resolve("jobs.csv");
  }
}
