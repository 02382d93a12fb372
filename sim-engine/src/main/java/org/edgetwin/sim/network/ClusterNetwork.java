package org.edgetwin.sim.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The network of a cluster: which place each node is at, what is moved between places, and where
 * jobs put what they save. Nodes at one place share its lines and its disk: a data-centre site is
 * one place, because what has come over its line once is near all its machines; a machine at home
 * is a place of its own. Immutable.
 */
public final class ClusterNetwork {
  /** All data is everywhere. */
  public static final ClusterNetwork NONE =
      new ClusterNetwork(null, List.of(), List.of(), List.of(), 1);

  private final WideArea area;
  private final List<DataItem> items;
  private final List<Spot> spots;
  private final int[] placeArray;
  private final int connections;

  /**
   * What a place is to a cluster.
   *
   * @param diskBytes what it keeps of the items that were moved to it
   * @param store the place to which jobs that run here save
   * @param machine whether it is one machine, whose disk is out of reach when the machine leaves
   */
  public record Spot(double diskBytes, int store, boolean machine) {}

  /**
   * @param area the places
   * @param items what jobs may need
   * @param spots one for each place
   * @param placeOfNode by node
   * @param connections TCP connections of each transfer
   */
  public ClusterNetwork(
      WideArea area,
      List<DataItem> items,
      List<Spot> spots,
      List<Integer> placeOfNode,
      int connections) {
    this.area = area;
    this.items = List.copyOf(items);
    this.spots = List.copyOf(spots);
    placeArray = placeOfNode.stream().mapToInt(Integer::intValue).toArray();
    this.connections = connections;
  }

  /** The same with other lines of the same places. */
  public ClusterNetwork withPlaces(List<Place> places) {
    return new ClusterNetwork(
        area.withPlaces(places), items, spots, boxed(placeArray), connections);
  }

  private static List<Integer> boxed(int[] array) {
    List<Integer> list = new ArrayList<>();
    for (int value : array) {
      list.add(value);
    }
    return list;
  }

  public WideArea area() {
    return area;
  }

  public List<DataItem> items() {
    return items;
  }

  public Spot spot(int place) {
    return spots.get(place);
  }

  /** TCP connections of each transfer. */
  public int connections() {
    return connections;
  }

  /** The place of a node. */
  public int place(int node) {
    return placeArray[node];
  }

  /** Empty caches, one for each place. */
  public List<NodeCache> caches() {
    return spots.stream().map(spot -> new NodeCache(spot.diskBytes())).toList();
  }
}
