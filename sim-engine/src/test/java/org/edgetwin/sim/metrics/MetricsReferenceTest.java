package org.edgetwin.sim.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/reference/metrics.md} equal to the {@link Metric} enum. To write the file anew:
 * {@code mvn -pl sim-engine -am test -Dtest=MetricsReferenceTest -Ddocs.write=true}.
 */
class MetricsReferenceTest {
  private static final Path FILE = Path.of("..", "docs", "reference", "metrics.md");

  @Test
  void theReferencePageIsUpToDate() throws IOException {
    String expected = markdown();
    if (Boolean.getBoolean("docs.write")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, expected);
    }

    assertThat(FILE)
        .as("%s is stale. Maybe run this test with -Ddocs.write=true.", FILE)
        .content()
        .isEqualTo(expected);
  }

  private static String markdown() {
    StringBuilder page =
        new StringBuilder(
            """
            # Metrics

            <!-- Written by MetricsReferenceTest from org.edgetwin.sim.metrics.Metric; do not edit. -->

            How they are meant and what they leave out: [../metrics.md](../metrics.md).
            A figure that is undefined for a run is `null` in JSON and empty in CSV.

            | key | unit | better | over | definition |
            |---|---|---|---|---|
            """);
    for (Metric metric : Metric.values()) {
      String better =
          metric.better() == Metric.Better.NEITHER
              ? "-"
              : metric.better().name().toLowerCase(Locale.ROOT);
      page.append(
          String.format(
              Locale.ROOT,
              "| `%s` | %s | %s | %s | %s |%n",
              metric.key(),
              metric.unit(),
              better,
              metric.scope().label(),
              metric.definition()));
    }
    return page.toString().replace(System.lineSeparator(), "\n");
  }
}
