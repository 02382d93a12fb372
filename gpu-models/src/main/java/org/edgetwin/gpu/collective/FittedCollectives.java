package org.edgetwin.gpu.collective;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * Collectives of the systems that Vidur [vidur2024] measured: DGX nodes of A100 and H100, and nodes
 * of four GPUs with NVLink between pairs. Curves answer for measured groups, fitted laws for
 * others.
 *
 * <p>Limits: messages of 2 kB to 64 MB (512 MB for the A100 pairs), two nodes at most, 2024
 * software. Loading is done once; a look-up is a map access.
 */
public final class FittedCollectives {
  private static final class Holder {
    static final FittedCollectives STANDARD = new FittedCollectives();
  }

  private record Key(Operation operation, Group group) {}

  private final Map<Key, Link> laws = new LinkedHashMap<>();
  private final Map<Key, MeasuredCurve> curves = new LinkedHashMap<>();

  private FittedCollectives() {
    ShippedTable.rows("collectives/laws.csv", FittedCollectives::law)
        .forEach(row -> laws.put(row.getKey(), row.getValue()));
    Map<Key, List<MeasuredCurve.Point>> points = new LinkedHashMap<>();
    ShippedTable.rows("collectives/curves.csv", FittedCollectives::point)
        .forEach(
            row ->
                points.computeIfAbsent(row.getKey(), key -> new ArrayList<>()).add(row.getValue()));
    points.forEach((key, list) -> curves.put(key, new MeasuredCurve(list)));
  }

  /** The constants shipped with the program. */
  public static FittedCollectives standard() {
    return Holder.STANDARD;
  }

  /**
   * The all-reduce of a group: as measured, else by the law of the measured group of that system
   * that is nearest in its number of workers, among those that cross nodes or do not, like it.
   *
   * @throws IllegalArgumentException if the system was not measured in this way
   */
  public AllReduce allReduce(Group group) {
    if (group.workers() == 1) {
      return new RingAllReduce(new Link(0, Double.MAX_VALUE), 1);
    }
    MeasuredCurve curve = curves.get(new Key(Operation.ALL_REDUCE, group));
    return curve != null
        ? new MeasuredAllReduce(curve, group.workers())
        : new BusBandwidthLaw(nearest(group), group.workers());
  }

  /**
   * Start-up and bus bandwidth fitted to a measured group; bandwidth in one direction of a pair
   * that sends and receives.
   *
   * @throws IllegalArgumentException if the group was not measured
   */
  public Link law(Operation operation, Group group) {
    Link law = laws.get(new Key(operation, group));
    if (law == null) {
      throw notMeasured(operation, group);
    }
    return law;
  }

  /**
   * Seconds by bytes of a measured group.
   *
   * @throws IllegalArgumentException if the group was not measured
   */
  public MeasuredCurve curve(Operation operation, Group group) {
    MeasuredCurve curve = curves.get(new Key(operation, group));
    if (curve == null) {
      throw notMeasured(operation, group);
    }
    return curve;
  }

  private Link nearest(Group group) {
    return laws.entrySet().stream()
        .filter(law -> law.getKey().operation() == Operation.ALL_REDUCE)
        .filter(law -> law.getKey().group().system().equals(group.system()))
        .filter(law -> (law.getKey().group().nodes() > 1) == (group.nodes() > 1))
        .min(Comparator.comparingDouble(law -> distance(law.getKey().group(), group)))
        .orElseThrow(() -> notMeasured(Operation.ALL_REDUCE, group))
        .getValue();
  }

  private static double distance(Group a, Group b) {
    return Math.abs(Math.log((double) a.perNode() / b.perNode()))
        + Math.abs(Math.log((double) a.nodes() / b.nodes()));
  }

  private IllegalArgumentException notMeasured(Operation operation, Group group) {
    return new IllegalArgumentException(
        "No %s of %s was measured. Maybe one of the systems %s stands in for it."
            .formatted(
                operation,
                group,
                laws.keySet().stream().map(key -> key.group().system()).distinct().toList()));
  }

  private static Map.Entry<Key, Link> law(NamedCsvRecord row) {
    return Map.entry(
        key(row),
        new Link(
            ShippedTable.number(row, "startup_seconds"),
            ShippedTable.number(row, "bytes_per_second")));
  }

  private static Map.Entry<Key, MeasuredCurve.Point> point(NamedCsvRecord row) {
    return Map.entry(
        key(row),
        new MeasuredCurve.Point(
            ShippedTable.number(row, "bytes"), ShippedTable.number(row, "seconds")));
  }

  private static Key key(NamedCsvRecord row) {
    return new Key(
        Operation.valueOf(row.getField("operation")),
        new Group(
            row.getField("system"),
            ShippedTable.count(row, "workers"),
            ShippedTable.count(row, "per_node")));
  }
}
