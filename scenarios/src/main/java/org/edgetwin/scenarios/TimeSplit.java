package org.edgetwin.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.issue.Issues;
import org.edgetwin.scenarios.model.Arrivals;
import org.edgetwin.scenarios.model.JobSource;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.scenarios.model.TraceFilter;
import org.edgetwin.scenarios.model.TraceSource;
import org.edgetwin.scenarios.model.TraceWindows;
import org.edgetwin.scenarios.names.ScenarioNames;
import org.edgetwin.scenarios.trace.Trace;
import org.edgetwin.scenarios.trace.TraceLibrary;

/**
 * Parts of a scenario in time, as changes that give them: each source is cut by shares of its own
 * span of submissions. A part starts on an empty cluster with its clock at 0.
 *
 * <ul>
 *   <li>a trace by the times of its jobs; its days are drawn again from the part alone;
 *   <li>a trace in windows by the share of its jobs, which stand in order of time;
 *   <li>generated jobs by time up to {@code until} (else {@code run.until}); if a number of jobs
 *       ends them, their span is that number / the mean rate.
 * </ul>
 *
 * <p>Limits: machines that come and go, and prices and carbon by the hour, start anew with each
 * part. LLM services have no parts.
 */
public final class TimeSplit {
  private final Scenario scenario;
  private final TraceLibrary traces;

  public TimeSplit(Scenario scenario) {
    this.scenario = scenario;
    traces = new TraceLibrary(new ScenarioNames(scenario));
  }

  /**
   * The changes of the scenario that leave a part of it.
   *
   * @param from where it begins, a share of each source's span
   * @param to where it ends
   * @throws org.edgetwin.scenarios.issue.BadInputException if a source has no such part
   */
  public List<String> overrides(double from, double to) {
    Issues issues = new Issues();
    if (!scenario.services().isEmpty()) {
      issues.add(
          Issue.inScenario(
              "services",
              "",
              "LLM services cannot be split in time.",
              "Maybe a scenario of the jobs alone."));
    }
    List<String> overrides = new ArrayList<>();
    double longest = 0;
    for (int i = 0; i < scenario.jobs().size(); i++) {
      JobSource source = scenario.jobs().get(i);
      String path = "jobs[" + i + "]";
      if (source.trace() == null) {
        longest = Math.max(longest, generated(source, path, from, to, overrides, issues));
      } else if (source.trace().windows() == null) {
        longest = Math.max(longest, recorded(source.trace(), path, from, to, overrides, issues));
      } else {
        windows(source.trace(), path, from, to, overrides, issues);
      }
    }
    issues.throwIfAny();
    Double until = scenario.run().untilSeconds();
    if (until != null && longest > 0) {
      double span = Math.min(longest, until);
      overrides.add("run.until=" + seconds(until - (1 - (to - from)) * span));
    }
    return overrides;
  }

  private double generated(
      JobSource source,
      String path,
      double from,
      double to,
      List<String> overrides,
      Issues issues) {
    Double until =
        source.untilSeconds() == null ? scenario.run().untilSeconds() : source.untilSeconds();
    double perHour = source.arrivals() == null ? 0 : source.arrivals().meanPerHour();
    double first = source.firstSeconds();
    double last;
    if (source.arrivals() instanceof Arrivals.AtOnce) {
      issues.add(cannot(path + ".arrivals", "its jobs come all at once"));
      return 0;
    } else if (until != null) {
      last = until;
    } else if (source.maxJobs() != null && perHour > 0) {
      last = first + source.maxJobs() / perHour * 3600;
      overrides.add(path + ".max_jobs=" + Math.max(1, Math.round((to - from) * source.maxJobs())));
    } else {
      issues.add(cannot(path, "it is not known when its jobs end"));
      return 0;
    }
    double span = last - first;
    if (from > 0) {
      overrides.add(path + ".from=" + seconds(first + from * span));
    }
    if (until != null) {
      overrides.add(path + ".until=" + seconds(first + to * span));
    }
    return span;
  }

  private double recorded(
      TraceSource source,
      String path,
      double from,
      double to,
      List<String> overrides,
      Issues issues) {
    Trace trace = traces.get(source);
    double span = trace.spanSeconds() / source.stretch();
    if (!(span > 0)) {
      issues.add(cannot(path + ".trace", "all its jobs come at one instant"));
      return 0;
    }
    double first = trace.originSeconds() - traces.get(whole(source)).originSeconds();
    long jobs =
        trace.jobs().stream()
            .mapToDouble(job -> job.submitTime() / trace.spanSeconds())
            .filter(share -> share >= from && (share < to || to == 1))
            .count();
    if (jobs == 0) {
      issues.add(cannot(path + ".trace", "no job is submitted in this part of it"));
    }
    if (from > 0) {
      overrides.add(path + ".trace.filter.from=" + seconds(first + from * span));
    }
    if (to < 1) {
      overrides.add(path + ".trace.filter.until=" + seconds(first + to * span));
    }
    return trace.spanSeconds();
  }

  private static TraceSource whole(TraceSource source) {
    return new TraceSource(
        source.builtin(),
        source.file(),
        source.format(),
        source.columns(),
        new TraceFilter(null, null, 0, 1_000_000, List.of(), JobSource.MOST_JOBS),
        1,
        null,
        source.reshape(),
        source.draw());
  }

  private void windows(
      TraceSource source,
      String path,
      double from,
      double to,
      List<String> overrides,
      Issues issues) {
    TraceWindows windows = source.windows();
    double width = windows.to() - windows.from();
    double begin = windows.from() + from * width;
    double end = windows.from() + to * width;
    if ((end - begin) * traces.get(source).jobs().size() < windows.jobs()) {
      issues.add(
          cannot(path + ".trace.windows", "a window has more jobs than this part of the trace"));
    }
    overrides.add(path + ".trace.windows.from=" + begin);
    overrides.add(path + ".trace.windows.to=" + end);
  }

  private static Issue cannot(String path, String why) {
    return Issue.inScenario(
        path,
        "",
        "This source cannot be split in time: " + why + ".",
        "Maybe other parts, or another scenario.");
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f s", seconds);
  }
}
