package org.edgetwin.scenarios.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.model.TraceColumns;
import org.edgetwin.scenarios.model.TraceFormat;
import org.edgetwin.scenarios.model.TraceSource;
import org.edgetwin.scenarios.names.ScenarioNames;

/** The traces of one scenario, each read once. Thread-safe. */
public final class TraceLibrary {
  private final ScenarioNames names;
  private final Map<TraceSource, Trace> traceBySource = new HashMap<>();

  public TraceLibrary(ScenarioNames names) {
    this.names = names;
  }

  /**
   * The jobs that a source stands for, filtered and stretched.
   *
   * @throws BadInputException if the file cannot be read or no job passes the filter
   */
  public synchronized Trace get(TraceSource source) {
    Trace known = traceBySource.get(source);
    if (known == null) {
      known = read(source);
      traceBySource.put(source, known);
    }
    return known;
  }

  private Trace read(TraceSource source) {
    String shownName = shownName(source);
    try (InputStream in = open(source)) {
      Trace whole = parse(in, shownName, source);
      List<TraceJob> taken = whole.filtered(source.filter());
      if (taken.isEmpty()) {
        throw new BadInputException(
            new Issue(
                shownName, 0, "", "", "No job passes the filter.", "Maybe widen trace.filter."));
      }
      return Trace.of(taken, whole.originSeconds()).stretched(source.stretch());
    } catch (IOException e) {
      throw new BadInputException(
          new Issue(shownName, 0, "", "", "The file cannot be read.", "Maybe check the path."));
    }
  }

  private Trace parse(InputStream in, String shownName, TraceSource source) {
    if (source.builtin() != null) {
      TraceColumns columns = BuiltinData.columns(source.builtin());
      if (!columns.areTimed() && !source.isEndless()) {
        throw new BadInputException(
            new Issue(
                shownName,
                0,
                "",
                "",
                "The list has no times, so its jobs can only be drawn, to stay.",
                "Maybe add `draw: {to: 130 %}` to the trace."));
      }
      return new CsvTraceReader(columns, names).read(in, shownName);
    }
    if (source.format() == TraceFormat.SWF) {
      return new SwfTraceReader(shownName).read(in);
    }
    boolean openb = source.format() == TraceFormat.OPENB;
    return new CsvTraceReader(openb ? BuiltinData.OPENB_COLUMNS : source.columns(), names)
        .read(in, shownName);
  }

  private static InputStream open(TraceSource source) throws IOException {
    return source.builtin() != null
        ? BuiltinData.openTrace(source.builtin())
        : Files.newInputStream(source.file());
  }

  private static String shownName(TraceSource source) {
    return source.builtin() != null ? "builtin:" + source.builtin() : source.file().toString();
  }
}
