package org.edgetwin.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.workload.ReferenceWorkload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueueProgramsTest {
  static Stream<QueueProgram> programs() {
    return Stream.of(
        new EngineQueue("fifo+first-fit"),
        new EngineQueue("fifo-fit-first+consolidate"),
        new BareHeapQueue(),
        new SsjQueue());
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyProgramGivesTheExactAnswers(QueueProgram program) {
    // One prefix of each of the two files.
    for (ReferenceWorkload.Answer exact : ReferenceWorkload.EXACT.subList(1, 3)) {
      List<JobSpec> jobs = ReferenceWorkload.w1(exact.jobs());
      QueueProgram.Answer answer = program.serve(jobs, ReferenceWorkload.SERVERS).get();

      assertThat(
              answer.agreesWith(
                  new QueueProgram.Answer(exact.meanResponseSeconds(), exact.makespanSeconds())))
          .as("%s on %d jobs: %s", program.title(), exact.jobs(), answer)
          .isTrue();
    }
  }
}
