package org.edgetwin.sim.policies.packing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.scheduling.ScoreTerm;

/** The few nodes of the highest scores, for people who ask why; ties as in the choice. */
final class BestNodes {
  private static final int MOST = 3;

  private record Scored(NodeView node, int score) {}

  private final List<Scored> nodes = new ArrayList<>();

  void add(NodeView node, int score) {
    nodes.add(new Scored(node, score));
  }

  List<ScoreTerm> terms() {
    return nodes.stream()
        .sorted(
            Comparator.comparingInt((Scored scored) -> -scored.score)
                .thenComparingInt(scored -> scored.node.index()))
        .limit(MOST)
        .map(
            scored ->
                new ScoreTerm(
                    scored.node.spec().name(), "score of the node, largest first", scored.score))
        .toList();
  }
}
