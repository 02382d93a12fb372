package org.edgetwin.cli.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.edgetwin.cli.simulate.SchedulerCheck;
import org.edgetwin.cli.terminal.RunProgress;
import org.edgetwin.reports.learning.Evaluation;
import org.edgetwin.scenarios.LoadResult;
import org.edgetwin.scenarios.ScenarioLoader;
import org.edgetwin.scenarios.ScenarioRuns;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.issue.Issues;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.sim.experiment.Cancellation;
import org.edgetwin.sim.experiment.Experiment;
import org.edgetwin.sim.experiment.ExperimentPlan;
import org.edgetwin.sim.experiment.ExperimentResult;
import org.edgetwin.sim.experiment.RunControl;
import org.edgetwin.sim.experiment.ThreadExecutor;
import org.edgetwin.sim.metrics.Metric;

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
    requireDifferent();
    WindowRuns windows = new WindowRuns();
    List<String> variants = request.variants().isEmpty() ? List.of("") : request.variants();
    String name = "";
    boolean complete = true;
    for (String variant : variants) {
      progress.stage("reading " + request.scenario() + (variant.isEmpty() ? "" : " " + variant));
      Scenario scenario = scenario(variant);
      name = scenario.name();
      check(new SchedulerCheck(request.scenario(), scenario));
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
    unfinished(windows).ifPresent(notes::add);
    progress.stage("resampling");
    return new Judgement(
        new EvaluationFigures(request, policySchedulers(), windows).evaluation(name, notes),
        complete);
  }

  private void check(SchedulerCheck check) {
    check.check("POLICY", policySchedulers());
    check.check("--baselines", request.baselines());
    check.check("--floor", List.of(request.floor()));
    if (!request.clairvoyant().isEmpty()) {
      check.check("--clairvoyant", List.of(request.clairvoyant()));
    }
  }

  /** A policy that meets itself, or a baseline twice, says nothing and is a slip. */
  private void requireDifferent() {
    Issues issues = new Issues();
    Set<String> seen = new HashSet<>();
    for (PolicyName policy : request.policies()) {
      requireNew("POLICY", policy, seen, issues);
    }
    for (String baseline : request.baselines()) {
      requireNew("--baselines", PolicyName.ofScheduler(baseline), seen, issues);
    }
    issues.throwIfAny();
  }

  private static void requireNew(String option, PolicyName name, Set<String> seen, Issues issues) {
    if (!seen.add(name.absolute().toString())) {
      issues.add(
          new Issue(
              option,
              0,
              "",
              name.toString(),
              "This scheduler is named twice.",
              "Maybe another one."));
    }
  }

  /** Means are of jobs that ended: who leaves jobs undone looks better than it is. */
  private Optional<String> unfinished(WindowRuns windows) {
    List<String> names = schedulers();
    double[] means = windows.means(names, Metric.JOBS_UNFINISHED);
    if (Arrays.stream(means).allMatch(mean -> mean == 0)) {
      return Optional.empty();
    }
    return Optional.of(
        "Completion times are of jobs that ended. Left undone, jobs per window: "
            + IntStream.range(0, means.length)
                .mapToObj(i -> String.format(Locale.ROOT, "%s %.1f", names.get(i), means[i]))
                .collect(Collectors.joining(", "))
            + ".");
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
    if (variant.isEmpty()) {
      return ScenarioLoader.load(request.scenario(), overrides).orThrow();
    }
    List<String> all = new ArrayList<>(overrides);
    all.add(variant);
    LoadResult result = ScenarioLoader.load(request.scenario(), all);
    // What is wrong without the variant, too, is not the variant's.
    boolean ofVariant =
        !result.isValid() && ScenarioLoader.load(request.scenario(), overrides).isValid();
    return ofVariant ? result.orThrow("--variant") : result.orThrow();
  }

  /** What is left of the equals sign is the same for all. */
  private static String stratum(String variant) {
    return variant.isEmpty() ? "all" : variant.substring(variant.indexOf('=') + 1);
  }

  private List<String> policySchedulers() {
    return request.policies().stream().map(PolicyName::toString).toList();
  }

  private List<String> schedulers() {
    Set<String> names = new LinkedHashSet<>(policySchedulers());
    names.addAll(request.baselines());
    names.add(request.floor());
    if (!request.clairvoyant().isEmpty()) {
      names.add(request.clairvoyant());
    }
    return List.copyOf(names);
  }
}
