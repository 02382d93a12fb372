package org.edgetwin.agents.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class MachineGraphTest {
  private static MachineFeatures machine(String gpu, String site, double... numbers) {
    List<Double> list = new ArrayList<>();
    for (double number : numbers) {
      list.add(number);
    }
    return new MachineFeatures(gpu, site, list);
  }

  @Test
  void weightsAreThoseOfTheFormula() {
    // Population standard deviation of 0 and 4 is 2, so the two lie 2 apart.
    MachineGraph graph =
        MachineGraph.nearestNeighbours(
            List.of(machine("a", "x", 0, 7), machine("b", "x", 4, 7)), 5);

    assertThat(graph.weight(0, 1)).isCloseTo(0.25 * Math.exp(-2), within(1e-15));
    assertThat(graph.weight(1, 0)).isEqualTo(graph.weight(0, 1));
    assertThat(graph.weight(0, 0)).isZero();
  }

  @Test
  void everyMachineGetsItsNearestAndThoseAsNear() {
    List<MachineFeatures> fleet =
        List.of(
            machine("a", "x"),
            machine("a", "x"),
            machine("a", "x"),
            machine("b", "y"),
            machine("b", "x"));

    MachineGraph graph = MachineGraph.nearestNeighbours(fleet, 1);

    assertThat(graph.weight(0, 1)).isEqualTo(1);
    assertThat(graph.weight(0, 2)).isEqualTo(1);
    // The nearest to machine 4 are those of its site and the one of its type, all alike.
    assertThat(graph.weight(4, 0)).isEqualTo(0.25);
    assertThat(graph.weight(4, 3)).isEqualTo(0.25);
    assertThat(graph.weight(3, 0)).isZero();
  }

  @Test
  void figuresThatDoNotMatchAreRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                MachineGraph.nearestNeighbours(List.of(machine("a", "x", 1), machine("a", "x")), 1))
        .withMessageContaining("Machine 1 has 0 numbers");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MachineGraph.nearestNeighbours(List.of(), 0));
  }

  @Test
  void clustersActAsOneAndShareNothing() {
    double[][] weights = new double[7][7];
    for (int a = 0; a < 7; a++) {
      for (int b = 0; b < 7; b++) {
        weights[a][b] = a != b && (a < 4) == (b < 4) ? 0.3 : 0;
      }
    }

    double[][] kernel = RandomWalkKernel.of(weights);

    // S has the eigenvalues 1 and -1/(s-1), so K has 2^8 and (1 - 1/(s-1))^8 before scaling.
    double rest = Math.pow(1 - 1 / 3.0, 8);
    double shared = (256 - rest) / 4;
    assertThat(kernel[0][1]).isCloseTo(shared / (shared + rest), within(1e-12));
    assertThat(kernel[0][5]).isZero();
    assertThat(kernel[5][5]).isEqualTo(1);
  }

  @Test
  void unrelatedMachinesShareNothing() {
    assertThat(MachineGraph.unrelated(3).kernel())
        .isDeepEqualTo(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    assertThat(MachineGraph.unrelated(0).kernel()).isEmpty();
  }

  @Test
  void theKernelIsACorrelationMatrixOnAnyGraph() {
    RandomStream stream = new Streams(11, 1).stream("test/graphs");
    for (int trial = 0; trial < 20; trial++) {
      int size = stream.nextInt(1, 40);
      List<MachineFeatures> fleet = new ArrayList<>();
      for (int m = 0; m < size; m++) {
        fleet.add(
            machine(
                "gpu-" + stream.nextInt(0, 2),
                "site-" + stream.nextInt(0, 3),
                HiddenFactors.normal(stream),
                HiddenFactors.normal(stream)));
      }

      double[][] kernel = MachineGraph.nearestNeighbours(fleet, stream.nextInt(1, 10)).kernel();

      double[] eigenvalues =
          new EigenDecomposition(new Array2DRowRealMatrix(kernel)).getRealEigenvalues();
      for (int a = 0; a < size; a++) {
        assertThat(eigenvalues[a]).isGreaterThan(-1e-10);
        assertThat(kernel[a][a]).isEqualTo(1);
        for (int b = 0; b < size; b++) {
          assertThat(kernel[a][b]).isCloseTo(kernel[b][a], within(1e-12)).isBetween(0.0, 1 + 1e-12);
        }
      }
    }
  }
}
