package org.edgetwin.gpu;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * The twelve regions the program knows, found by their own id or by the name a public cloud gives
 * them ({@code us-east-1}, {@code europe-west3}, {@code Japan East}). Immutable, loaded on first
 * use.
 */
public final class Regions {
  private static final class Holder {
    static final Regions STANDARD = new Regions();
  }

  private final List<Region> regionList;
  private final Map<String, Region> regionByName = new HashMap<>();
  private final TreeSet<String> nameSet = new TreeSet<>();

  private Regions() {
    List<Region> regions = new ArrayList<>();
    ShippedTable.forEach(
        "regions/regions.csv",
        row -> {
          Region region = parse(row, regions.size());
          regions.add(region);
          nameSet.add(region.id());
          for (String column : List.of("region_id", "aws_region", "azure_region", "gcp_region")) {
            register(row.getField(column), region);
          }
        });
    regionList = List.copyOf(regions);
  }

  /** The regions shipped with the program. */
  public static Regions standard() {
    return Holder.STANDARD;
  }

  /** All regions in table order: the region at position i has index i. */
  public List<Region> all() {
    return regionList;
  }

  /** The region of that id or cloud name; case, spaces and hyphens do not matter. */
  public Optional<Region> find(String name) {
    return Optional.ofNullable(regionByName.get(NearestNames.canonical(name)));
  }

  /** At most three known ids close to an unknown one, nearest first. */
  public List<String> suggest(String name) {
    return NearestNames.suggest(name, nameSet);
  }

  /** Index of a region that is one of these; {@link Region#NOT_CATALOGUED} for any other. */
  int indexOf(Region region) {
    int index = region.index();
    return index >= 0 && index < regionList.size() && regionList.get(index).equals(region)
        ? index
        : Region.NOT_CATALOGUED;
  }

  private void register(String name, Region region) {
    if (!name.isEmpty()) {
      regionByName.putIfAbsent(NearestNames.canonical(name), region);
    }
  }

  private static Region parse(NamedCsvRecord row, int index) {
    return new Region(
        row.getField("region_id"),
        row.getField("place"),
        ShippedTable.number(row, "lat"),
        ShippedTable.number(row, "lon"),
        ShippedTable.number(row, "grid_g_per_kwh"),
        ShippedTable.number(row, "electricity_usd_kwh"),
        index);
  }
}
