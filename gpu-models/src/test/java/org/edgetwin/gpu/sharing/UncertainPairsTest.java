package org.edgetwin.gpu.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.WorkloadCatalog;
import org.edgetwin.gpu.WorkloadClass;
import org.junit.jupiter.api.Test;

class UncertainPairsTest {
  private static final GpuModel V100 = GpuCatalog.standard().require(GpuCatalog.REFERENCE_ID);
  private static final WorkloadCatalog CLASSES = WorkloadCatalog.standard();
  private static final WorkloadClass MINE = WorkloadCatalog.unknown("mine");
  private static final MeasuredPairs PAIRS = MeasuredPairs.standard();

  private static UncertainPairs world(long seed) {
    return new UncertainPairs(PAIRS, name -> new Random(seed ^ name.hashCode()).nextGaussian());
  }

  private static double beside(UncertainPairs world, WorkloadClass self, WorkloadClass... others) {
    return world.retained(self, V100, others, others.length);
  }

  @Test
  void whatWasMeasuredStays() {
    List<WorkloadClass> classes = CLASSES.all();
    for (WorkloadClass self : classes) {
      for (WorkloadClass other : classes) {
        double measured = PAIRS.measured(self, V100, other);
        if (!Double.isNaN(measured)) {
          assertThat(beside(world(1), self, other)).isEqualTo(measured);
        }
      }
    }
    assertThat(beside(world(1), MINE)).isEqualTo(1);
  }

  /** Two of an unknown class keep a half each; the error is that of pairs left out, on average. */
  @Test
  void errorsOfWorldsAreThoseOfTheLaw() {
    SummaryStatistics kept = new SummaryStatistics();
    SummaryStatistics error = new SummaryStatistics();
    for (int seed = 0; seed < 4000; seed++) {
      double value = beside(world(7919L * seed), MINE, MINE);
      kept.addValue(value);
      error.addValue(Math.abs(value - 0.5));
    }
    assertThat(kept.getMean()).isCloseTo(0.5, within(0.02));
    assertThat(error.getMean()).isCloseTo(0.158, within(0.01));
    assertThat(kept.getMin()).isEqualTo(0.125);
    assertThat(kept.getMax()).isLessThanOrEqualTo(1);
  }

  @Test
  void oneMoreJobNeverSpeedsAnotherUp() {
    List<WorkloadClass> classes = CLASSES.all();
    for (int seed = 0; seed < 200; seed++) {
      UncertainPairs world = world(104729L * seed);
      WorkloadClass first = classes.get(seed % 7);
      WorkloadClass second = WorkloadCatalog.unknown("other-" + seed);
      double alone = beside(world, MINE, first);
      double crowd = beside(world, MINE, first, second);
      assertThat(crowd).isLessThanOrEqualTo(alone).isEqualTo(beside(world, MINE, first, second));
    }
  }
}
