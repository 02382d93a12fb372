package org.edgetwin.gpu.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.assertj.core.data.Offset;
import org.edgetwin.gpu.MeasuredGpu;
import org.junit.jupiter.api.Test;

class SharingLawTest {
  private static final Offset<Double> EXACTLY = within(1e-12);
  private static final SharingMode SIDE_BY_SIDE = SharingMode.Concurrent.UNLIMITED;

  private static JobDemand untaxed(double... demands) {
    return JobDemand.of(demands, new double[demands.length]);
  }

  private static double[] kept(SharingMode mode, double memoryGb, JobDemand... jobs) {
    double[] kept = new double[jobs.length];
    new SharingLaw(jobs.length, jobs[0].resources()).kept(jobs, jobs.length, memoryGb, mode, kept);
    return kept;
  }

  @Test
  void oneResourceWithoutTaxIsTheLawOfSummedPressure() {
    for (double kept : kept(SIDE_BY_SIDE, 16, untaxed(0.5), untaxed(0.7), untaxed(0.8))) {
      assertThat(kept).isEqualTo(1 / 2.0, EXACTLY);
    }
    assertThat(kept(SIDE_BY_SIDE, 16, untaxed(0.5), untaxed(0.3))).containsExactly(1, 1);
  }

  @Test
  void theTaxCountsWhatOthersTakeOfWhatAJobIsSensitiveTo() {
    JobDemand self = JobDemand.of(new double[] {0.1, 0.2}, new double[] {2, 0.5});
    JobDemand other = untaxed(0.3, 0.4);
    assertThat(kept(SIDE_BY_SIDE, 16, self, other)[0]).isEqualTo(1 / (1.6 * 1.2), EXACTLY);
    assertThat(kept(SIDE_BY_SIDE, 16, self, other)[1]).isEqualTo(1);
    assertThat(kept(SIDE_BY_SIDE, 16, self, other, other)[0]).isEqualTo(1 / (2.2 * 1.4), EXACTLY);
  }

  @Test
  void aJobAloneKeepsEverythingInEveryModeButALimit() {
    JobDemand job = JobDemand.of(new double[] {0.8, 0.5}, new double[] {3, 3});
    assertThat(kept(SIDE_BY_SIDE, 16, job)).containsExactly(1);
    assertThat(kept(new SharingMode.TimeSliced(0.002, 0.0005), 16, job)).containsExactly(1);
    assertThat(kept(new SharingMode.Concurrent(0.4), 16, job)[0]).isEqualTo(0.5, EXACTLY);
  }

  @Test
  void turnsAreSharedByWeightAndSwitchingCosts() {
    JobDemand heavy = untaxed(1).weighing(3);
    assertThat(kept(new SharingMode.TimeSliced(0.002, 0), 16, heavy, untaxed(1)))
        .containsExactly(0.75, 0.25);
    assertThat(kept(new SharingMode.TimeSliced(0.002, 0.0005), 16, untaxed(1), untaxed(1)))
        .containsExactly(new double[] {0.4, 0.4}, EXACTLY);
  }

  @Test
  void slicesOfHardwareDoNotTouchOneAnother() {
    SharingMode mode =
        new SharingMode.Partitioned(
            List.of(new SharingMode.Slice(3 / 7.0, 0.5), new SharingMode.Slice(2 / 7.0, 0.25)));
    JobDemand light = JobDemand.of(new double[] {0.2, 0.1}, new double[] {9, 9});
    double[] kept = kept(mode, 40, untaxed(6 / 7.0, 0.1), light);
    assertThat(kept).containsExactly(new double[] {0.5, 1}, EXACTLY);
    assertThatThrownBy(() -> kept(mode, 40, light, light, light))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Maybe cut the GPU finer");
  }

  @Test
  void memoryIsAHardLimit() {
    JobDemand large = untaxed(0.1).needing(9);
    assertThat(kept(SIDE_BY_SIDE, 16, large, large)).containsExactly(0, 0);
    assertThat(kept(SIDE_BY_SIDE, 18, large, large)).containsExactly(1, 1);
    SharingMode halves =
        new SharingMode.Partitioned(
            List.of(new SharingMode.Slice(0.5, 0.5), new SharingMode.Slice(0.5, 0.5)));
    assertThat(kept(halves, 16, large, large.needing(8))).containsExactly(0, 1);
  }

  @Test
  void impossibleModesAndDemandsAreRefused() {
    assertThatThrownBy(() -> new SharingMode.Concurrent(50))
        .hasMessageContaining("Maybe it is in per cent");
    assertThatThrownBy(
            () ->
                new SharingMode.Partitioned(
                    List.of(new SharingMode.Slice(0.6, 0.5), new SharingMode.Slice(0.6, 0.5))))
        .hasMessageContaining("at most one GPU");
    assertThatThrownBy(() -> untaxed(1.2)).hasMessageContaining("1.2");
  }

  @Test
  void shippedDemandsSayWhatWasMeasuredOfAPair() {
    JobKind small = JobKind.of("resnet18-64", "ResNet-18", 64);
    JobKind language = JobKind.of("lm-20", "LM", 20);
    double[] kept =
        kept(
            SIDE_BY_SIDE,
            16,
            JobDemand.shipped(MeasuredGpu.P100, small).orElseThrow(),
            JobDemand.shipped(MeasuredGpu.P100, language).orElseThrow());
    assertThat(kept[0]).isEqualTo(0.78, within(0.03));
    assertThat(kept[1]).isEqualTo(0.37, within(0.03));
    assertThat(JobDemand.shipped(MeasuredGpu.P100, JobKind.of("own", "Own", 1))).isEmpty();
  }

  @Test
  void ratesOfACrowdAllocateNothing() {
    JobDemand job = JobDemand.of(new double[] {0.4, 0.5, 0.3}, new double[] {1, 1, 1});
    JobDemand[] jobs = {job, job, job, job};
    double[] kept = new double[4];
    SharingLaw law = new SharingLaw(4, 3);
    law.kept(jobs, 4, 16, SIDE_BY_SIDE, kept);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 10_000; i++) {
      law.kept(jobs, 4, 16, SIDE_BY_SIDE, kept);
    }
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
  }
}
