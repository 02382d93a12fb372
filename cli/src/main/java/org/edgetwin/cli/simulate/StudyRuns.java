package org.edgetwin.cli.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.cli.terminal.RunProgress;
import org.edgetwin.reports.Study;
import org.edgetwin.reports.Study.Level;
import org.edgetwin.scenarios.ScenarioLoader;
import org.edgetwin.scenarios.ScenarioRuns;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.sim.experiment.Axis;
import org.edgetwin.sim.experiment.AxisPoint;
import org.edgetwin.sim.experiment.Experiment;
import org.edgetwin.sim.experiment.ExperimentPlan;
import org.edgetwin.sim.experiment.ExperimentResult;
import org.edgetwin.sim.experiment.GridEffects;
import org.edgetwin.sim.experiment.PolicyGrid;
import org.edgetwin.sim.experiment.Precision;
import org.edgetwin.sim.experiment.RunControl;
import org.edgetwin.sim.experiment.RunExecutor;
import org.edgetwin.sim.experiment.Stopping;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.jspecify.annotations.Nullable;

/** Runs what a comparison is asked for, and what it tells beyond schedulers side by side. */
final class StudyRuns {
  /** Partner of an ordering or placement of which is asked what it alone is told. */
  private static final String ORDERING_TOLD_NOTHING = "fifo";

  private final ExperimentRequest request;
  private final RunExecutor executor;
  private final RunControl control;
  private final RunProgress progress;

  /** Results by scenario: a value may be the scenario's own. */
  private final Map<Scenario, ExperimentResult> resultByScenario = new LinkedHashMap<>();

  StudyRuns(
      ExperimentRequest request, RunExecutor executor, RunControl control, RunProgress progress) {
    this.request = request;
    this.executor = executor;
    this.control = control;
    this.progress = progress;
  }

  /** Runs the schedulers of a plan on a scenario. */
  ExperimentResult run(Scenario scenario, ScenarioRuns runs, ExperimentPlan plan) {
    Experiment experiment = new Experiment(runs, executor);
    Precision precision = precision(runs, plan);
    ExperimentResult result =
        precision == null
            ? experiment.run(plan, control)
            : experiment.runUntil(precision, plan, control);
    resultByScenario.put(scenario, result);
    return result;
  }

  private @Nullable Precision precision(ScenarioRuns runs, ExperimentPlan plan) {
    StudyRequest.Precise precise = request.study().precise();
    if (precise == null) {
      return null;
    }
    // Windows of a trace that come again tell nothing new.
    int different = Math.max(plan.replications(), runs.differentReplications());
    return new Precision(
        precise.metric(), precise.relativeHalfWidth(), Math.min(precise.most(), different));
  }

  /**
   * What it tells beyond, once the scenario as written has been run; its axes are run now.
   *
   * @param overrides that made the scenario
   */
  Study study(
      Scenario scenario,
      ScenarioRuns runs,
      ExperimentPlan plan,
      ExperimentResult result,
      List<String> overrides) {
    List<Axis> axes = new ArrayList<>();
    for (StudyRequest.AxisRequest axis : request.study().axes()) {
      if (!control.cancellation().isCancelled()) {
        axes.add(axis(axis, scenario.jobs().size(), plan, overrides));
      }
    }
    PolicyGrid grid = request.study().grid();
    Precision precision = precision(runs, plan);
    return new Study(
        grid,
        grid == null ? List.of() : levels(grid, runs),
        grid == null ? List.of() : effects(grid, result),
        axes,
        precision == null ? null : Stopping.of(precision, result));
  }

  private static List<Level> levels(PolicyGrid grid, ScenarioRuns runs) {
    List<Level> levels = new ArrayList<>();
    for (String ordering : grid.orderings()) {
      String alone = PolicyGrid.scheduler(ordering, SchedulerCatalog.DEFAULT_PLACEMENT);
      levels.add(new Level(ordering, runs.knowledge(alone).toString()));
    }
    for (String placement : grid.placements()) {
      String alone = PolicyGrid.scheduler(ORDERING_TOLD_NOTHING, placement);
      levels.add(new Level(placement, runs.knowledge(alone).toString()));
    }
    return levels;
  }

  private static List<GridEffects> effects(PolicyGrid grid, ExperimentResult result) {
    List<GridEffects> effects = new ArrayList<>();
    List<Metric> metrics = new ArrayList<>(result.plan().headlines());
    for (Metric metric : Metric.values()) {
      boolean compared = metric.deterministic() && metric.better() != Metric.Better.NEITHER;
      if (compared && !metrics.contains(metric)) {
        metrics.add(metric);
      }
    }
    for (Metric metric : metrics) {
      GridEffects found = GridEffects.of(grid, result, metric);
      // What is the same everywhere, such as no job being rejected, needs no table.
      if (found.n() > 0
          && (result.plan().headlines().contains(metric) || !Double.isNaN(found.orderingShare()))) {
        effects.add(found);
      }
    }
    return effects;
  }

  private Axis axis(
      StudyRequest.AxisRequest axis, int sources, ExperimentPlan plan, List<String> overrides) {
    List<AxisPoint> points = new ArrayList<>();
    for (String value : axis.values()) {
      if (control.cancellation().isCancelled()) {
        break;
      }
      progress.stage(axis.name() + ": " + value);
      List<String> all = new ArrayList<>(overrides);
      all.addAll(axis.overrides(value, sources));
      Scenario scenario = ScenarioLoader.load(request.file(), all).orThrow();
      ExperimentResult known = resultByScenario.get(scenario);
      if (known == null) {
        known = run(scenario, ScenarioRuns.open(scenario), plan);
      }
      points.add(AxisPoint.of(value, known));
    }
    AxisScale scale = AxisScale.of(points.stream().map(AxisPoint::value).toList());
    return Axis.of(axis.name(), scale.unit(), scale.positions(), points, plan.headlines());
  }

  /** Reads every scenario of the axes, and checks the schedulers on each, before hours of runs. */
  void check(Scenario scenario, List<String> schedulers, List<String> overrides) {
    for (StudyRequest.AxisRequest axis : request.study().axes()) {
      for (String value : axis.values()) {
        List<String> all = new ArrayList<>(overrides);
        all.addAll(axis.overrides(value, scenario.jobs().size()));
        Scenario varied = ScenarioLoader.load(request.file(), all).orThrow();
        new SchedulerCheck(request.file(), varied).check("--schedulers", schedulers);
      }
    }
  }
}
