package org.edgetwin.scenarios.model;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recorded trace and how to read it. */
public record TraceSource(
    @Key(
            doc = "Trace that comes with the program, columns and all. Left out: `file` names one.",
            preset = Key.NONE,
            names = NameKind.BUILTIN_TRACE,
            example = "philly")
        @Nullable String builtin,
    @Key(
            doc = "Trace file, relative to this file; may be gzipped.",
            preset = Key.NONE,
            example = "jobs.csv.gz")
        @Nullable Path file,
    @Key(
            doc =
                "Layout of the file: csv (columns as declared), swf (Standard Workload Format),"
                    + " openb (pod list of the openb trace).",
            preset = "csv")
        TraceFormat format,
    @Key(doc = "Which column holds what; for csv.", preset = "{}") TraceColumns columns,
    @Key(doc = "Which jobs to take.", preset = "{}") TraceFilter filter,
    @Key(
            doc = "Factor on the times between submissions; 0.5 doubles the load.",
            preset = "1",
            min = 1e-6,
            max = 1e6)
        double stretch,
    @Key(
            doc =
                "Cuts the trace into windows of consecutive jobs; replication r replays window r,"
                    + " and after the last one the first again. Left out: every replication"
                    + " replays the whole trace (see run.resampling).",
            preset = Key.NONE,
            example = "{jobs: 256, from: 75 %}")
        @Nullable TraceWindows windows,
    @Key(doc = "Changes to the recorded jobs.", preset = "{}") TraceReshape reshape,
    @Key(
            doc =
                "Submits the jobs in random order, drawn with replacement, instead of as they were"
                    + " recorded; every replication draws anew.",
            preset = Key.NONE,
            example = "{to: 130 %}")
        @Nullable DrawPlan draw) {
  public TraceSource {
    Bounds.check(
        (builtin == null) != (file == null),
        "Exactly one of builtin and file is needed. Maybe write `builtin: philly`.");
    boolean timesNeeded = draw == null || !draw.stay();
    Bounds.check(
        file == null
            || format != TraceFormat.CSV
            || (columns.gpus() != null && (columns.areTimed() || !timesNeeded)),
        "A csv trace needs columns for submit, for gpus, and for duration or end (for gpus only if"
            + " its jobs are drawn and stay). Maybe write"
            + " `columns: {submit: timestamp, gpus: num_gpus, duration: duration}`.");
    Bounds.check(
        draw == null || windows == null,
        "Jobs are drawn from the whole trace or replayed in windows. Maybe leave out windows.");
  }

  /** Whether jobs are submitted that never end; when they came and left is of no interest then. */
  public boolean isEndless() {
    return draw != null && draw.stay();
  }

  /** The trace of a file that comes with the program, whole. */
  public static TraceSource ofBuiltin(String name) {
    return new TraceSource(
        name,
        null,
        TraceFormat.CSV,
        TraceColumns.NONE,
        new TraceFilter(null, null, 0, 1_000_000, List.of(), JobSource.MOST_JOBS),
        1,
        null,
        TraceReshape.NONE,
        null);
  }
}
