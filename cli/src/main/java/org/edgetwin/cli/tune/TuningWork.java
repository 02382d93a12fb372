package org.edgetwin.cli.tune;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.cli.simulate.SchedulerCheck;
import org.edgetwin.cli.terminal.RunProgress;
import org.edgetwin.reports.tuning.Tuning;
import org.edgetwin.scenarios.ScenarioLoader;
import org.edgetwin.scenarios.ScenarioRuns;
import org.edgetwin.scenarios.TimeSplit;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.scenarios.names.Schedulers;
import org.edgetwin.sim.experiment.Cancellation;
import org.edgetwin.sim.experiment.Experiment;
import org.edgetwin.sim.experiment.ExperimentPlan;
import org.edgetwin.sim.experiment.ExperimentResult;
import org.edgetwin.sim.experiment.IntervalMethod;
import org.edgetwin.sim.experiment.PairedDifference;
import org.edgetwin.sim.experiment.RunControl;
import org.edgetwin.sim.experiment.ThreadExecutor;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.edgetwin.sim.scheduling.SchedulerParts;
import org.edgetwin.sim.tuning.Dimension;
import org.edgetwin.sim.tuning.ParameterSearch;
import org.edgetwin.sim.tuning.SearchPlan;
import org.edgetwin.sim.tuning.SearchResult;
import org.jspecify.annotations.Nullable;

/**
 * Searches on one part of a scenario, and compares the best setting with the default on a later.
 */
public final class TuningWork {
  private static final String STREAM = "tuning";

  private final TuningRequest request;
  private final String command;

  /**
   * @param command that gives the same result
   */
  public TuningWork(TuningRequest request, String command) {
    this.request = request;
    this.command = command;
  }

  /** A part of the scenario, ready to run. */
  private record PartRuns(ScenarioRuns runs, Tuning.Part part) {}

  /**
   * Tunes.
   *
   * @throws BadInputException if anything is wrong with what the user wrote
   */
  public Tuning execute(int threads, RunProgress progress, Cancellation cancellation) {
    progress.stage("reading " + request.file());
    Scenario scenario = load(List.of());
    new SchedulerCheck(request.file(), scenario).check("--scheduler", List.of(request.scheduler()));
    SchedulerParts parts = SchedulerCatalog.standard().parts(request.scheduler());
    if (parts.free().isEmpty()) {
      throw nothingToTune(parts);
    }
    List<Dimension> dimensions = parts.free().stream().map(Dimension::of).toList();
    TimeSplit split = new TimeSplit(scenario);
    PartRuns train = part(split, request.train());
    PartRuns test = part(split, request.test());
    RunControl control = new RunControl(progress, cancellation);
    ThreadExecutor executor = new ThreadExecutor(threads);
    progress.stage("searching on " + train.part().words() + " of the submissions");
    SearchResult found =
        new ParameterSearch(
                new SearchPlan(
                    dimensions,
                    parts::with,
                    name -> Schedulers.problem(name).isEmpty(),
                    request.metric(),
                    request.budget(),
                    train.part().replications()),
                train.runs(),
                executor,
                control,
                new Streams(scenario.seed(), 1).stream(STREAM))
            .search();
    if (found.trials().isEmpty()) {
      throw stoppedTooEarly();
    }
    Tuning.Judgement judgement = null;
    if (found.complete() && !found.best().equals(found.usual())) {
      progress.stage("judging on " + test.part().words() + " of the submissions");
      judgement = judge(test, found, new Experiment(test.runs(), executor), control);
    }
    boolean partial =
        !found.complete() || (judgement == null && !found.best().equals(found.usual()));
    return new Tuning(
        scenario.name(),
        scenario.seed(),
        request.metric(),
        found.usual(),
        found.best(),
        train.runs().knowledge(found.usual()).toString(),
        train.part(),
        test.part(),
        dimensions,
        found.trials(),
        found.runs(),
        request.budget(),
        judgement,
        partial,
        command);
  }

  private Tuning.@Nullable Judgement judge(
      PartRuns test, SearchResult found, Experiment experiment, RunControl control) {
    ExperimentPlan plan =
        new ExperimentPlan(
            List.of(found.usual(), found.best()),
            test.part().replications(),
            List.of(request.metric()),
            IntervalMethod.STUDENT_T);
    ExperimentResult result = experiment.run(plan, control);
    if (!result.complete()) {
      return null;
    }
    PairedDifference difference =
        result.pairs().stream()
            .filter(pair -> pair.metric() == request.metric())
            .findFirst()
            .orElseThrow();
    return new Tuning.Judgement(
        result.schedulers().get(0).estimate(request.metric()),
        result.schedulers().get(1).estimate(request.metric()),
        difference);
  }

  private PartRuns part(TimeSplit split, TuningRequest.Span span) {
    List<String> changes;
    ScenarioRuns runs;
    try {
      changes = split.overrides(span.from(), span.to());
      runs = ScenarioRuns.open(load(changes));
    } catch (BadInputException e) {
      String name = request.file().toString();
      throw new BadInputException(
          e.issues().stream().map(issue -> issue.withScenarioFile(name)).toList());
    }
    int replications = Math.min(request.replications(), runs.differentReplications());
    return new PartRuns(runs, new Tuning.Part(span.from(), span.to(), replications, changes));
  }

  private Scenario load(List<String> changes) {
    List<String> overrides = new ArrayList<>(request.overrides());
    // Nobody looks at single attempts here.
    overrides.add("run.keep_attempts=false");
    overrides.addAll(changes);
    return ScenarioLoader.load(request.file(), overrides).orThrow();
  }

  private BadInputException nothingToTune(SchedulerParts parts) {
    boolean given = parts.parts().stream().anyMatch(part -> !part.given().isEmpty());
    return new BadInputException(
        new Issue(
            "--scheduler",
            0,
            "",
            request.scheduler(),
            given
                ? "The name gives a value to every parameter of this scheduler."
                : "This scheduler has no parameters.",
            given
                ? "Maybe leave out those to be tuned."
                : "Maybe las or srsf+wait; edgetwin schedulers lists parameters."));
  }

  private BadInputException stoppedTooEarly() {
    return new BadInputException(
        new Issue(
            request.file().toString(),
            0,
            "",
            "",
            "The tuning was stopped before the default had met one replication.",
            "Maybe a shorter training part."));
  }
}
