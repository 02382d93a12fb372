package org.edgetwin.cli.tune;

import java.nio.file.Path;
import java.util.List;
import org.edgetwin.sim.metrics.Metric;

/**
 * What a user asks to be tuned.
 *
 * @param file scenario file
 * @param overrides {@code path=value}, in order
 * @param scheduler its name
 * @param train part to search on
 * @param test later part to judge on
 * @param metric to improve
 * @param budget most runs of the search
 * @param replications most of one setting on the training part, and of the judgement
 */
public record TuningRequest(
    Path file,
    List<String> overrides,
    String scheduler,
    Span train,
    Span test,
    Metric metric,
    int budget,
    int replications) {
  public TuningRequest {
    overrides = List.copyOf(overrides);
  }

  /** A part in time, in shares of the span of submissions. */
  public record Span(double from, double to) {}
}
