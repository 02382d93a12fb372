package org.edgetwin.scenarios.model;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Recorded requests and how to read them. */
public record RequestTrace(
    @Key(
            doc = "Trace that comes with the program. Left out: `file` names one.",
            preset = Key.NONE,
            names = NameKind.BUILTIN_REQUESTS,
            example = "azure-conversation")
        @Nullable String builtin,
    @Key(
            doc = "CSV file, relative to this file; may be gzipped.",
            preset = Key.NONE,
            example = "requests.csv.gz")
        @Nullable Path file,
    @Key(doc = "Which column of the file holds what.", preset = "{}") RequestColumns columns,
    @Key(
            doc = "Earliest arrival, after the first one of the trace. Times start again at 0.",
            preset = "0 s",
            unit = Unit.TIME,
            max = 1e12)
        double fromSeconds,
    @Key(
            doc = "Latest arrival (itself left out), after the first one of the trace.",
            preset = Key.NONE,
            unit = Unit.TIME,
            max = 1e12,
            example = "30 min")
        @Nullable Double untilSeconds,
    @Key(
            doc = "Factor on the times between arrivals; 0.5 doubles the load.",
            preset = "1",
            min = 1e-6,
            max = 1e6)
        double stretch) {
  public RequestTrace {
    Bounds.check(
        (builtin == null) != (file == null),
        "Exactly one of builtin and file is needed. Maybe write `builtin: azure-conversation`.");
    Bounds.check(
        untilSeconds == null || fromSeconds < untilSeconds,
        "from is not before until. Maybe swap them.");
  }
}
