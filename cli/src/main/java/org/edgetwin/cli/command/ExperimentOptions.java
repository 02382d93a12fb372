package org.edgetwin.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much to simulate, on what, and what to leave behind. */
final class ExperimentOptions {
  @Option(
      names = "--replications",
      paramLabel = "N",
      description = {
        "How often to run each scheduler, on other random numbers each time. Default: the"
            + " scenario's run.replications."
      })
  @Nullable Integer replications;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "How many runs go on at a time; results do not depend on it. Default: the scenario's"
              + " run.threads, else one per core.")
  @Nullable Integer threads;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = {
        "Folder for the results; it must be new or empty. Default: the next free"
            + " runs/SCENARIO-SCHEDULER-NNN."
      })
  @Nullable Path out;

  @Option(
      names = "--overwrite",
      description = "Replace the folder given by --out if it holds an earlier run.")
  boolean overwrite;

  @Option(
      names = "--trace",
      description =
          "Also write timeline.json, which shows every attempt of every job in a trace viewer such"
              + " as Perfetto or chrome://tracing.")
  boolean trace;

  @Option(
      names = "--explain",
      paramLabel = "J",
      description =
          "Also write a page that explains what became of this job under the first scheduler (see"
              + " edgetwin explain). May be given many times.")
  List<String> explained = new ArrayList<>();

  @Option(names = "--png", description = "Also write every chart as a PNG file.")
  boolean png;
}
