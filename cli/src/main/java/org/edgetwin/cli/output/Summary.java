package org.edgetwin.cli.output;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.edgetwin.reports.ReportContent;

/** What a person reads on the terminal when a run is done. */
public final class Summary {
  private Summary() {}

  /**
   * The lines.
   *
   * @param report where the report is
   */
  public static List<String> lines(ReportContent content, Path report) {
    List<String> lines = new ArrayList<>();
    if (content.partial()) {
      lines.add("PARTIAL: stopped before its end. The figures are of what had happened by then.");
      lines.add("");
    }
    if (content.schedulers().isEmpty()) {
      lines.add("Nothing is known: it was stopped at its beginning.");
    } else if (content.comparison()) {
      lines.addAll(new ComparisonSummary(content).lines());
    } else {
      lines.addAll(new RunSummary(content).lines());
    }
    lines.addAll(ServiceLines.of(content));
    lines.add("");
    lines.add("Report     " + report);
    lines.add("Reproduce  " + content.info().command());
    return lines;
  }
}
