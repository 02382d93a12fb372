package org.edgetwin.gpu.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.MeasuredGpu;
import org.edgetwin.gpu.Statistics;
import org.edgetwin.gpu.WorkloadCatalog;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.gpu.table.ShippedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts of the published pairs, and the law around them. */
class MeasuredPairsTest {
  private static final MeasuredPairs PAIRS = MeasuredPairs.standard();
  private static final GpuCatalog GPUS = GpuCatalog.standard();
  private static final List<WorkloadClass> MEASURED =
      WorkloadCatalog.standard().all().subList(0, 26);

  private record Pair(String gpu, double keptA, double keptB, boolean screened) {
    double sum() {
      return keptA + keptB;
    }

    boolean fits() {
      return keptA > 0;
    }
  }

  private static List<Pair> table(String gpu) {
    List<Pair> pairs = new ArrayList<>();
    ShippedTable.forEach(
        "gavel/pairs.csv",
        row -> {
          Pair pair =
              new Pair(
                  row.getField("gpu"),
                  ShippedTable.number(row, "kept_a"),
                  ShippedTable.number(row, "kept_b"),
                  row.getField("screened").equals("1"));
          if (pair.gpu.equals(gpu)) {
            pairs.add(pair);
            if (!row.getField("a").equals(row.getField("b"))) {
              pairs.add(pair);
            }
          }
        });
    return pairs;
  }

  private static WorkloadClass workload(String id) {
    return WorkloadCatalog.standard().find(id).orElseThrow();
  }

  private static double kept(String self, String gpu, String... others) {
    WorkloadClass[] otherClasses = new WorkloadClass[others.length];
    for (int i = 0; i < others.length; i++) {
      otherClasses[i] = workload(others[i]);
    }
    return PAIRS.retained(workload(self), GPUS.require(gpu), otherClasses, others.length);
  }

  @ParameterizedTest
  @CsvSource({
    "k80, 1.06, 0.82, 1.28, 87",
    "p100, 1.13, 0.92, 1.86, 20",
    "v100, 1.37, 0.35, 2.00, 40"
  })
  void sumOfPackedSpeedsIsAsPublished(
      String gpu, double median, double low, double high, int misfits) {
    List<Pair> pairs = table(gpu);
    double[] sums = pairs.stream().filter(Pair::fits).mapToDouble(Pair::sum).toArray();
    assertThat(pairs).hasSize(676);
    assertThat(pairs.stream().filter(pair -> !pair.fits())).hasSize(misfits);
    assertThat(Statistics.median(sums)).isCloseTo(median, within(0.005));
    assertThat(Statistics.min(sums)).isCloseTo(low, within(0.005));
    assertThat(Statistics.max(sums)).isCloseTo(high, within(0.006));
  }

  @Test
  void everyScreenedPairIsOnTheVoltaAndAtAnExtreme() {
    assertThat(table("k80")).noneMatch(Pair::screened);
    assertThat(table("p100")).noneMatch(Pair::screened);
    assertThat(table("v100").stream().filter(Pair::screened))
        .hasSize(51)
        .allMatch(pair -> pair.sum() < 0.5 || pair.sum() == 2);
    assertThat(table("v100").stream().filter(pair -> pair.fits() && !pair.screened()))
        .allMatch(pair -> pair.sum() >= 0.5 && pair.sum() < 2);
  }

  @Test
  void screenedPairFollowsTheLawInsteadOfTheTable() {
    assertThat(kept("recommendation-512", "V100", "recommendation-512"))
        .isCloseTo(1 / (2 * workload("recommendation-512").pressure()), within(1e-12));
    assertThat(kept("resnet18-64", "V100", "resnet18-64")).isLessThan(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"K80", "P100", "V100", "V100-SXM2-32", "A100", "RTX-3070"})
  void whetherTwoJobsFitDoesNotDependOnTheirOrder(String name) {
    GpuModel gpu = GPUS.require(name);
    for (WorkloadClass a : WorkloadCatalog.standard().all()) {
      for (WorkloadClass b : WorkloadCatalog.standard().all()) {
        double ab = PAIRS.retained(a, gpu, new WorkloadClass[] {b}, 1);
        double ba = PAIRS.retained(b, gpu, new WorkloadClass[] {a}, 1);
        assertThat(ab > 0).as(a.id() + " with " + b.id()).isEqualTo(ba > 0);
      }
    }
  }

  @Test
  void pairsThatDidNotFitKeepNothingButMayFitInMoreMemory() {
    assertThat(kept("resnet50-128", "V100", "resnet50-64")).isZero();
    assertThat(kept("resnet50-128", "V100M32", "resnet50-64")).isPositive();
    assertThat(kept("resnet50-128", "A10", "resnet50-128")).isPositive();
    assertThat(kept("resnet50-128", "RTX-4080", "resnet50-128")).isZero();
  }

  @Test
  void lawGivesEverythingUpToOneAndTheInverseBeyond() {
    WorkloadClass half = WorkloadClass.custom("half", "test", 1, 0.1, 0.5);
    WorkloadClass[] others = {half, half, half};
    GpuModel a100 = GPUS.require("A100");
    assertThat(PAIRS.retained(half, a100, others, 1)).isEqualTo(1);
    assertThat(PAIRS.retained(half, a100, others, 2)).isCloseTo(1 / 1.5, within(1e-12));
    assertThat(PAIRS.retained(half, a100, others, 3)).isCloseTo(0.5, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"K80", "V100", "A100"})
  void oneMoreJobNeverSpeedsAnotherUp(String name) {
    GpuModel gpu = GPUS.require(name);
    WorkloadClass third = workload("notebook");
    for (WorkloadClass a : MEASURED) {
      for (WorkloadClass b : MEASURED) {
        WorkloadClass[] others = {b, third};
        double two = PAIRS.retained(a, gpu, others, 1);
        assertThat(PAIRS.retained(a, gpu, others, 2)).isLessThanOrEqualTo(two);
      }
    }
  }

  @Test
  void memoryOfACrowdAddsUp() {
    assertThat(kept("resnet50-64", "A10", "resnet50-64", "resnet50-64")).isPositive();
    assertThat(kept("resnet50-64", "A10", "resnet50-64", "resnet50-64", "resnet50-64")).isZero();
  }

  /**
   * The accuracy stated in docs/models/contention.md, pairs in the sample the pressures were fitted
   * to.
   */
  @ParameterizedTest
  @CsvSource({"K80, k80, 0.088", "P100, p100, 0.098", "V100, v100, 0.152"})
  void lawIsAsFarFromThePairsAsDocumented(String name, String column, double meanError) {
    MeasuredGpu gpu = MeasuredGpu.ofColumn(column);
    PairTable table = new PairTable(WorkloadCatalog.standard());
    List<Double> errors = new ArrayList<>();
    for (WorkloadClass a : MEASURED) {
      for (WorkloadClass b : MEASURED) {
        double kept = table.kept(gpu, a.index(), b.index());
        if (kept > 0) {
          double sum = table.pressure(gpu, a.index()) + table.pressure(gpu, b.index());
          errors.add(Math.abs(kept - 1 / Math.max(1, sum)));
        }
      }
    }
    double mean = Statistics.mean(errors.stream().mapToDouble(Double::doubleValue).toArray());
    assertThat(mean).as(name).isCloseTo(meanError, within(0.005));
  }
}
