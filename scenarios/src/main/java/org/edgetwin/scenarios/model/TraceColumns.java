package org.edgetwin.scenarios.model;

import org.jspecify.annotations.Nullable;

/** Which column of a CSV trace holds what. */
public record TraceColumns(
    @Key(doc = "Instant of submission.", preset = Key.NONE, example = "timestamp")
        @Nullable String submit,
    @Key(doc = "Seconds of execution (see duration_unit).", preset = Key.NONE, example = "duration")
        @Nullable String duration,
    @Key(doc = "Instant of the start; with `end`, gives the duration.", preset = Key.NONE)
        @Nullable String start,
    @Key(
            doc = "Instant of the end; gives the duration from start, else from submission.",
            preset = Key.NONE)
        @Nullable String end,
    @Key(doc = "Number of GPUs.", preset = Key.NONE, example = "num_gpus") @Nullable String gpus,
    @Key(doc = "Share of each GPU in thousandths; 1000 is a whole one.", preset = Key.NONE)
        @Nullable String gpuMilli,
    @Key(doc = "CPU in thousandths of cores.", preset = Key.NONE) @Nullable String cpuMilli,
    @Key(doc = "Host memory in MiB.", preset = Key.NONE) @Nullable String memoryMib,
    @Key(doc = "Allowed GPU models, separated by `|`; empty for any.", preset = Key.NONE)
        @Nullable String gpuModels,
    @Key(doc = "Name of the job.", preset = Key.NONE) @Nullable String name,
    @Key(doc = "Name of the virtual cluster.", preset = Key.NONE, example = "cluster")
        @Nullable String virtualCluster,
    @Key(doc = "Name of the user.", preset = Key.NONE) @Nullable String user,
    @Key(doc = "Workload class; unknown ones follow the usual law.", preset = Key.NONE)
        @Nullable String workloadClass,
    @Key(doc = "Limit the user asked for, as duration.", preset = Key.NONE) @Nullable String limit,
    @Key(doc = "Instant of the deadline.", preset = Key.NONE) @Nullable String deadline,
    @Key(doc = "Priority, a whole number; larger is more urgent.", preset = Key.NONE)
        @Nullable String priority,
    @Key(doc = "How instants are written.", preset = "auto") TimeFormat timeFormat,
    @Key(
            doc = "What a duration of 1 means.",
            preset = "1 s",
            unit = Unit.TIME,
            min = 1e-9,
            max = 1e9)
        double durationUnitSeconds,
    @Key(doc = "One character; `tab` for a tabulator.", preset = "','") String delimiter) {
  /** No column declared. */
  public static final TraceColumns NONE =
      new TraceColumns(
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          TimeFormat.AUTO,
          1,
          ",");

  public TraceColumns {
    Bounds.check(
        delimiter.equals("tab") || (delimiter.length() == 1 && "\"\r\n".indexOf(delimiter) < 0),
        "The delimiter is not one character other than a quote. Maybe `tab` or ';'.");
  }

  /** Whether they say when a job comes and how long it runs. */
  public boolean areTimed() {
    return submit != null && (duration != null || end != null);
  }
}
