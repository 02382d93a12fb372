package org.edgetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replicas of services, which never end by themselves, beside jobs. */
class LearnedOnServicesTest {
  private static final String SERVING = Invocation.SCENARIOS.resolve("llm-serving.yaml").toString();
  private static final String ESTIMATES = "--set=jobs[0].estimate_sigma=0.7";

  @TempDir private Path folder;

  /** Of 29 jobs; networks that took work without end for a number left 15 in an idle cluster. */
  @ParameterizedTest
  @ValueSource(strings = {"dual-agent", "tuned-wait"})
  void jobsAreNotLeftWaitingBesideServices(String scheduler) {
    Invocation run =
        Invocation.of(
            "run",
            SERVING,
            ESTIMATES,
            "--scheduler",
            scheduler,
            "--out",
            folder.resolve("run").toString(),
            "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.json().at("/metrics/jobs_unfinished/mean").asDouble(99)).isLessThan(4);
  }

  /** Jobs are counted without replicas, wherever a reader meets them. */
  @Test
  void theJobThatWasAskedForIsExplained() {
    Invocation explain = Invocation.of("explain", SERVING, "--scheduler=fifo", "--job=training/2");

    assertThat(explain.exitCode()).isZero();
    assertThat(explain.out())
        .contains("training/2, 2 GPUs", "Submitted at 3 min 41 s")
        .containsPattern("1\\. At [3-9] min .*: started with 2 x ");
  }
}
