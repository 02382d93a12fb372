package org.edgetwin.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.edgetwin.reports.sample.EdgeCases;
import org.edgetwin.reports.sample.SampleReport;
import org.edgetwin.reports.sample.SampleShape;
import org.junit.jupiter.api.Test;

class AnswerTest {
  @Test
  void oneSchedulerSaysWhatHappened() {
    assertThat(new Answer(SampleReport.run(SampleShape.small())).sentence())
        .startsWith("fifo on 16 GPUs finished all 30 jobs, on average ")
        .endsWith("61.3 % of the GPU time.");
  }

  @Test
  void bestSchedulerIsNamedWithItsIntervalAndHowSureThatIs() {
    assertThat(
            new Answer(SampleReport.comparison(SampleShape.small(), SampleReport.FIVE, 10))
                .sentence())
        .startsWith("Of 5 schedulers, srtf+consolidate has the lowest mean completion time: ")
        .contains("(95 %: ")
        .contains("better than");
  }

  @Test
  void oneReplicationIsNoVerdict() {
    assertThat(new Answer(EdgeCases.all().get("one-replication")).sentence())
        .contains("not a verdict");
  }
}
