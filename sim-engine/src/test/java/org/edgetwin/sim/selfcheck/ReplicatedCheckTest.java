package org.edgetwin.sim.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicatedCheckTest {
  private static Observation uniform(Streams streams, Mode mode) {
    return Observation.of(streams.stream("u").nextDouble() + 0.5);
  }

  private static CheckResult run(double expected, double maxHalfWidthPercent, Mode mode) {
    Target target = new Target("mean", Relation.EQUAL, expected, maxHalfWidthPercent, 0);
    return new ReplicatedCheck("uniform", target, ReplicatedCheckTest::uniform)
        .run("row", mode, 1)
        .get(0);
  }

  @Test
  void addsReplicationsUntilTheIntervalIsNarrow() {
    CheckResult result = run(1, 6, Mode.FULL);

    assertThat(result.passed()).isTrue();
    assertThat(result.halfWidthPercent()).isBetween(3.0, 6.0);
  }

  @Test
  void failsIfTheIntervalStaysWide() {
    assertThat(run(1, 0.1, Mode.FULL).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(run(1, 0.1, Mode.QUICK).verdict()).isEqualTo(Verdict.PASS);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.9, 1.1})
  void failsTwiceIfTheExpectationIsWrong(double expected) {
    CheckResult result = run(expected, 4, Mode.FULL);

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.repeated()).isTrue();
  }

  /** The engine itself, asked for a mean response that is 10 % off. */
  @Test
  void engineFailsAgainstAWrongExpectation() {
    Experiment experiment =
        (streams, mode) -> {
          OpenWorkload workload =
              SingleServerRows.run(
                  ServiceLaw.EXPONENTIAL,
                  SingleServerRows.Discipline.PS,
                  0.5,
                  50_000,
                  streams,
                  mode);
          double response = workload.tally().meanResponse();
          return new Observation(
              new double[] {response, response}, workload.controls().momentsAndWork());
        };
    List<Target> targets =
        List.of(
            new Target("right", Relation.EQUAL, 2, 100, 0),
            new Target("wrong", Relation.EQUAL, 2.2, 100, 0));

    List<CheckResult> results =
        new ReplicatedCheck("M/M/1", targets, experiment).run("row", Mode.QUICK, 1);

    assertThat(results)
        .extracting(CheckResult::cell, CheckResult::verdict)
        .containsExactly(tuple("right", Verdict.PASS), tuple("wrong", Verdict.FAIL));
  }
}
