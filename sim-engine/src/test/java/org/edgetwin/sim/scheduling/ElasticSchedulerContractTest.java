package org.edgetwin.sim.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.metrics.RunResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every scheduler owes where half of the jobs are elastic, whether it changes gangs or not.
 */
class ElasticSchedulerContractTest {
  private static final int SCENES = 8;

  static Set<String> schedulers() {
    return SchedulerContractTest.schedulers();
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void keepsTheRules(String scheduler) {
    for (int seed = 0; seed < SCENES; seed++) {
      Scene scene = ElasticScenes.draw(seed);
      RunChecks checks =
          new RunChecks(
              scene, result(scheduler, seed, scene), SchedulerContractTest.mayShare(scheduler));
      try {
        checks.noGpuIsOversubscribed();
        checks.noHostIsOversubscribed();
        checks.noQuotaIsExceeded();
        checks.gangsAreWholeAndWhereTheyMayBe();
        checks.attemptsOfAJobFollowEachOther();
        checks.everyJobThatFitsTheIdleFleetHasEnded();
        checks.timeIsConserved();
        checks.overheadsAreExplained();
        checks.gpuSecondsOfElasticJobsAreThoseOfTheirGangs();
        checks.jobsInSystemIntegrateToTheTimesInSystem();
      } catch (AssertionError e) {
        throw new AssertionError(scheduler + ", scene " + seed + ": " + e.getMessage(), e);
      }
    }
  }

  private static RunResult result(String scheduler, int seed, Scene scene) {
    try {
      return scene.under(scheduler).run().result();
    } catch (RuntimeException e) {
      throw new AssertionError(scheduler + ", scene " + seed + ": " + e, e);
    }
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void aForkContinuesLikeTheOriginal(String scheduler) {
    for (int seed = 0; seed < 4; seed++) {
      Scene scene = ElasticScenes.draw(seed);
      Simulation simulation = scene.under(scheduler).runUntil(150 + 100 * seed);
      Simulation fork = simulation.fork();

      assertThat(SchedulerContractTest.print(fork.run().result()))
          .as("scene %d", seed)
          .isEqualTo(SchedulerContractTest.print(simulation.run().result()));
    }
  }
}
