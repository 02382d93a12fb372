package org.edgetwin.agents.env;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.edgetwin.agents.pair.LinearRule;
import org.edgetwin.agents.pair.PairChooser;
import org.edgetwin.agents.pair.PairScheduler;
import org.edgetwin.agents.pair.UnequalCluster;
import org.edgetwin.sim.belief.StandardBeliefs;
import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.experiment.RunFactory;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.policies.LearnedOutlook;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.workload.ListWorkload;
import org.edgetwin.sim.workload.Workload;
import umontreal.ssj.rng.RandomStream;

/**
 * Replication r is the run of seed r on six unequal machines.
 *
 * @param jobs how many
 * @param endTime when a run is cut off, seconds
 * @param shared whether jobs of one GPU ask for half of it
 * @param change what becomes of the jobs of a run
 */
record UnequalEpisodes(
    int jobs, double endTime, boolean shared, UnaryOperator<List<JobSpec>> change)
    implements RunFactory {
  UnequalEpisodes(int jobs, double endTime, boolean shared) {
    this(jobs, endTime, shared, UnaryOperator.identity());
  }

  static TwoAgentEnvironment environment(int jobs, double endTime, boolean preemptive) {
    return environment(
        new UnequalEpisodes(jobs, endTime, false), preemptive, DurationKnowledge.NOISY);
  }

  static TwoAgentEnvironment environment(
      RunFactory factory, boolean preemptive, DurationKnowledge durations) {
    return new TwoAgentEnvironment(
        new Episodes(List.of(factory), 1000),
        vc ->
            new PairScheduler(
                new PairScheduler.Setting(LinearRule.shortestService(0.5), durations, preemptive),
                new LearnedOutlook(StandardBeliefs.SHRINKAGE, 0),
                PairChooser.RULE),
        Reward.JOB_SECONDS);
  }

  /** An action that the mask allows, each with equal chance. */
  static int anyLegal(AgentStep step, RandomStream stream) {
    return any(step.mask(), true, stream);
  }

  /** One that it does not allow; past the last one if it allows all. */
  static int anyIllegal(AgentStep step, RandomStream stream) {
    return any(step.mask(), false, stream);
  }

  private static int any(boolean[] mask, boolean wanted, RandomStream stream) {
    int[] actions = new int[mask.length];
    int count = 0;
    for (int i = 0; i < mask.length; i++) {
      if (mask[i] == wanted) {
        actions[count++] = i;
      }
    }
    return count == 0 ? mask.length : actions[stream.nextInt(0, count - 1)];
  }

  /** All steps of an episode with random legal actions, the first turn included. */
  static List<AgentStep> playRandomly(
      TwoAgentEnvironment environment, AgentStep from, RandomStream stream) {
    List<AgentStep> steps = new ArrayList<>(List.of(from));
    for (AgentStep step = from; !step.isOver(); ) {
      step = environment.step(anyLegal(step, stream));
      steps.add(step);
    }
    return steps;
  }

  @Override
  public String scenario() {
    return "unequal";
  }

  @Override
  public long seed() {
    return 0;
  }

  @Override
  public PreparedRun create(String scheduler, int replication) {
    PreparedRun run = UnequalCluster.run(replication, jobs, endTime, shared);
    List<JobSpec> specs = new ArrayList<>();
    for (Workload rest = run.workload(); rest.nextTime() < Double.POSITIVE_INFINITY; ) {
      specs.add(rest.next());
    }
    return new PreparedRun(
        run.config(),
        new ListWorkload(change.apply(specs)),
        run.schedulers(),
        run.economics(),
        run.warmUp(),
        run.expectedEndTime());
  }

  @Override
  public Knowledge knowledge(String scheduler) {
    return Knowledge.NONE;
  }

  @Override
  public boolean replicable() {
    return true;
  }

  @Override
  public String replicationMethod() {
    return "Another seed.";
  }
}
