package org.edgetwin.agents.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umontreal.ssj.rng.RandomStream;

class CholeskyFactorTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5, 40})
  void agreesWithCommonsMath(int size) {
    RandomStream stream = new Streams(3, 1).stream("test/matrix");
    double[] b = new double[size];
    double[][] root = new double[size][size];
    for (int i = 0; i < size; i++) {
      b[i] = HiddenFactors.normal(stream);
      for (int j = 0; j < size; j++) {
        root[i][j] = HiddenFactors.normal(stream);
      }
    }
    if (size == 0) {
      assertThat(CholeskyFactor.ofInPlace(root).logDeterminant()).isZero();
      assertThat(CholeskyFactor.ofInPlace(root).solve(b)).isEmpty();
      return;
    }
    RealMatrix square = new Array2DRowRealMatrix(root);
    RealMatrix matrix =
        square.multiply(square.transpose()).add(MatrixUtils.createRealIdentityMatrix(size));
    CholeskyDecomposition reference = new CholeskyDecomposition(matrix);

    CholeskyFactor factor = CholeskyFactor.ofInPlace(matrix.getData());

    assertThat(factor.logDeterminant())
        .isCloseTo(Math.log(reference.getDeterminant()), within(1e-9));
    assertThat(factor.solve(b))
        .containsExactly(
            reference.getSolver().solve(new ArrayRealVector(b)).toArray(), within(1e-10));
    double[] half = factor.forwardSolve(b);
    assertThat(CholeskyFactor.dot(half, half, size))
        .isCloseTo(CholeskyFactor.dot(b, factor.solve(b), size), within(1e-10));
  }

  @Test
  void aMatrixThatIsNoCovarianceIsRejected() {
    assertThatThrownBy(() -> CholeskyFactor.ofInPlace(new double[][] {{1}, {2, 1}}))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("row 1");
  }
}
