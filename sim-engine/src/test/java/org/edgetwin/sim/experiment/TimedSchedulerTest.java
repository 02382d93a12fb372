package org.edgetwin.sim.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.scheduling.Scheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimedSchedulerTest {
  @Test
  void passesOnEveryMethodAlsoThoseWithADefault() throws NoSuchMethodException {
    for (Method method : Scheduler.class.getMethods()) {
      assertThat(
              TimedScheduler.class
                  .getMethod(method.getName(), method.getParameterTypes())
                  .getDeclaringClass())
          .as(method.getName())
          .isEqualTo(TimedScheduler.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"las", "easy", "random+random"})
  void decidesAsWithout(String name) {
    PreparedRun prepared = new PoissonScenario(500).create(name, 1);
    DecisionTimer timer = new DecisionTimer();
    Simulation timed = prepared.simulation(copy -> new TimedScheduler(copy, timer));
    // A copy half way must time and decide on.
    Simulation forked = timed.runUntil(5000).fork();

    assertThat(forked.run().result().jobs()).isEqualTo(prepared.simulation().run().result().jobs());
    assertThat(timer.p99Microseconds()).isPositive();
  }

  @Test
  void timesEveryEighthDecision() {
    DecisionTimer timer = new DecisionTimer();
    int sampled = 0;
    for (int i = 0; i < 80; i++) {
      sampled += timer.countsAsSampled() ? 1 : 0;
    }

    assertThat(sampled).isEqualTo(10);
    assertThat(timer.p99Microseconds()).isNaN();
  }

  @Test
  void reportsMicrosecondsToThreeDigits() {
    DecisionTimer timer = new DecisionTimer();
    for (int nanos = 1000; nanos <= 100_000; nanos += 1000) {
      timer.record(nanos);
    }

    assertThat(timer.p99Microseconds()).isBetween(99.0, 99.1);
  }
}
