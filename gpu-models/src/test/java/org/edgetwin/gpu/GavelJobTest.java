package org.edgetwin.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GavelJobTest {
  @Test
  void readsThePythonTupleOfATableKey() {
    assertThat(GavelJob.parse("('ResNet-50 (batch size 64)', 2)"))
        .contains(new GavelJob("ResNet-50 (batch size 64)", 2));
    assertThat(GavelJob.parse(" ('A3C',1) ")).contains(new GavelJob("A3C", 1));
  }

  @Test
  void keyReadsBack() {
    for (WorkloadClass workload : WorkloadCatalog.standard().all().subList(0, 26)) {
      GavelJob job = new GavelJob(workload.measuredAs(), 8);
      assertThat(GavelJob.parse(job.key())).contains(job);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "A3C", "('A3C')", "('A3C', x)", "('', 1)", "('A3C', 1) x"})
  void anythingElseIsNotAKey(String text) {
    assertThat(GavelJob.parse(text)).isEmpty();
  }
}
