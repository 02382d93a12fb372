package org.edgetwin.reports.folder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.reports.RunInfo;

/** {@link RunInfo} as it stands in {@code summary.json}; the scenario has a file of its own. */
record InfoFields(
    String description,
    String workload,
    String warmUp,
    List<String> limits,
    Map<String, String> versions,
    String command) {
  static InfoFields of(RunInfo info) {
    return new InfoFields(
        info.description(),
        info.workload(),
        info.warmUp(),
        info.limitList(),
        new LinkedHashMap<>(info.versionByName()),
        info.command());
  }

  RunInfo info(String resolvedScenario) {
    return new RunInfo(description, workload, warmUp, limits, versions, command, resolvedScenario);
  }
}
