package org.edgetwin.scenarios.model;

import java.util.List;

/** The machines: listed, read from a node list, or sized from the jobs. */
public record FleetPlan(
    @Key(doc = "Groups of equal nodes.", preset = "[]") List<NodePlan> nodes,
    @Key(doc = "Nodes read from files.", preset = "[]") List<InventoryPlan> inventories,
    @Key(
            doc =
                "Fleets computed from the work of a trace, so that its virtual clusters are"
                    + " loaded as wanted.",
            preset = "[]")
        List<FleetSizing> sizeFrom) {
  /** Region of nodes that name none. */
  public static final String NO_REGION = "local";

  public FleetPlan {
    Bounds.check(
        !nodes.isEmpty() || !inventories.isEmpty() || !sizeFrom.isEmpty(),
        "The fleet has no machines. Maybe add a group under fleet.nodes.");
    long total = nodes.stream().mapToLong(NodePlan::count).sum();
    Bounds.check(
        total <= NodePlan.MOST_NODES,
        "The fleet has " + total + " nodes; at most " + NodePlan.MOST_NODES + " are simulated.");
  }

  /** Whether the price of some group moves. */
  public boolean pricesMove() {
    return nodes.stream().anyMatch(node -> node.pricing().moves());
  }

  /** Whether nodes come and go for as long as the run lasts. */
  public boolean comesAndGoes() {
    return nodes.stream().anyMatch(node -> node.availability().isEndless());
  }

  /** Whether that happens at random. */
  public boolean isRandom() {
    return nodes.stream().anyMatch(node -> node.availability().isRandom());
  }
}
