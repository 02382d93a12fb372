package org.edgetwin.gpu.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.util.Pair;
import org.edgetwin.gpu.MeasuredGpu;
import org.edgetwin.gpu.WorkloadCatalog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The errors of the law of summed pressures that {@code docs/models/contention.md} tells. */
class SummedPressureTest {
  private static final int FOLDS = 5;
  private static final int CLASSES = 26;
  private static final PairTable TABLE = new PairTable(WorkloadCatalog.standard());

  /** What a class keeps beside another one. */
  private record Kept(int self, int other, double share) {
    double error(double[] pressures) {
      return Math.abs(1 / Math.max(1, pressures[self] + pressures[other]) - share);
    }
  }

  @ParameterizedTest
  @CsvSource({"K80, 0.088, 0.090", "P100, 0.098, 0.103", "V100, 0.152, 0.158"})
  void errorsAreThoseOfThePage(MeasuredGpu gpu, double inTheFit, double leftOut) {
    List<List<Kept>> pairs = pairs(gpu);
    double[] shipped = new double[CLASSES];
    Arrays.setAll(shipped, i -> TABLE.pressure(gpu, i));

    assertThat(meanError(flat(pairs), shipped)).isCloseTo(inTheFit, within(0.003));
    assertThat(leftOutError(pairs)).isCloseTo(leftOut, within(0.003));
    assertThat(UncertainPairs.sd(gpu)).isEqualTo(Math.sqrt(Math.PI / 2) * leftOut);
  }

  /** Both directions of a pair, so that they are left out together. */
  private static List<List<Kept>> pairs(MeasuredGpu gpu) {
    List<List<Kept>> pairs = new ArrayList<>();
    for (int a = 0; a < CLASSES; a++) {
      for (int b = a; b < CLASSES; b++) {
        double kept = TABLE.kept(gpu, a, b);
        if (kept > 0) {
          Kept mine = new Kept(a, b, kept);
          pairs.add(a == b ? List.of(mine) : List.of(mine, new Kept(b, a, TABLE.kept(gpu, b, a))));
        }
      }
    }
    Collections.shuffle(pairs, new Random(1));
    return pairs;
  }

  private static List<Kept> flat(List<List<Kept>> pairs) {
    return pairs.stream().flatMap(List::stream).toList();
  }

  private static double meanError(List<Kept> all, double[] pressures) {
    return all.stream().mapToDouble(kept -> kept.error(pressures)).average().orElseThrow();
  }

  private static double leftOutError(List<List<Kept>> pairs) {
    double sum = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      List<List<Kept>> fitted = new ArrayList<>();
      List<List<Kept>> held = new ArrayList<>();
      for (int i = 0; i < pairs.size(); i++) {
        (i % FOLDS == fold ? held : fitted).add(pairs.get(i));
      }
      double[] pressures = fit(flat(fitted));
      sum += flat(held).stream().mapToDouble(kept -> kept.error(pressures)).sum();
    }
    return sum / flat(pairs).size();
  }

  /** Pressures of least squares. */
  private static double[] fit(List<Kept> all) {
    MultivariateJacobianFunction law =
        point -> {
          double[] values = new double[all.size()];
          double[][] slopes = new double[all.size()][CLASSES];
          for (int i = 0; i < values.length; i++) {
            Kept kept = all.get(i);
            double sum = point.getEntry(kept.self()) + point.getEntry(kept.other());
            values[i] = 1 / Math.max(1, sum);
            double slope = sum > 1 ? -1 / (sum * sum) : 0;
            slopes[i][kept.self()] += slope;
            slopes[i][kept.other()] += slope;
          }
          return new Pair<>(new ArrayRealVector(values), new Array2DRowRealMatrix(slopes));
        };
    double[] start = new double[CLASSES];
    Arrays.fill(start, 0.7);
    return new LevenbergMarquardtOptimizer()
        .optimize(
            new LeastSquaresBuilder()
                .start(start)
                .target(all.stream().mapToDouble(Kept::share).toArray())
                .model(law)
                .parameterValidator(
                    point -> point.map(pressure -> Math.max(0, Math.min(1, pressure))))
                .maxEvaluations(1000)
                .maxIterations(1000)
                .build())
        .getPoint()
        .toArray();
  }
}
