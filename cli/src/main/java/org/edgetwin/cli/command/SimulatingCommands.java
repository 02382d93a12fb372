package org.edgetwin.cli.command;

import java.io.IOException;
import java.util.List;
import org.edgetwin.cli.explain.ExplainedRun;
import org.edgetwin.cli.explain.JobChoice;
import org.edgetwin.cli.output.Summary;
import org.edgetwin.cli.simulate.ExperimentRequest;
import org.edgetwin.cli.simulate.Interruption;
import org.edgetwin.cli.simulate.ScenarioExperiment;
import org.edgetwin.cli.simulate.StudyRequest;
import org.edgetwin.cli.terminal.Json;
import org.edgetwin.cli.terminal.Terminal;
import org.edgetwin.reports.folder.SummaryJson;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.issue.Issues;

/** What {@code run} and {@code compare} have in common. */
final class SimulatingCommands {
  private final Terminal terminal;
  private final Interruption interruption;

  SimulatingCommands(Terminal terminal, Interruption interruption) {
    this.terminal = terminal;
    this.interruption = interruption;
  }

  /**
   * Simulates, writes and prints.
   *
   * @param schedulers empty for the scenario's own
   * @return exit code
   */
  int execute(
      ScenarioOptions scenario,
      ExperimentOptions options,
      List<String> schedulers,
      boolean comparison,
      StudyRequest study,
      boolean json,
      String version)
      throws IOException {
    check(options);
    ExperimentRequest request =
        new ExperimentRequest(
            scenario.file,
            scenario.allOverrides(),
            schedulers,
            comparison,
            options.replications,
            options.threads,
            new ExperimentRequest.Output(
                options.out, options.overwrite, options.trace, options.png),
            study);
    ScenarioExperiment.Outcome outcome =
        new ScenarioExperiment(terminal, interruption, request, version).execute();
    if (json) {
      terminal.result(Json.text(SummaryJson.tree(outcome.content(), outcome.report().toString())));
    } else {
      Summary.lines(outcome.content(), outcome.report()).forEach(terminal::result);
    }
    for (String job : outcome.content().partial() ? List.<String>of() : options.explained) {
      ExplainedRun run = ExplainedRun.open(outcome.report().getParent(), List.of(), null, 1);
      terminal.note(
          "page "
              + run.addPage(
                  outcome.report().getParent(),
                  run.explain(new JobChoice("--explain", job), ExplainedRun.USUAL_DECISIONS))
              + ", linked in the report");
    }
    return outcome.content().partial() ? ExitCode.INTERRUPTED : ExitCode.DONE;
  }

  private static void check(ExperimentOptions options) {
    Issues issues = new Issues();
    PositiveNumber.require("--replications", options.replications, issues);
    PositiveNumber.require("--threads", options.threads, issues);
    if (options.overwrite && options.out == null) {
      issues.add(
          new Issue(
              "--overwrite", 0, "", "", "There is no folder to replace.", "Maybe --out DIR, too."));
    }
    issues.throwIfAny();
  }
}
