package org.edgetwin.reports.page;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.reports.text.Duration;
import org.edgetwin.reports.text.MetricText;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.metrics.Metric;

/** The result in one or two sentences. */
final class Answer {
  private static final int MOST_NAMED = 4;

  private final ReportContent content;

  Answer(ReportContent content) {
    this.content = content;
  }

  String sentence() {
    if (content.schedulers().isEmpty()) {
      return "The run was stopped before anything was known.";
    }
    return content.schedulers().size() > 1 ? comparison() : single(content.schedulers().get(0));
  }

  private static String single(SchedulerReport scheduler) {
    double submitted = scheduler.estimate(Metric.JOBS_SUBMITTED).mean();
    double finished = scheduler.estimate(Metric.JOBS_FINISHED).mean();
    String jobs = submitted == 1 ? " job" : " jobs";
    String done =
        finished == submitted
            ? (submitted == 1 ? "its only job" : "all " + Quantity.of(submitted) + jobs)
            : Quantity.of(finished) + " of " + Quantity.of(submitted) + jobs;
    String start =
        scheduler.name()
            + " on "
            + Quantity.count(scheduler.firstRun().gpuCount(), "GPU")
            + " finished "
            + done;
    double allocated = scheduler.estimate(Metric.ALLOCATION_AT_END_RATIO).mean();
    if (!(finished > 0)) {
      return Double.isNaN(allocated)
          ? start + "."
          : start
              + " and had given out "
              + Quantity.percent(allocated)
              + " of the GPUs in the end.";
    }
    return start
        + ", on average "
        + Duration.of(scheduler.estimate(Metric.JCT_MEAN_S).mean())
        + " after submission; jobs waited "
        + Duration.of(scheduler.estimate(Metric.WAIT_MEAN_S).mean())
        + " on average and jobs held "
        + Quantity.percent(scheduler.estimate(Metric.GPU_ALLOCATED_RATIO).mean())
        + " of the GPU time.";
  }

  private String comparison() {
    Metric metric = content.headlines().isEmpty() ? Metric.JCT_MEAN_S : content.headlines().get(0);
    List<SchedulerReport> ranked = Ranked.by(metric, content);
    if (ranked.isEmpty()) {
      return "No job finished under any of the schedulers.";
    }
    SchedulerReport best = ranked.get(0);
    String first =
        "Of "
            + content.schedulers().size()
            + " schedulers, "
            + best.name()
            + " has the "
            + superlative(metric)
            + MetricText.label(metric)
            + ": "
            + MetricText.estimate(metric, best.estimate(metric))
            + ".";
    return first + " " + sureness(metric, best.name(), ranked);
  }

  private static String superlative(Metric metric) {
    boolean higher = metric.better() == Metric.Better.HIGHER;
    if (MetricText.isShare(metric)) {
      return higher ? "largest share of " : "smallest share of ";
    }
    return higher ? "highest " : "lowest ";
  }

  private String sureness(Metric metric, String best, List<SchedulerReport> ranked) {
    if (content.pairs().stream().noneMatch(p -> p.metric() == metric && p.ci95() != null)) {
      return "With one replication there is no interval, so this order is what happened once, not"
          + " a verdict.";
    }
    List<String> beaten = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (SchedulerReport other : ranked.subList(1, ranked.size())) {
      (isBetter(metric, best, other.name()) ? beaten : open).add(other.name());
    }
    if (open.isEmpty()) {
      return beaten.size() == 1
          ? "It is better than " + beaten.get(0) + ", beyond chance."
          : "It is better than each of the others, beyond chance.";
    }
    return beaten.isEmpty()
        ? "Whether it is better than " + listed(open) + " is not established."
        : "It is better than "
            + listed(beaten)
            + ", beyond chance; against "
            + listed(open)
            + " that is not established.";
  }

  private boolean isBetter(Metric metric, String best, String other) {
    return content.pairs().stream()
        .anyMatch(
            p ->
                p.metric() == metric
                    && (p.a().equals(other) || p.b().equals(other))
                    && best.equals(p.better()));
  }

  private static String listed(List<String> names) {
    if (names.size() > MOST_NAMED) {
      return names.size() + " of the others";
    }
    return names.size() == 1
        ? names.get(0)
        : String.join(", ", names.subList(0, names.size() - 1))
            + " and "
            + names.get(names.size() - 1);
  }
}
