package org.edgetwin.reports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reader must be told about a run beside its figures.
 *
 * @param description what the scenario is about, a sentence or two; may be empty
 * @param workload where the jobs came from, in words
 * @param warmUp which jobs are measured, in words
 * @param limitList what the models leave out, one sentence each
 * @param versionByName program, Java and data versions, in the order they are shown
 * @param command the exact command that gives the same result
 * @param resolvedScenario the scenario file with its imports and overrides carried out; may be
 *     empty
 */
public record RunInfo(
    String description,
    String workload,
    String warmUp,
    List<String> limitList,
    Map<String, String> versionByName,
    String command,
    String resolvedScenario) {
  public RunInfo {
    limitList = List.copyOf(limitList);
    versionByName = Collections.unmodifiableMap(new LinkedHashMap<>(versionByName));
  }
}
