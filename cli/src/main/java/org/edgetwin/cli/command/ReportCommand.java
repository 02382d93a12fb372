package org.edgetwin.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.edgetwin.cli.output.Summary;
import org.edgetwin.cli.terminal.Json;
import org.edgetwin.cli.terminal.Terminal;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.folder.RunFolder;
import org.edgetwin.reports.folder.SummaryJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes the report of a run again. */
@Command(
    name = "report",
    description = "Rebuild report.html from the other files of a run folder, and show its figures.")
public final class ReportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "DIR", description = "The run folder.")
  private Path folder;

  @Mixin private JsonOption output;

  public ReportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    RunFolder.rebuildReport(folder);
    ReportContent content = RunFolder.read(folder);
    Path report = folder.resolve(RunFolder.REPORT);
    if (output.json) {
      terminal.result(Json.text(SummaryJson.tree(content, report.toString())));
    } else {
      Summary.lines(content, report).forEach(terminal::result);
    }
    return ExitCode.DONE;
  }
}
