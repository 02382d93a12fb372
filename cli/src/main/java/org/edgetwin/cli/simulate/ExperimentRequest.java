package org.edgetwin.cli.simulate;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user asks to be simulated.
 *
 * @param file scenario file
 * @param overrides {@code path=value}, in order
 * @param schedulers names; empty for the scenario's own
 * @param comparison whether the schedulers are to be compared
 * @param replications how often each is run; null to leave it to the scenario
 * @param threads how many runs go on at a time; null to leave it to the scenario
 * @param output what to leave behind
 * @param study what a comparison is asked for beyond schedulers side by side
 */
public record ExperimentRequest(
    Path file,
    List<String> overrides,
    List<String> schedulers,
    boolean comparison,
    @Nullable Integer replications,
    @Nullable Integer threads,
    Output output,
    StudyRequest study) {
  public ExperimentRequest {
    overrides = List.copyOf(overrides);
    schedulers = List.copyOf(schedulers);
  }

  /**
   * What to leave behind.
   *
   * @param folder null for the next free one below {@code runs}
   * @param overwrite whether an earlier run in that folder may be replaced
   * @param timeline whether a timeline for trace viewers is wanted
   * @param png whether the charts are wanted as image files
   */
  public record Output(@Nullable Path folder, boolean overwrite, boolean timeline, boolean png) {}
}
