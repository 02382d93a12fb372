package org.edgetwin.sim.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.edgetwin.sim.optimize.Matching.Edge;
import org.junit.jupiter.api.Test;

final class MatchingTest {
  private final Matching matching = Matching.standard();

  @Test
  void assignmentsAgreeWithAllPermutations() {
    Random random = new Random(3);
    for (int instance = 0; instance < 40; instance++) {
      int rows = 1 + random.nextInt(5);
      int columns = rows + random.nextInt(3);
      double[][] cost = new double[rows][columns];
      for (double[] row : cost) {
        for (int i = 0; i < columns; i++) {
          row[i] = 10 * random.nextDouble() - 3;
        }
      }
      int[] columnOfRow = matching.assign(cost);
      assertThat(columnOfRow).doesNotHaveDuplicates();
      double total = 0;
      for (int row = 0; row < rows; row++) {
        total += cost[row][columnOfRow[row]];
      }
      assertThat(total).isCloseTo(cheapest(cost, 0, 0), within(1e-9));
      assertThat(matching.assign(cost)).containsExactly(columnOfRow);
    }
  }

  private static double cheapest(double[][] cost, int row, int taken) {
    if (row == cost.length) {
      return 0;
    }
    double best = Double.POSITIVE_INFINITY;
    for (int column = 0; column < cost[0].length; column++) {
      if ((taken >> column & 1) == 0) {
        best = Math.min(best, cost[row][column] + cheapest(cost, row + 1, taken | 1 << column));
      }
    }
    return best;
  }

  @Test
  void matchingsAgreeWithAllMatchings() {
    Random random = new Random(5);
    for (int instance = 0; instance < 40; instance++) {
      int vertices = 2 + random.nextInt(7);
      double[][] weight = new double[vertices][vertices];
      List<Edge> edges = new ArrayList<>();
      for (int i = 0; i < vertices; i++) {
        for (int j = i + 1; j < vertices; j++) {
          if (random.nextInt(3) > 0) {
            weight[i][j] = 10 * random.nextDouble() - 2;
            edges.add(new Edge(i, j, weight[i][j]));
          }
        }
      }
      int[] partner = matching.maximumWeight(vertices, edges);
      double total = 0;
      for (int i = 0; i < vertices; i++) {
        if (partner[i] != Matching.NONE) {
          assertThat(partner[partner[i]]).isEqualTo(i);
          total += weight[Math.min(i, partner[i])][Math.max(i, partner[i])] / 2;
        }
      }
      assertThat(total).isCloseTo(heaviest(weight, 0), within(1e-9));
      assertThat(matching.maximumWeight(vertices, edges)).containsExactly(partner);
    }
  }

  /** Of the vertices that are not in a set of bits. */
  private static double heaviest(double[][] weight, int taken) {
    int first = Integer.numberOfTrailingZeros(~taken);
    if (first >= weight.length) {
      return 0;
    }
    double best = heaviest(weight, taken | 1 << first);
    for (int other = first + 1; other < weight.length; other++) {
      if ((taken >> other & 1) == 0 && weight[first][other] > 0) {
        best =
            Math.max(
                best, weight[first][other] + heaviest(weight, taken | 1 << first | 1 << other));
      }
    }
    return best;
  }

  @Test
  void nobodyIsMatchedForNothing() {
    assertThat(matching.maximumWeight(2, List.of(new Edge(0, 1, -1)))).containsExactly(-1, -1);
    assertThat(matching.assign(new double[0][])).isEmpty();
    assertThatThrownBy(() -> matching.assign(new double[][] {{1}, {2}}))
        .hasMessageContaining("2 rows");
  }
}
