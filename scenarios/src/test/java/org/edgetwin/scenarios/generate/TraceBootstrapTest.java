package org.edgetwin.scenarios.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.edgetwin.scenarios.TestScenarios;
import org.edgetwin.scenarios.model.TraceSource;
import org.edgetwin.scenarios.trace.Trace;
import org.edgetwin.scenarios.trace.TraceJob;
import org.edgetwin.scenarios.trace.TraceLibrary;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;

class TraceBootstrapTest {
  private static final double DAY = 86_400;
  private static final Trace PHILLY =
      new TraceLibrary(TestScenarios.names()).get(TraceSource.ofBuiltin("philly"));
  private static final TraceBootstrap BOOTSTRAP = new TraceBootstrap(PHILLY);

  @Test
  void replicationOneIsTheTraceItself() {
    assertThat(BOOTSTRAP.resample("philly", new Streams(1, 1))).isSameAs(PHILLY.jobs());
  }

  @Test
  void everyDayIsADayOfTheSameWeekdayAndVirtualCluster() {
    Map<String, TraceJob> originals =
        PHILLY.jobs().stream().collect(Collectors.toMap(TraceJob::name, job -> job));
    List<TraceJob> drawn = BOOTSTRAP.resample("philly", new Streams(1, 2));
    // Time starts again at the first job drawn, so clocks differ by the same part of a day for all.
    double rebase = Double.NaN;
    Map<String, Integer> sourceDayByBlock = new HashMap<>();
    for (TraceJob job : drawn) {
      String[] nameAndDay = job.name().split("@", 2);
      TraceJob original = originals.get(nameAndDay[0]);
      assertThat(job.virtualCluster()).isEqualTo(original.virtualCluster());
      assertThat(job.gpus()).isEqualTo(original.gpus());
      assertThat(job.durationSeconds()).isEqualTo(original.durationSeconds());
      int sourceDay = day(original.submitTime());
      int day = Integer.parseInt(nameAndDay[1]);
      assertThat((day - sourceDay) % 7).isZero();
      // One source for each block: virtual cluster and day.
      String block = job.virtualCluster() + "@" + day;
      assertThat(sourceDayByBlock.merge(block, sourceDay, (a, b) -> a)).isEqualTo(sourceDay);
      double shift = original.submitTime() + (day - sourceDay) * DAY - job.submitTime();
      rebase = Double.isNaN(rebase) ? shift : rebase;
      assertThat(shift).isEqualTo(rebase);
    }
    assertThat(drawn.get(0).submitTime()).isZero();
  }

  @Test
  void wholeBlocksAreTaken() {
    Map<String, Long> originalSizes =
        PHILLY.jobs().stream()
            .collect(
                Collectors.groupingBy(
                    job -> job.virtualCluster() + "@" + day(job.submitTime()),
                    Collectors.counting()));
    Map<String, Long> drawnSizes = new HashMap<>();
    Map<String, String> sources = new HashMap<>();
    Map<String, TraceJob> originals =
        PHILLY.jobs().stream().collect(Collectors.toMap(TraceJob::name, job -> job));
    for (TraceJob job : BOOTSTRAP.resample("philly", new Streams(3, 5))) {
      String[] nameAndDay = job.name().split("@", 2);
      String block = job.virtualCluster() + "@" + nameAndDay[1];
      drawnSizes.merge(block, 1L, Long::sum);
      sources.put(
          block, job.virtualCluster() + "@" + day(originals.get(nameAndDay[0]).submitTime()));
    }
    drawnSizes.forEach(
        (block, size) -> assertThat(size).isEqualTo(originalSizes.get(sources.get(block))));
  }

  @Test
  void jobsAreSortedAndAboutAsMany() {
    for (int replication = 2; replication <= 6; replication++) {
      List<TraceJob> drawn = BOOTSTRAP.resample("philly", new Streams(1, replication));
      assertThat(drawn).extracting(TraceJob::submitTime).isSorted();
      assertThat(drawn.size()).isBetween(45_000, 85_000);
    }
  }

  @Test
  void sameSeedSameJobsOtherReplicationOtherJobs() {
    List<TraceJob> once = BOOTSTRAP.resample("philly", new Streams(1, 2));
    assertThat(BOOTSTRAP.resample("philly", new Streams(1, 2))).isEqualTo(once);
    assertThat(BOOTSTRAP.resample("philly", new Streams(1, 3))).isNotEqualTo(once);
    assertThat(BOOTSTRAP.resample("philly", new Streams(2, 2))).isNotEqualTo(once);
  }

  private static int day(double submitTime) {
    double sinceMidnight = PHILLY.originSeconds() % DAY;
    return (int) Math.floor((sinceMidnight + submitTime) / DAY);
  }
}
