package org.edgetwin.reports.page;

import java.util.List;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.reports.SchedulerReport;

/** What happened in one run: load, machines, jobs, cost. */
final class RunSections {
  private final String prefix;
  private final RunRecords run;
  private final Figures figures;

  /**
   * @param prefix of the ids of its parts, unique on the page
   */
  RunSections(String prefix, SchedulerReport scheduler, Figures figures) {
    this.prefix = prefix;
    this.run = scheduler.firstRun();
    this.figures = figures;
  }

  List<Section> sections() {
    return List.of(
        new Section(prefix + "load", "Load over time", new UseSection(prefix, run, figures).html()),
        new Section(prefix + "machines", "Machines", new NodesSection(prefix, run, figures).html()),
        new Section(prefix + "jobs", "What became of the jobs", new JobsSection(run).html()),
        new Section(prefix + "cost", "Cost, energy and carbon", new CostSection(run).html()));
  }
}
