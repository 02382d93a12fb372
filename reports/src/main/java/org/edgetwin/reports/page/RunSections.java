package org.edgetwin.reports.page;

import java.util.List;
import java.util.stream.Stream;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.reports.text.Html;

/** What happened in one run: load, machines, jobs, cost, operators. */
final class RunSections {
  private final String prefix;
  private final SchedulerReport scheduler;
  private final RunRecords run;
  private final Figures figures;

  /**
   * @param prefix of the ids of its parts, unique on the page
   */
  RunSections(String prefix, SchedulerReport scheduler, Figures figures) {
    this.prefix = prefix;
    this.scheduler = scheduler;
    run = scheduler.firstRun();
    this.figures = figures;
  }

  List<Section> sections() {
    AccountsSection accounts = new AccountsSection(prefix, run.accounts(), figures);
    return Stream.of(
            section("load", "Load over time", new UseSection(prefix, run, figures).html()),
            section("machines", "Machines", new NodesSection(prefix, run, figures).html()),
            section("services", "Services", new ServicesSection(prefix, scheduler, figures).html()),
            section("jobs", "What became of the jobs", new JobsSection(run).html()),
            section("cost", "Cost, energy and carbon", new CostSection(run).html()),
            section("operators", accounts.title(), accounts.html()))
        .filter(section -> !section.body().isEmpty())
        .toList();
  }

  private Section section(String id, String title, Html body) {
    return new Section(prefix + id, title, body);
  }
}
