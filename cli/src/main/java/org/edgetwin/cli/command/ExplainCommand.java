package org.edgetwin.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.edgetwin.cli.explain.ExplainedRun;
import org.edgetwin.cli.explain.ExplanationJson;
import org.edgetwin.cli.explain.ExplanationLines;
import org.edgetwin.cli.explain.JobChoice;
import org.edgetwin.cli.terminal.Json;
import org.edgetwin.cli.terminal.Terminal;
import org.edgetwin.reports.explain.ExplanationText;
import org.edgetwin.scenarios.issue.Issues;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells why a scheduler did what it did with one job. */
@Command(
    name = "explain",
    description = {
      "Tell why a scheduler did what it did with one job, and what would have come of its second"
          + " choice.",
      "",
      "The run is simulated again, stopped at the decisions about the job, and run on from there with"
          + " other choices. A run folder gets a page about the job, which its report links to."
    })
public final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "RUN", description = "A run folder, or a scenario file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it: it is required.
  private Path run;

  @Option(
      names = "--job",
      required = true,
      paramLabel = "J",
      description = "The job: its name, or its number in order of submission, 0 for the first.")
  @SuppressWarnings("NullAway.Init") // picocli sets it: it is required.
  private String job;

  @Option(
      names = "--scheduler",
      paramLabel = "NAME",
      description = "Scheduler. Default: the first of the run.")
  private @Nullable String scheduler;

  @Option(
      names = "--replication",
      paramLabel = "R",
      defaultValue = "1",
      description = "Replication. Default: ${DEFAULT-VALUE}, whose jobs are in jobs.csv.")
  private int replication;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = ExplainedRun.USUAL_DECISIONS + "",
      description = "Most decisions told, the first and the last ones. Default: ${DEFAULT-VALUE}.")
  private int limit;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Change a value of a scenario file. May be given many times.")
  private List<String> overrides = new ArrayList<>();

  @Mixin private JsonOption output;

  public ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Issues issues = new Issues();
    PositiveNumber.require("--replication", replication, issues);
    PositiveNumber.require("--limit", limit, issues);
    issues.throwIfAny();
    ExplainedRun explained = ExplainedRun.open(run, overrides, scheduler, replication);
    ExplanationText text = explained.explain(new JobChoice("--job", job), limit);
    if (output.json) {
      terminal.result(Json.text(ExplanationJson.of(explained.scheduler(), text.explanation())));
    } else {
      ExplanationLines.of(text).forEach(terminal::result);
    }
    if (Files.isDirectory(run)) {
      terminal.note("page " + explained.addPage(run, text) + ", linked in the report");
    }
    return ExitCode.DONE;
  }
}
