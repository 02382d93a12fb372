package org.edgetwin.sim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.host.HostCapacity;
import org.edgetwin.gpu.host.HostDemand;
import org.edgetwin.gpu.host.HostResources;
import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.junit.jupiter.api.Test;

/** Jobs that share the CPUs, disk and power of their machine. */
class HostResourcesRunTest {
  private static HostResources reading(double diskGbs) {
    HostCapacity capacity = new HostCapacity(1000, 1000, 1, 1000, 1, 1);
    HostDemand demand = new HostDemand(0, 0, 0, diskGbs, 0);
    return new HostResources(capacity, Map.of(SmallCluster.CLASS.id(), demand));
  }

  @Test
  void twoJobsOnAMachineWithTooFewCoresHaveHalfOfThemEach() {
    List<JobRecord> jobs =
        new SmallCluster()
            .node(1, 4, 2000, Availability.ALWAYS)
            .with(new HostResources(HostCapacity.USUAL))
            .job(0, 2, 10)
            .job(0, 2, 40)
            .run("fifo")
            .jobs();
    assertThat(jobs.get(0).endTime()).isCloseTo(20, within(1e-9));
    assertThat(jobs.get(1).endTime()).isCloseTo(20 + 30, within(1e-9));
  }

  @Test
  void aFasterGpuReadsMoreAndFillsTheDisk() {
    SmallCluster slow = new SmallCluster().node(1, 2, 4000, Availability.ALWAYS);
    assertThat(slow.with(reading(0.4)).job(0, 1, 10).job(0, 1, 10).run("fifo").jobs())
        .allMatch(job -> job.endTime() == 10);
    SmallCluster fast = new SmallCluster().node(2, 2, 4000, Availability.ALWAYS);
    // Twice 0.8 GB/s of 1 GB/s: each keeps 1/1.6 of speed 2.
    assertThat(fast.with(reading(0.4)).job(0, 1, 10).job(0, 1, 10).run("fifo").jobs())
        .allSatisfy(job -> assertThat(job.endTime()).isCloseTo(10 / (2 / 1.6), within(1e-9)));
  }

  /** Two on one GPU run at half speed each, so they read half as much each. */
  @Test
  void whoSharesAGpuTakesLessOfTheMachine() {
    List<JobRecord> jobs =
        new SmallCluster()
            .node(1, 2, 4000, Availability.ALWAYS)
            .with(reading(0.6))
            .job(0, SmallCluster.demand(1, 500, 0), 10, Terms.NONE, Recovery.DEFAULT)
            .job(0, SmallCluster.demand(1, 500, 0), 10, Terms.NONE, Recovery.DEFAULT)
            .job(0, 1, 10)
            .run("fifo")
            .jobs();
    // 0.3 + 0.3 + 0.6 of 1 GB/s: rates rise together until 1/1.2 of each is reached.
    double kept = 1 / 1.2;
    assertThat(jobs.get(2).endTime()).isCloseTo(10 / kept, within(1e-9));
    double left = 10 - kept * 0.5 * jobs.get(2).endTime();
    assertThat(jobs.get(0).endTime()).isCloseTo(jobs.get(2).endTime() + left / 0.5, within(1e-9));
  }

  @Test
  void aForkContinuesLikeTheOriginal() {
    SmallCluster cluster =
        new SmallCluster()
            .node(1, 4, 2000, Availability.ALWAYS)
            .node(2, 4, 3000, Availability.ALWAYS)
            .with(new HostResources(HostCapacity.USUAL));
    for (int i = 0; i < 200; i++) {
      cluster.job(i, 1 + i % 4, 3 + i % 17);
    }
    Simulation original =
        cluster.under(SchedulerCatalog.standard().create("srtf+best-fit", new Streams(1, 1)));
    original.runUntil(101.5);
    Simulation fork = original.fork();
    assertThat(fork.run().result().jobs()).isEqualTo(original.run().result().jobs());
  }
}
