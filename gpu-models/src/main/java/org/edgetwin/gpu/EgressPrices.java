package org.edgetwin.gpu;

import org.edgetwin.gpu.table.ShippedTable;

/**
 * What a data centre charges for bytes that leave a region for another, USD/GB: AWS list prices
 * between the twelve regions. Inside a region, and from or to a region that is not in the table, 0:
 * a community node pays its own line by the month.
 */
public final class EgressPrices {
  private static final class Holder {
    static final EgressPrices STANDARD = new EgressPrices(Regions.standard());
  }

  private final Regions regions;
  private final double[] usdPerGb;

  private EgressPrices(Regions regions) {
    this.regions = regions;
    int count = regions.all().size();
    usdPerGb = new double[count * count];
    ShippedTable.forEach(
        "regions/links.csv",
        row -> {
          int from = regions.find(row.getField("from")).orElseThrow().index();
          int to = regions.find(row.getField("to")).orElseThrow().index();
          if (from != to) {
            usdPerGb[from * count + to] = ShippedTable.number(row, "egress_usd_gb_forward");
            usdPerGb[to * count + from] = ShippedTable.number(row, "egress_usd_gb_back");
          }
        });
  }

  /** The table shipped with the program. */
  public static EgressPrices standard() {
    return Holder.STANDARD;
  }

  /** Price of one GB sent, USD. */
  public double usdPerGb(Region from, Region to) {
    int fromIndex = regions.indexOf(from);
    int toIndex = regions.indexOf(to);
    return fromIndex < 0 || toIndex < 0 ? 0 : usdPerGb[fromIndex * regions.all().size() + toIndex];
  }
}
