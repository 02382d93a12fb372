package org.edgetwin.gpu.reliability;

import static org.edgetwin.gpu.table.ShippedTable.number;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * The lives of the instances of a spot cluster, as a trace recorded them.
 *
 * @param lifeList by birth, in the order of the trace
 * @param endTime when the trace ends, seconds since its start
 */
public record LifeTrace(List<Life> lifeList, double endTime) {
  private static final double SECONDS_PER_MS = 1e-3;
  private static final List<String> BAMBOO_CLUSTERS = List.of("p3", "g4dn");

  /**
   * One instance.
   *
   * @param name as the trace calls it
   * @param birthTime when it appeared, seconds since the start of the trace
   * @param deathTime when it was taken away; positive infinity if it was alive at the end
   */
  public record Life(String name, double birthTime, double deathTime) {
    public Life {
      if (!(deathTime >= birthTime)) {
        throw new IllegalArgumentException(
            "The instance " + name + " died at " + deathTime + " s, born at " + birthTime + " s.");
      }
    }
  }

  public LifeTrace {
    lifeList = List.copyOf(lifeList);
  }

  /** Names of the traces that ship. */
  public static List<String> bambooClusters() {
    return BAMBOO_CLUSTERS;
  }

  /**
   * A trace of the Bamboo spot clusters [thorpe2023].
   *
   * @param cluster {@code p3} (V100) or {@code g4dn} (T4)
   */
  public static LifeTrace bamboo(String cluster) {
    if (!BAMBOO_CLUSTERS.contains(cluster)) {
      throw new IllegalArgumentException(
          "There is no trace of a cluster " + cluster + ". Maybe one of " + BAMBOO_CLUSTERS + ".");
    }
    List<Change> changes =
        ShippedTable.rows(
            "reliability/bamboo-" + cluster + ".csv",
            row ->
                new Change(
                    number(row, "time_ms") * SECONDS_PER_MS,
                    row.getField("change").equals("add"),
                    row.getField("node")));
    return of(changes);
  }

  /** What an observer knows at a time: later births are unknown, later deaths have not happened. */
  public LifeTrace until(double time) {
    return new LifeTrace(
        lifeList.stream()
            .filter(life -> life.birthTime() < time)
            .map(
                life ->
                    life.deathTime() <= time
                        ? life
                        : new Life(life.name(), life.birthTime(), Double.POSITIVE_INFINITY))
            .toList(),
        Math.min(time, endTime));
  }

  private record Change(double time, boolean added, String node) {}

  private static LifeTrace of(List<Change> changeList) {
    Map<String, Integer> aliveByName = new LinkedHashMap<>();
    List<Life> lives = new ArrayList<>();
    double end = 0;
    for (Change change : changeList) {
      end = change.time;
      if (change.added) {
        aliveByName.put(change.node, lives.size());
        lives.add(new Life(change.node, change.time, Double.POSITIVE_INFINITY));
      } else {
        int index = aliveByName.remove(change.node);
        lives.set(index, new Life(change.node, lives.get(index).birthTime(), change.time));
      }
    }
    return new LifeTrace(lives, end);
  }
}
