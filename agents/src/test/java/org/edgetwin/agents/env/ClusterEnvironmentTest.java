package org.edgetwin.agents.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.edgetwin.agents.pair.UnequalCluster;
import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterEnvironmentTest {
  private static final Percentage ROUNDING = Percentage.withPercentage(1e-7);

  private static ClusterEnvironment environment(String scheduler) {
    return new ClusterEnvironment(
        UnequalCluster.run(7),
        vc -> SchedulerCatalog.standard().create(scheduler, new Streams(7, 1), 1).get(vc));
  }

  private static RewardTerms play(ClusterEnvironment environment) {
    RewardTerms sum = RewardTerms.ZERO;
    while (!environment.isOver()) {
      Scheduler scheduler = environment.listener();
      sum = sum.plus(environment.step(scheduler.decide(environment.view())));
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(strings = {"fifo", "sjf(durations=noisy)+wait", "srsf(durations=noisy)+wait", "las"})
  void theRewardIsMinusTheSumOfCompletionTimes(String scheduler) {
    ClusterEnvironment environment = environment(scheduler);

    RewardTerms terms = play(environment);

    List<JobRecord> jobs = environment.cluster().result().jobs();
    double sum = jobs.stream().mapToDouble(JobRecord::jctSeconds).sum();
    assertThat(Reward.JOB_SECONDS.of(terms)).isCloseTo(-sum, ROUNDING);
    assertThat(environment.isTruncated()).isFalse();
  }

  @Test
  void squaredWaitsAndFeesAddUp() {
    ClusterEnvironment environment = environment("fifo");

    RewardTerms terms = play(environment);

    double squares = 0;
    double gpuSeconds = 0;
    for (JobRecord job : environment.cluster().result().jobs()) {
      double wait = job.firstStartTime() - job.submitTime();
      squares += wait * wait / 2;
      gpuSeconds += job.gpus() * (job.jctSeconds() - wait);
    }
    assertThat(terms.squaredWait()).isCloseTo(squares, ROUNDING);
    double price = environment.cluster().observe(0).group(0).priceUsdPerGpuHour();
    assertThat(terms.feeUsd()).isCloseTo(gpuSeconds * price / 3600, ROUNDING);
  }

  @Test
  void theEnvironmentPlaysWhatTheSchedulerWouldAndAForkDoesToo() {
    PreparedRun run = UnequalCluster.run(7);
    List<JobRecord> expected = run.simulation().run().result().jobs();
    ClusterEnvironment environment =
        new ClusterEnvironment(run, vc -> run.schedulers().get(vc).copy());
    for (int i = 0; i < 100; i++) {
      environment.step(environment.listener().decide(environment.view()));
    }
    ClusterEnvironment fork = environment.fork();

    play(environment);
    play(fork);

    assertThat(environment.cluster().result().jobs()).isEqualTo(expected);
    assertThat(fork.cluster().result().jobs()).isEqualTo(expected);
    assertThatThrownBy(() -> environment.step(Decision.NONE))
        .isInstanceOf(IllegalStateException.class);
  }
}
