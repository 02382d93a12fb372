package org.edgetwin.sim.experiment;

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
    throw new UnsupportedOperationException(factory.scenario() + executor + plan + control);
  }
}
