package org.edgetwin.gpu.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * What a cloud charges for bytes that leave a site for another, USD/GB: list prices of 2022
 * [skyplane]. Inside a site, and out of a place on no cloud, 0. To a place on no cloud, and between
 * sites without a listed price, the median of what the same site charges towards other clouds, or,
 * if it has no price at all, of its cloud.
 */
public final class TransferPrices {
  private record Price(String from, String to, double usdPerGb) {
    boolean leavesCloud() {
      return !cloud(from).equals(cloud(to));
    }
  }

  private static final class Holder {
    static final TransferPrices STANDARD = new TransferPrices();
  }

  private final Map<String, Map<String, Double>> usdPerGb = new HashMap<>();
  private final Map<String, Double> abroadByOrigin = new HashMap<>();

  private TransferPrices() {
    List<Price> prices =
        ShippedTable.rows(
            "network/egress.csv.gz",
            row ->
                new Price(
                    row.getField("from"),
                    row.getField("to"),
                    ShippedTable.number(row, "usd_per_gb")));
    Map<String, List<Double>> abroad = new HashMap<>();
    for (Price price : prices) {
      usdPerGb
          .computeIfAbsent(price.from(), from -> new HashMap<>())
          .put(price.to(), price.usdPerGb());
      if (price.leavesCloud()) {
        for (String origin : List.of(price.from(), cloud(price.from()))) {
          abroad.computeIfAbsent(origin, any -> new ArrayList<>()).add(price.usdPerGb());
        }
      }
    }
    abroad.forEach((origin, values) -> abroadByOrigin.put(origin, median(values)));
  }

  /** The prices shipped with the program. */
  public static TransferPrices standard() {
    return Holder.STANDARD;
  }

  /** Price of one GB (10^9 bytes) sent, USD. */
  public double usdPerGb(Site from, Site to) {
    String origin = CloudSites.regionOf(from);
    String destination = CloudSites.regionOf(to);
    if (origin.equals(destination) || from.network().equals(Site.NO_NETWORK)) {
      return 0;
    }
    Double listed = usdPerGb.getOrDefault(origin, Map.of()).get(destination);
    if (listed != null) {
      return listed;
    }
    Double abroad = abroadByOrigin.getOrDefault(origin, abroadByOrigin.get(cloud(origin)));
    if (abroad == null) {
      throw new IllegalArgumentException(
          "No price is known for bytes that leave "
              + from.id()
              + ". Maybe put it on no network, or on one of aws, azure, gcp.");
    }
    return abroad;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private static String cloud(String id) {
    int colon = id.indexOf(':');
    return colon < 0 ? id : id.substring(0, colon);
  }
}
