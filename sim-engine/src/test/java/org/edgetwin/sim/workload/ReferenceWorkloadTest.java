package org.edgetwin.sim.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.PriorityQueue;
import java.util.zip.CRC32;
import org.edgetwin.sim.job.JobSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ReferenceWorkloadTest {
  /** CRC-32 of the lines {@code arrival_ms,service_ms} that CPython 3.11 writes. */
  @ParameterizedTest
  @CsvSource({"20000,1409303916", "100000,1902967664"})
  void isTheWorkloadThatPythonWrites(int count, long checksum) {
    CRC32 crc = new CRC32();
    for (JobSpec job : ReferenceWorkload.w1(count)) {
      String line = millis(job.submitTime()) + "," + millis(job.workSeconds()) + "\n";
      crc.update(line.getBytes(StandardCharsets.US_ASCII));
    }

    assertThat(crc.getValue()).isEqualTo(checksum);
  }

  @ParameterizedTest
  @FieldSource("org.edgetwin.sim.workload.ReferenceWorkload#EXACT")
  void answersAreThoseOfTheRecursion(ReferenceWorkload.Answer answer) {
    assertThat(kieferWolfowitz(ReferenceWorkload.w1(answer.jobs()))).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "0,637.0318592,105616.780",
    "1,646.89028165,210941.878",
    "2,640.57937208,520803.592",
    "3,637.67682565,1041440.163"
  })
  void answersReadAsPublished(int index, double mean, double makespan) {
    ReferenceWorkload.Answer answer = ReferenceWorkload.EXACT.get(index);

    assertThat(answer.meanResponseSeconds()).isEqualTo(mean);
    assertThat(answer.makespanSeconds()).isEqualTo(makespan);
  }

  @Test
  void largerCountsContinueTheSecondFile() {
    assertThat(ReferenceWorkload.w1(100_500).subList(0, 100_000))
        .isEqualTo(ReferenceWorkload.w1(100_000));
    assertThat(ReferenceWorkload.w1(10)).isEqualTo(ReferenceWorkload.w1(20_000).subList(0, 10));
    assertThat(ReferenceWorkload.w1(0)).isEmpty();
  }

  /** A job starts when it has come and the first of the servers is free, in order of arrival. */
  private static ReferenceWorkload.Answer kieferWolfowitz(List<JobSpec> jobs) {
    PriorityQueue<Long> freeAt = new PriorityQueue<>();
    for (int server = 0; server < ReferenceWorkload.SERVERS; server++) {
      freeAt.add(0L);
    }
    long total = 0;
    long last = 0;
    for (JobSpec job : jobs) {
      long arrival = millis(job.submitTime());
      long end = Math.max(arrival, freeAt.remove()) + millis(job.workSeconds());
      freeAt.add(end);
      total += end - arrival;
      last = Math.max(last, end);
    }
    return new ReferenceWorkload.Answer(jobs.size(), total, last);
  }

  private static long millis(double seconds) {
    return Math.round(seconds * 1000);
  }
}
