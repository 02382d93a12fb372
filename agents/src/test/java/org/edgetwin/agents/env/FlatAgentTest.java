package org.edgetwin.agents.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.data.Percentage;
import org.edgetwin.agents.file.DensePolicyFile;
import org.edgetwin.agents.flat.FlatEnvironment;
import org.edgetwin.agents.flat.FlatLayout;
import org.edgetwin.agents.flat.RandomPolicies;
import org.edgetwin.agents.gp.MachineKnowledge;
import org.edgetwin.agents.net.DensePolicy;
import org.edgetwin.agents.pair.LinearRule;
import org.edgetwin.agents.pair.PairChooser;
import org.edgetwin.agents.pair.PairScheduler;
import org.edgetwin.agents.pair.UnequalCluster;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.policies.LearnedOutlook;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scheduler {@code flat-agent} beside the environment in which its policy learns. */
class FlatAgentTest {
  private static final int JOBS = 120;
  private static final FlatLayout LAYOUT =
      new FlatLayout(5, 3, LinearRule.shortestService(0.5), true);

  @TempDir private Path folder;
  private Path file;
  private DensePolicy policy;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("policy.json");
    policy = RandomPolicies.of(LAYOUT, 11);
    new DensePolicyFile("unequal", Optional.of(LAYOUT), policy).write(file);
  }

  private static Simulation simulation(String scheduler, long seed) {
    PreparedRun run = UnequalCluster.run(seed, JOBS, Double.POSITIVE_INFINITY);
    return new Simulation(
        run.config(),
        run.workload().copy(),
        SchedulerCatalog.standard().create(scheduler, new Streams(seed, 1), 1));
  }

  private static TwoAgentEnvironment environment(boolean preemptive) {
    return new TwoAgentEnvironment(
        new Episodes(List.of(new UnequalEpisodes(JOBS, Double.POSITIVE_INFINITY, false)), 1000),
        vc ->
            new PairScheduler(
                new PairScheduler.Setting(LAYOUT.rule(), DurationKnowledge.NOISY, preemptive),
                new LearnedOutlook(MachineKnowledge.RWGP.factory(), 0),
                PairChooser.RULE),
        Reward.JOB_SECONDS);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "3, 1", "3, 0"})
  void schedulesJobByJobAsItPlaysInTheEnvironment(long episode, int preempt) {
    TwoAgentEnvironment sets = environment(preempt == 1);
    FlatView flat = new FlatView(sets, LAYOUT);
    Set<Integer> taken = new HashSet<>();
    float[] observation = flat.reset(episode);
    double reward = 0;
    FlatEnvironment.Transition last;
    do {
      int action = policy.choose(observation, flat.actionMask());
      taken.add(action);
      last = flat.step(action);
      observation = last.observation();
      reward += last.reward();
    } while (!last.terminated());

    List<JobRecord> jobs =
        simulation("flat-agent(preempt=" + preempt + ")@" + file, episode + 1)
            .run()
            .result()
            .jobs();
    assertThat(jobs).isEqualTo(sets.cluster().cluster().result().jobs()).hasSize(JOBS);
    assertThat(-reward)
        .isCloseTo(
            jobs.stream().mapToDouble(JobRecord::jctSeconds).sum(),
            Percentage.withPercentage(1e-7));
    assertThat(taken).as("the policy is not trivial").hasSizeGreaterThan(4);
  }

  @Test
  void aForkContinuesLikeTheOriginal() {
    Simulation one = simulation("flat-agent@" + file, 5);
    one.runUntil(3000);
    Simulation fork = one.fork();
    assertThat(fork.run().result().jobs()).isEqualTo(one.run().result().jobs());
  }

  @Test
  void refusesWhatWasTrainedOnSomethingElse() throws IOException {
    new DensePolicyFile("two-queues", Optional.empty(), policy).write(file);
    assertThatThrownBy(() -> simulation("flat-agent@" + file, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(file.toString(), "\"two-queues\"", "Maybe");
    assertThatThrownBy(() -> simulation("flat-agent", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The scheduler flat-agent needs a file."
                + " Maybe flat-agent@runs/dqn/policy.json, after agents/rl4j/train.");
  }

  @Test
  void refusesAPolicyOfAnotherSize() throws IOException {
    FlatLayout wider = new FlatLayout(6, 3, LAYOUT.rule(), true);
    new DensePolicyFile("unequal", Optional.of(wider), policy).write(file);
    assertThatThrownBy(() -> simulation("flat-agent@" + file, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            file.toString(),
            "takes " + LAYOUT.observationSize() + " numbers",
            "with 6 job slots and 3 node slots there are " + wider.observationSize());
  }
}
