package org.edgetwin.reports.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.reports.chart.Distribution;
import org.edgetwin.reports.text.Duration;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.metrics.JobRecord;

/** What became of the jobs; those that did not finish are named. */
final class JobsSection {
  private static final int MOST_NAMED = 20;
  private static final double SECONDS_PER_HOUR = 3600;

  private final RunRecords run;

  JobsSection(RunRecords run) {
    this.run = run;
  }

  Html html() {
    List<Html> parts = new ArrayList<>();
    parts.add(groups("Jobs by outcome", "Outcome", job -> Outcome.of(job.state())));
    for (Outcome outcome : Outcome.values()) {
      List<JobRecord> jobs =
          run.jobs().stream().filter(job -> Outcome.of(job.state()) == outcome).toList();
      if (outcome != Outcome.FINISHED && !jobs.isEmpty()) {
        parts.add(named(outcome, jobs));
      }
    }
    parts.add(groups("Jobs by size of their gang", "GPUs", GangSize::of));
    if (run.virtualClusters().size() > 1) {
      parts.add(
          groups(
              "Jobs by virtual cluster",
              "Virtual cluster",
              job -> run.virtualClusters().get(job.virtualCluster())));
    }
    return parts.stream().collect(Html.joining());
  }

  private <K extends Comparable<K>> Html groups(
      String caption, String first, Function<JobRecord, K> key) {
    Map<K, List<JobRecord>> jobsByKey = new TreeMap<>();
    for (JobRecord job : run.jobs()) {
      jobsByKey.computeIfAbsent(key.apply(job), k -> new ArrayList<>()).add(job);
    }
    Table table =
        new Table(caption)
            .text(first)
            .number("Jobs")
            .number("GPU-hours held")
            .number("Mean wait")
            .number("Median completion")
            .number("95 % done within")
            .number("Preemptions")
            .number("Failures");
    jobsByKey.forEach((name, jobs) -> row(table, name.toString(), jobs));
    return table.html();
  }

  private static void row(Table table, String name, List<JobRecord> jobs) {
    Distribution completion =
        Distribution.of(name, jobs.stream().mapToDouble(JobRecord::jctSeconds));
    double wait =
        jobs.stream()
            .mapToDouble(JobRecord::waitSeconds)
            .filter(w -> !Double.isNaN(w))
            .average()
            .orElse(Double.NaN);
    table.row(
        name,
        Quantity.count(jobs.size()),
        Quantity.of(jobs.stream().mapToDouble(JobsSection::gpuHours).sum()),
        Duration.of(wait),
        Duration.of(completion.quantile(0.5)),
        Duration.of(completion.quantile(0.95)),
        Quantity.count(jobs.stream().mapToLong(JobRecord::preemptions).sum()),
        Quantity.count(jobs.stream().mapToLong(JobRecord::failures).sum()));
  }

  private static double gpuHours(JobRecord job) {
    return job.heldGpuSeconds() / SECONDS_PER_HOUR;
  }

  private Html named(Outcome outcome, List<JobRecord> jobs) {
    Table table =
        new Table(outcome.explanation())
            .text("Job")
            .text("Virtual cluster")
            .text("Workload")
            .number("GPUs")
            .number("Submitted")
            .number("First start")
            .number("GPU-hours held")
            .number("Failures")
            .text("State");
    jobs.stream()
        .sorted(
            Comparator.comparingDouble(JobsSection::gpuHours)
                .reversed()
                .thenComparingInt(JobRecord::id))
        .limit(MOST_NAMED)
        .forEach(job -> row(table, job));
    String count = Quantity.count(jobs.size()) + (jobs.size() == 1 ? " job " : " jobs ");
    String most =
        jobs.size() > MOST_NAMED
            ? ": the " + MOST_NAMED + " that held most; all are in jobs.csv"
            : "";
    return table.folded(count + outcome + most);
  }

  private void row(Table table, JobRecord job) {
    table.row(
        job.name(),
        run.virtualClusters().get(job.virtualCluster()),
        job.workload(),
        job.milliPerGpu() == 1000 ? job.gpus() : Quantity.of(job.milliPerGpu() / 1000.0),
        Duration.of(job.submitTime()),
        Duration.of(job.firstStartTime()),
        Quantity.of(gpuHours(job)),
        Quantity.count(job.failures()),
        state(job.state()));
  }

  private static String state(JobState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
