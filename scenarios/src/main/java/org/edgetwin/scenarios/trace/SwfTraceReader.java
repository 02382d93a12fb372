package org.edgetwin.scenarios.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;

/**
 * Reads the Standard Workload Format [swf]: 18 columns, -1 for unknown, comments after {@code ;}. A
 * processor counts as a GPU: requested ones, else allocated ones. Jobs without a run time or
 * processors (most were cancelled while queued) are left out. Not thread-safe.
 */
final class SwfTraceReader {
  private static final int MOST_PROBLEMS = 20;
  private static final List<String> COLUMNS =
      List.of(
          "job number",
          "submit time",
          "wait time",
          "run time",
          "allocated processors",
          "average CPU time",
          "used memory",
          "requested processors",
          "requested time",
          "requested memory",
          "status",
          "user",
          "group",
          "executable",
          "queue",
          "partition",
          "preceding job",
          "think time");
  private static final String START_COMMENT = "UnixStartTime:";

  private final String shownName;
  private final List<Issue> issueList = new ArrayList<>();
  private final List<TraceJob> jobList = new ArrayList<>();
  private double originSeconds = Trace.UNKNOWN_ORIGIN;
  private int line;

  SwfTraceReader(String shownName) {
    this.shownName = shownName;
  }

  Trace read(InputStream in) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(Table.plain(in), StandardCharsets.UTF_8))) {
      String text;
      while ((text = reader.readLine()) != null && issueList.size() < MOST_PROBLEMS) {
        line++;
        readLine(text);
      }
    } catch (IOException e) {
      issueList.add(new Issue(shownName, line, "", "", "The file cannot be read.", ""));
    }
    if (jobList.isEmpty() && issueList.isEmpty()) {
      issueList.add(new Issue(shownName, 1, "", "", "The trace has no jobs.", ""));
    }
    if (!issueList.isEmpty()) {
      throw new BadInputException(issueList);
    }
    return Trace.of(jobList, originSeconds);
  }

  private void readLine(String text) {
    int comment = text.indexOf(';');
    if (comment >= 0) {
      readComment(text.substring(comment + 1).strip());
    }
    String content = (comment < 0 ? text : text.substring(0, comment)).strip();
    if (content.isEmpty()) {
      return;
    }
    String[] fields = content.split("\\s+");
    if (fields.length != COLUMNS.size()) {
      String message = "The line has " + fields.length + " columns, not 18.";
      issueList.add(new Issue(shownName, line, "", content, message, "Maybe it is not SWF."));
      return;
    }
    readJob(fields);
  }

  private void readComment(String comment) {
    if (comment.startsWith(START_COMMENT)) {
      String seconds = comment.substring(START_COMMENT.length()).strip();
      originSeconds = seconds.matches("\\d{9,11}") ? Long.parseLong(seconds) : originSeconds;
    }
  }

  private void readJob(String[] fields) {
    double submit = number(fields, 1);
    double runTime = number(fields, 3);
    double requested = number(fields, 7);
    double processors = requested > 0 ? requested : number(fields, 4);
    double limit = number(fields, 8);
    if (runTime < 0 || processors <= 0 || submit < 0) {
      return;
    }
    jobList.add(
        new TraceJob(
            fields[0],
            submit,
            runTime,
            (int) Math.min(processors, 1_000_000),
            1000,
            0,
            0,
            List.of(),
            null,
            null,
            fields[11].equals("-1") ? "" : fields[11],
            limit > 0 ? limit : Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            null));
  }

  private double number(String[] fields, int column) {
    try {
      double value = Double.parseDouble(fields[column]);
      if (Math.abs(value) <= 1e12) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, like a number out of bounds
    }
    issueList.add(
        new Issue(
            shownName,
            line,
            COLUMNS.get(column),
            fields[column],
            "This is not a number.",
            "Maybe -1 if it is unknown."));
    return -1;
  }
}
