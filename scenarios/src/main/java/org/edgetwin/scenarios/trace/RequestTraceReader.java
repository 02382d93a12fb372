package org.edgetwin.scenarios.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.model.RequestColumns;
import org.edgetwin.scenarios.model.RequestSource;
import org.edgetwin.scenarios.model.RequestTrace;

/** Reads recorded requests: in order of arrival, the first one at 0. Not thread-safe. */
public final class RequestTraceReader {
  private static final int MOST_TOKENS = 10_000_000;

  private final String shownName;
  private final RequestColumns columns;
  private final TimeReader times;
  private final List<TraceRequest> requestList = new ArrayList<>();
  private int arrival;
  private int promptTokens;
  private int outputTokens;

  private RequestTraceReader(String shownName, RequestColumns columns) {
    this.shownName = shownName;
    this.columns = columns;
    times = new TimeReader(columns.timeFormat());
  }

  /**
   * The requests that a source stands for, at least one.
   *
   * @throws BadInputException if the file cannot be read, or no request passes the filter
   */
  public static List<TraceRequest> read(RequestTrace trace) {
    boolean builtin = trace.builtin() != null;
    RequestTraceReader reader =
        new RequestTraceReader(
            builtin ? "builtin:" + trace.builtin() : String.valueOf(trace.file()),
            builtin ? BuiltinData.requestColumns(trace.builtin()) : trace.columns());
    try (InputStream in =
        builtin ? BuiltinData.openRequests(trace.builtin()) : Files.newInputStream(trace.file())) {
      return reader.taken(reader.all(in), trace);
    } catch (IOException e) {
      throw reader.problem(0, "The file cannot be read.", "Maybe check the path.");
    }
  }

  private List<TraceRequest> all(InputStream in) {
    char delimiter = columns.delimiter().equals("tab") ? '\t' : columns.delimiter().charAt(0);
    Table table = new Table(shownName);
    table.read(in, delimiter, () -> findColumns(table), this::readRow);
    if (requestList.isEmpty()) {
      throw problem(1, "The trace has no requests.", "");
    }
    if (requestList.size() > RequestSource.MOST_REQUESTS) {
      throw problem(0, "The trace has too many requests.", "");
    }
    return inOrder(requestList);
  }

  private List<TraceRequest> taken(List<TraceRequest> all, RequestTrace trace) {
    double until = trace.untilSeconds() == null ? Double.POSITIVE_INFINITY : trace.untilSeconds();
    List<TraceRequest> taken =
        all.stream()
            .filter(r -> r.arrivalTime() >= trace.fromSeconds() && r.arrivalTime() < until)
            .map(r -> at(r, r.arrivalTime() * trace.stretch()))
            .toList();
    if (taken.isEmpty()) {
      throw problem(0, "No request lies in that time.", "Maybe widen from and until.");
    }
    return inOrder(taken);
  }

  private static List<TraceRequest> inOrder(List<TraceRequest> unsorted) {
    double first = unsorted.stream().mapToDouble(TraceRequest::arrivalTime).min().orElseThrow();
    return unsorted.stream()
        .sorted(Comparator.comparingDouble(TraceRequest::arrivalTime)) // a stable sort
        .map(request -> at(request, request.arrivalTime() - first))
        .toList();
  }

  private static TraceRequest at(TraceRequest request, double time) {
    return new TraceRequest(time, request.promptTokens(), request.outputTokens());
  }

  private void findColumns(Table table) {
    arrival = table.column(columns.arrival());
    promptTokens = table.column(columns.promptTokens());
    outputTokens = table.column(columns.outputTokens());
  }

  private void readRow(Table row) {
    requestList.add(
        new TraceRequest(
            instant(row),
            row.whole(promptTokens, 1, MOST_TOKENS),
            row.whole(outputTokens, 1, MOST_TOKENS)));
  }

  private double instant(Table row) {
    try {
      return times.read(row.field(arrival));
    } catch (IllegalArgumentException e) {
      row.problem(arrival, String.valueOf(e.getMessage()), "Maybe set columns.time_format.");
      return 0;
    }
  }

  private BadInputException problem(int line, String message, String hint) {
    return new BadInputException(new Issue(shownName, line, "", "", message, hint));
  }
}
