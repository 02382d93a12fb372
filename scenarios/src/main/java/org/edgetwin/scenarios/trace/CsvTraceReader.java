package org.edgetwin.scenarios.trace;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Hints;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.model.TraceColumns;
import org.edgetwin.scenarios.names.ScenarioNames;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV trace whose columns are declared. Jobs of a list without times all come at 0. Not
 * thread-safe.
 */
final class CsvTraceReader {
  private static final int WHOLE = 1000;
  private static final double LONGEST_SECONDS = 1e12;
  private static final int MOST_GPUS = 1_000_000;

  private final TraceColumns columns;
  private final ScenarioNames names;
  private final TimeReader times;
  private final Map<String, String> sharedTexts = new HashMap<>();
  private final Map<String, List<String>> modelsByField = new HashMap<>();
  private final List<TraceJob> jobList = new ArrayList<>();
  private int submit;
  private int duration;
  private int start;
  private int end;
  private int gpus;
  private int gpuMilli;
  private int cpuMilli;
  private int memoryMib;
  private int gpuModels;
  private int name;
  private int virtualCluster;
  private int user;
  private int workloadClass;
  private int limit;
  private int deadline;
  private int priority;

  CsvTraceReader(TraceColumns columns, ScenarioNames names) {
    this.columns = columns;
    this.names = names;
    times = new TimeReader(columns.timeFormat());
  }

  Trace read(InputStream in, String shownName) {
    char delimiter = columns.delimiter().equals("tab") ? '\t' : columns.delimiter().charAt(0);
    Table table = new Table(shownName);
    table.read(in, delimiter, () -> findColumns(table), this::readRow);
    if (jobList.isEmpty()) {
      throw new BadInputException(new Issue(shownName, 1, "", "", "The trace has no jobs.", ""));
    }
    double first = jobList.stream().mapToDouble(TraceJob::submitTime).min().orElseThrow();
    double origin = times.hasCalendar(first) ? 0 : Trace.UNKNOWN_ORIGIN - first;
    return Trace.of(jobList, origin);
  }

  private void findColumns(Table table) {
    submit = table.column(columns.submit());
    duration = table.column(columns.duration());
    start = table.column(columns.start());
    end = table.column(columns.end());
    gpus = table.column(columns.gpus());
    gpuMilli = table.column(columns.gpuMilli());
    cpuMilli = table.column(columns.cpuMilli());
    memoryMib = table.column(columns.memoryMib());
    gpuModels = table.column(columns.gpuModels());
    name = table.column(columns.name());
    virtualCluster = table.column(columns.virtualCluster());
    user = table.column(columns.user());
    workloadClass = table.column(columns.workloadClass());
    limit = table.column(columns.limit());
    deadline = table.column(columns.deadline());
    priority = table.column(columns.priority());
  }

  private void readRow(Table row) {
    double submitTime = submit < 0 ? 0 : instant(row, submit);
    int gpuCount = gpus < 0 ? 1 : row.whole(gpus, 0, MOST_GPUS);
    String given = row.field(name);
    jobList.add(
        new TraceJob(
            given.isEmpty() ? Integer.toString(row.line()) : given,
            submitTime,
            durationSeconds(row, submitTime),
            gpuCount,
            gpuCount == 0 || gpuMilli < 0 ? WHOLE : milli(row, gpuCount),
            cpuMilli < 0 ? 0 : row.whole(cpuMilli, 0, Integer.MAX_VALUE),
            memoryMib < 0 ? 0 : row.whole(memoryMib, 0, Integer.MAX_VALUE),
            models(row),
            shared(row.field(virtualCluster)),
            shared(row.field(workloadClass)),
            userOf(row),
            row.field(limit).isEmpty()
                ? Double.POSITIVE_INFINITY
                : row.number(limit, 0, LONGEST_SECONDS) * columns.durationUnitSeconds(),
            row.field(deadline).isEmpty() ? Double.POSITIVE_INFINITY : instant(row, deadline),
            row.field(priority).isEmpty() ? null : row.whole(priority, -1_000_000, 1_000_000)));
  }

  private String userOf(Table row) {
    String name = shared(row.field(user));
    return name == null ? "" : name;
  }

  private double instant(Table row, int column) {
    try {
      return times.read(row.field(column));
    } catch (IllegalArgumentException e) {
      row.problem(column, String.valueOf(e.getMessage()), "Maybe set columns.time_format.");
      return 0;
    }
  }

  /**
   * The recorded duration, else from start (or submission, for a job that never started) to end; 0
   * in a list without times.
   */
  private double durationSeconds(Table row, double submitTime) {
    if (duration >= 0) {
      double most = LONGEST_SECONDS / columns.durationUnitSeconds();
      return row.number(duration, 0, most) * columns.durationUnitSeconds();
    }
    if (end < 0) {
      return 0;
    }
    double from = row.field(start).isEmpty() ? submitTime : instant(row, start);
    double seconds = instant(row, end) - from;
    if (seconds < 0) {
      row.problem(end, "The job ends before it starts.", "Maybe the columns are swapped.");
    }
    return Math.max(0, seconds);
  }

  private int milli(Table row, int gpuCount) {
    int milli = row.whole(gpuMilli, 1, WHOLE);
    if (gpuCount > 1 && milli < WHOLE) {
      row.problem(gpuMilli, "Only a job of one GPU can take a share of it.", "Maybe 1000.");
    }
    return Math.max(1, milli);
  }

  private List<String> models(Table row) {
    String text = row.field(gpuModels);
    List<String> known = modelsByField.get(text);
    if (known != null) {
      return known;
    }
    LinkedHashSet<String> ids = new LinkedHashSet<>();
    for (String model : text.isEmpty() ? List.<String>of() : Arrays.asList(text.split("\\|", -1))) {
      String id = names.findGpu(model).map(GpuModel::id).orElse("");
      if (id.isEmpty()) {
        String hint = Hints.maybe(names.suggestGpus(model));
        row.problem(gpuModels, "There is no GPU model '" + model + "'.", hint);
        return List.of();
      }
      ids.add(id);
    }
    modelsByField.put(text, List.copyOf(ids));
    return List.copyOf(ids);
  }

  /** One object for equal texts: traces name few users and clusters, many times each. */
  private @Nullable String shared(String text) {
    return text.isEmpty() ? null : sharedTexts.computeIfAbsent(text, same -> same);
  }
}
