package org.edgetwin.cli.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.cli.simulate.SchedulerCheck;
import org.edgetwin.cli.terminal.RunProgress;
import org.edgetwin.reports.learning.Evaluation;
import org.edgetwin.scenarios.ScenarioLoader;
import org.edgetwin.scenarios.ScenarioRuns;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.sim.experiment.Cancellation;
import org.edgetwin.sim.experiment.Experiment;
import org.edgetwin.sim.experiment.ExperimentPlan;
import org.edgetwin.sim.experiment.ExperimentResult;
import org.edgetwin.sim.experiment.RunControl;
import org.edgetwin.sim.experiment.ThreadExecutor;

/** Runs a policy and its rivals on the same windows. */
public final class EvaluationWork {
  private final EvaluationRequest request;

  public EvaluationWork(EvaluationRequest request) {
    this.request = request;
  }

  /**
   * What was found.
   *
   * @param complete whether all windows were met; if not, it is what those say that were
   */
  public record Judgement(Evaluation evaluation, boolean complete) {}

  /**
   * Runs them.
   *
   * @throws BadInputException if anything is wrong with what the user wrote, or it was cancelled
   *     before two windows were met
   */
  public Judgement execute(int threads, RunProgress progress, Cancellation cancellation) {
    WindowRuns windows = new WindowRuns();
    List<String> variants = request.variants().isEmpty() ? List.of("") : request.variants();
    String name = "";
    boolean complete = true;
    for (String variant : variants) {
      progress.stage("reading " + request.scenario() + (variant.isEmpty() ? "" : " " + variant));
      Scenario scenario = scenario(variant);
      name = scenario.name();
      new SchedulerCheck(request.scenario(), scenario).check(schedulers(), true);
      ScenarioRuns runs = ScenarioRuns.open(scenario);
      ExperimentResult result =
          new Experiment(runs, new ThreadExecutor(threads))
              .run(
                  ExperimentPlan.of(schedulers(), request.replications()),
                  new RunControl(progress, cancellation));
      windows.add(stratum(variant), result);
      complete = result.complete();
      if (!complete) {
        break;
      }
    }
    List<String> notes = new ArrayList<>();
    if (!complete) {
      int asked = variants.size() * request.replications();
      requireTwo(windows.count());
      notes.add("Stopped before its end: %d of %d windows.".formatted(windows.count(), asked));
    }
    progress.stage("resampling");
    return new Judgement(
        new EvaluationFigures(request, policySchedulers(), windows).evaluation(name, notes),
        complete);
  }

  private void requireTwo(int windows) {
    if (windows < 2) {
      throw new BadInputException(
          new Issue(
              request.scenario().toString(),
              0,
              "",
              "",
              "The evaluation was stopped before all schedulers had met two windows.",
              "Maybe fewer --replications or --baselines."));
    }
  }

  private Scenario scenario(String variant) {
    List<String> overrides = new ArrayList<>(request.overrides());
    // Nobody looks at single attempts here.
    overrides.add("run.keep_attempts=false");
    if (!variant.isEmpty()) {
      overrides.add(variant);
    }
    return ScenarioLoader.load(request.scenario(), overrides).orThrow();
  }

  /** What is left of the equals sign is the same for all. */
  private static String stratum(String variant) {
    return variant.isEmpty() ? "all" : variant.substring(variant.indexOf('=') + 1);
  }

  private List<String> policySchedulers() {
    return request.policies().stream().map(PolicyName::toString).toList();
  }

  private List<String> schedulers() {
    List<String> names = new ArrayList<>(policySchedulers());
    names.addAll(request.baselines());
    if (!request.baselines().contains(request.floor())) {
      names.add(request.floor());
    }
    if (!request.clairvoyant().isEmpty()) {
      names.add(request.clairvoyant());
    }
    return names;
  }
}
