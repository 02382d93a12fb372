package org.edgetwin.cli.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.edgetwin.cli.output.OutputPlace;
import org.edgetwin.cli.terminal.RunProgress;
import org.edgetwin.cli.terminal.Terminal;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.RunInfo;
import org.edgetwin.reports.Study;
import org.edgetwin.reports.folder.RunFolder;
import org.edgetwin.scenarios.ScenarioLoader;
import org.edgetwin.scenarios.ScenarioRuns;
import org.edgetwin.scenarios.file.ScenarioWriter;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.sim.experiment.ExperimentPlan;
import org.edgetwin.sim.experiment.ExperimentResult;
import org.edgetwin.sim.experiment.Precision;
import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.experiment.RunControl;
import org.edgetwin.sim.experiment.ThreadExecutor;

/** Runs a scenario under some schedulers and leaves a run folder. */
public final class ScenarioExperiment {
  /** Of a comparison, unless the user or the scenario says otherwise. */
  private static final int USUAL_REPLICATIONS = 10;

  private final Terminal terminal;
  private final Interruption interruption;
  private final ExperimentRequest request;
  private final String version;

  /**
   * @param version of the program, for the report
   */
  public ScenarioExperiment(
      Terminal terminal, Interruption interruption, ExperimentRequest request, String version) {
    this.terminal = terminal;
    this.interruption = interruption;
    this.request = request;
    this.version = version;
  }

  /**
   * What came of it.
   *
   * @param content the report's content
   * @param report where the report is
   */
  public record Outcome(ReportContent content, Path report) {}

  /**
   * Runs it.
   *
   * @throws BadInputException if anything is wrong with what the user wrote
   */
  public Outcome execute() throws IOException {
    try (RunProgress progress = RunProgress.on(terminal)) {
      progress.stage("reading " + request.file());
      Scenario scenario = ScenarioLoader.load(request.file(), overrides()).orThrow();
      List<String> schedulers =
          request.schedulers().isEmpty() ? List.of(scenario.scheduler()) : request.schedulers();
      SchedulerCheck check = new SchedulerCheck(request.file(), scenario);
      check.check(request.study());
      check.check(request.comparison() ? "--schedulers" : "--scheduler", schedulers);
      OutputPlace place = choosePlace(scenario, schedulers);
      ScenarioRuns runs = ScenarioRuns.open(scenario);
      ExperimentPlan plan =
          ExperimentPlan.of(schedulers, replications(scenario, runs))
              .withHeadlines(runs.headlines());
      StudyRuns studyRuns =
          new StudyRuns(
              request,
              new ThreadExecutor(threads(scenario)),
              new RunControl(progress, interruption.arm()),
              progress);
      studyRuns.check(scenario, schedulers, overrides());
      ExperimentResult result = studyRuns.run(scenario, runs, plan);
      Study study = studyRuns.study(scenario, runs, plan, result, overrides());
      progress.stage("writing the report");
      PreparedRun first = runs.create(schedulers.get(0), 1);
      ReportContent content =
          ReportContent.of(
                  result, request.comparison(), first.economics(), info(scenario, plan, first))
              .with(study);
      return new Outcome(content, place.write(content, extras()).resolve(RunFolder.REPORT));
    }
  }

  private OutputPlace choosePlace(Scenario scenario, List<String> schedulers) {
    return OutputPlace.choose(
        request.output().folder(),
        scenario.name() + "-" + (request.comparison() ? "compare" : schedulers.get(0)),
        request.output().overwrite());
  }

  private List<String> overrides() {
    List<String> overrides = new ArrayList<>(request.overrides());
    if (request.output().timeline()) {
      overrides.add("run.keep_attempts=true");
    }
    return overrides;
  }

  private int replications(Scenario scenario, ScenarioRuns runs) {
    Integer asked = request.replications();
    int declared = scenario.run().replications();
    boolean free = asked == null && declared == 1 && runs.replicable();
    if (free && request.study().precise() != null) {
      return Math.min(
          Math.min(Precision.FIRST_BATCH, request.study().precise().most()),
          runs.differentReplications());
    }
    if (free && request.comparison()) {
      return Math.min(USUAL_REPLICATIONS, runs.replicationsWithoutRepeats());
    }
    int replications = asked == null ? declared : asked;
    int different = runs.replicationsWithoutRepeats();
    if (replications > different) {
      throw new BadInputException(
          new Issue(
              asked == null ? request.file().toString() : "--replications",
              0,
              asked == null ? "run.replications" : "",
              Integer.toString(replications),
              runs.replicationMethod(),
              "Maybe " + different + "."));
    }
    return replications;
  }

  private int threads(Scenario scenario) {
    Integer asked = request.threads();
    int threads = asked == null ? scenario.run().threads() : asked;
    return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
  }

  private Set<RunFolder.Extra> extras() {
    Set<RunFolder.Extra> extras = EnumSet.noneOf(RunFolder.Extra.class);
    if (request.output().timeline()) {
      extras.add(RunFolder.Extra.TIMELINE);
    }
    if (request.output().png()) {
      extras.add(RunFolder.Extra.IMAGES);
    }
    return extras;
  }

  private RunInfo info(Scenario scenario, ExperimentPlan plan, PreparedRun first) {
    ScenarioInWords words = new ScenarioInWords(scenario);
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("EdgeTwin", version);
    versions.put("Java", System.getProperty("java.runtime.version"));
    return new RunInfo(
        scenario.description(),
        words.workload(),
        first.warmUp().describe(),
        words.limits(),
        versions,
        ReproducingCommand.of(request, plan.replications()),
        ScenarioWriter.write(scenario));
  }
}
