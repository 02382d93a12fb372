package org.edgetwin.gpu.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.edgetwin.gpu.MeasuredGpu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PairKernelTest {
  private static final List<JobPair> PAIRS =
      GavelPairs.all(MeasuredGpu.V100).stream().map(MeasuredPair::jobs).toList();

  private static double[] parts(JobPair p, JobPair q, Symmetry symmetry) {
    double[] parts = new double[PairKernel.PARTS];
    PairKernel.parts(p, q, symmetry, parts);
    return parts;
  }

  private static JobPair turned(JobPair pair) {
    return new JobPair(pair.b(), pair.a());
  }

  @ParameterizedTest
  @EnumSource(Symmetry.class)
  void turningOnePairGivesTheSign(Symmetry symmetry) {
    for (int i = 0; i < PAIRS.size(); i += 7) {
      for (int j = 0; j < PAIRS.size(); j += 5) {
        double[] straight = parts(PAIRS.get(i), PAIRS.get(j), symmetry);
        double[] turned = parts(turned(PAIRS.get(i)), PAIRS.get(j), symmetry);
        for (int k = 0; k < PairKernel.PARTS; k++) {
          assertThat(turned[k]).isCloseTo(symmetry.sign() * straight[k], within(1e-12));
        }
      }
    }
  }

  @Test
  void twinsDoNotDiffer() {
    for (JobPair pair : PAIRS) {
      if (pair.isTwins()) {
        assertThat(parts(pair, pair, Symmetry.DIFFERENCE)).containsOnly(0);
        assertThat(parts(pair, pair, Symmetry.MEAN)).doesNotContain(0);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Symmetry.class)
  void everyPartIsACovariance(Symmetry symmetry) {
    int size = 60;
    for (int k = 0; k < PairKernel.PARTS; k++) {
      double[][] matrix = new double[size][size];
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          matrix[i][j] = parts(PAIRS.get(5 * i), PAIRS.get(5 * j), symmetry)[k];
        }
      }
      double[] eigenvalues =
          new EigenDecomposition(new Array2DRowRealMatrix(matrix, false)).getRealEigenvalues();
      assertThat(Arrays.stream(eigenvalues).min().orElseThrow())
          .as("part %d", k)
          .isGreaterThan(-1e-9);
    }
  }
}
