package org.edgetwin.sim.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs schedulers on the same replications of one scenario and says which is better and how sure
 * that is. See {@code docs/statistics.md}.
 */
public final class Experiment {
  private final RunFactory factory;
  private final RunExecutor executor;

  public Experiment(RunFactory factory, RunExecutor executor) {
    this.factory = factory;
    this.executor = executor;
  }

  /**
   * Executes a plan.
   *
   * @return what was found; if it was cancelled, what the runs that had ended say
   * @throws IllegalArgumentException if more replications are asked for than differ
   */
  public ExperimentResult run(ExperimentPlan plan, RunControl control) {
    requireReplicable(plan.replications());
    return evaluate(plan, executor.execute(factory, requests(plan, 1), control));
  }

  /**
   * Executes a plan, and then as many more replications as the precision takes.
   *
   * @return what was found; its plan says with how many replications
   */
  public ExperimentResult runUntil(Precision precision, ExperimentPlan plan, RunControl control) {
    requireReplicable(precision.maximum());
    ExperimentPlan current = plan;
    List<RunOutcome> outcomes =
        new ArrayList<>(executor.execute(factory, requests(current, 1), control));
    ExperimentResult result = evaluate(current, outcomes);
    int next = precision.next(result);
    while (result.complete() && next > current.replications()) {
      int first = current.replications() + 1;
      current = current.withReplications(next);
      outcomes.addAll(executor.execute(factory, requests(current, first), control));
      result = evaluate(current, outcomes);
      next = precision.next(result);
    }
    return result;
  }

  private void requireReplicable(int replications) {
    if (replications > 1 && !factory.replicable()) {
      throw new IllegalArgumentException(
          "Scenario "
              + factory.scenario()
              + " has one replication only: "
              + factory.replicationMethod()
              + " Maybe --replications 1.");
    }
  }

  /** All schedulers of one replication before the next one: a stopped experiment stays paired. */
  private static List<RunRequest> requests(ExperimentPlan plan, int firstReplication) {
    List<RunRequest> requests = new ArrayList<>();
    for (int replication = firstReplication; replication <= plan.replications(); replication++) {
      for (String scheduler : plan.schedulers()) {
        requests.add(new RunRequest(new RunKey(scheduler, replication), replication == 1, true));
      }
    }
    return requests;
  }

  private ExperimentResult evaluate(ExperimentPlan plan, List<RunOutcome> outcomes) {
    Inference inference =
        switch (plan.method()) {
          case STUDENT_T -> new StudentInference();
          case BOOTSTRAP_PERCENTILE -> new BootstrapInference(factory.seed());
        };
    Estimator estimator = new Estimator(inference, whySingle(plan));
    List<SchedulerResult> results = new ArrayList<>();
    for (String scheduler : plan.schedulers()) {
      List<RunOutcome> runs =
          outcomes.stream().filter(run -> run.key().scheduler().equals(scheduler)).toList();
      results.add(
          new SchedulerResult(
              scheduler,
              factory.knowledge(scheduler),
              estimator.estimates(runs),
              estimator.services(runs),
              runs));
    }
    int asked = plan.schedulers().size() * plan.replications();
    return new ExperimentResult(
        factory.scenario(),
        factory.seed(),
        plan,
        factory.replicationMethod(),
        results,
        new PairedComparison(inference, plan.headlines()).compare(results),
        MeanBounds.of(outcomes),
        outcomes.stream().filter(RunOutcome::complete).count() == asked);
  }

  private String whySingle(ExperimentPlan plan) {
    if (plan.replications() > 1) {
      return "Defined in one replication only: a single value says nothing about its spread.";
    }
    return "One replication: a single value says nothing about its spread."
        + (factory.replicable() ? " Maybe more replications." : "");
  }
}
