package org.edgetwin.sim.optimize;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.matching.KuhnMunkresMinimalWeightBipartitePerfectMatching;
import org.jgrapht.alg.matching.blossom.v5.KolmogorovWeightedMatching;
import org.jgrapht.alg.matching.blossom.v5.ObjectiveSense;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jgrapht.util.SupplierUtil;

/** The port to JGraphT: Kuhn and Munkres for assignments, Blossom V for general graphs. */
final class JGraphTMatching implements Matching {
  @Override
  public int[] assign(double[][] cost) {
    int rows = cost.length;
    if (rows == 0) {
      return new int[0];
    }
    int columns = cost[0].length;
    if (columns < rows) {
      throw new IllegalArgumentException(
          rows + " rows cannot have a column each of " + columns + ".");
    }
    // The algorithm wants a square: rows that cost nothing take the columns that are left over.
    Graph<Integer, DefaultWeightedEdge> graph = graph(2 * columns);
    Set<Integer> left = new LinkedHashSet<>();
    Set<Integer> right = new LinkedHashSet<>();
    for (int i = 0; i < columns; i++) {
      left.add(i);
      right.add(columns + i);
    }
    for (int row = 0; row < columns; row++) {
      for (int column = 0; column < columns; column++) {
        double weight = row < rows ? cost[row][column] : 0;
        graph.setEdgeWeight(graph.addEdge(row, columns + column), weight);
      }
    }
    int[] partner =
        partners(
            graph,
            new KuhnMunkresMinimalWeightBipartitePerfectMatching<>(graph, left, right)
                .getMatching()
                .getEdges());
    int[] columnOfRow = new int[rows];
    for (int row = 0; row < rows; row++) {
      columnOfRow[row] = partner[row] - columns;
    }
    return columnOfRow;
  }

  @Override
  public int[] maximumWeight(int vertices, List<Edge> edges) {
    Graph<Integer, DefaultWeightedEdge> graph = graph(vertices);
    for (Edge edge : edges) {
      if (edge.weight() > 0) {
        graph.setEdgeWeight(graph.addEdge(edge.first(), edge.second()), edge.weight());
      }
    }
    if (graph.edgeSet().isEmpty()) {
      int[] nobody = new int[vertices];
      Arrays.fill(nobody, NONE);
      return nobody;
    }
    return partners(
        graph,
        new KolmogorovWeightedMatching<>(graph, ObjectiveSense.MAXIMIZE).getMatching().getEdges());
  }

  private static Graph<Integer, DefaultWeightedEdge> graph(int vertices) {
    // Blossom V adds vertices of its own behind ours.
    Graph<Integer, DefaultWeightedEdge> graph =
        new SimpleWeightedGraph<>(
            SupplierUtil.createIntegerSupplier(vertices),
            SupplierUtil.createDefaultWeightedEdgeSupplier());
    for (int i = 0; i < vertices; i++) {
      graph.addVertex(i);
    }
    return graph;
  }

  private static int[] partners(
      Graph<Integer, DefaultWeightedEdge> graph, Set<DefaultWeightedEdge> matching) {
    int[] partner = new int[graph.vertexSet().size()];
    Arrays.fill(partner, NONE);
    for (DefaultWeightedEdge edge : matching) {
      int source = graph.getEdgeSource(edge);
      int target = graph.getEdgeTarget(edge);
      partner[source] = target;
      partner[target] = source;
    }
    return partner;
  }
}
