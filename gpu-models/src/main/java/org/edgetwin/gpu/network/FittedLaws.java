package org.edgetwin.gpu.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.table.ShippedTable;

/** Reads the fitted constants of the laws from the resources of this package. */
final class FittedLaws {
  private final Map<String, Double> valueByName = new HashMap<>();

  private FittedLaws() {
    ShippedTable.rows(
        "network/constants.csv",
        row -> valueByName.put(row.getField("name"), ShippedTable.number(row, "value")));
  }

  static RttLaw rtt() {
    FittedLaws laws = new FittedLaws();
    return new RttLaw(
        laws.constant("rtt.base_ms"),
        laws.constant("rtt.detour"),
        laws.field("rtt"),
        laws.spread("rtt"));
  }

  static ThroughputLaw throughput() {
    FittedLaws laws = new FittedLaws();
    Map<NetworkPair, RateCap> capByNetworks = new HashMap<>();
    ShippedTable.rows(
        "network/rate-caps.csv",
        row ->
            capByNetworks.put(
                new NetworkPair(row.getField("from"), row.getField("to")),
                new RateCap(
                    ShippedTable.number(row, "cap_gbit_s"),
                    ShippedTable.number(row, "decay_per_s"))));
    return new ThroughputLaw(
        RttLaw.standard(), capByNetworks, laws.field("throughput"), laws.spread("throughput"));
  }

  private double constant(String name) {
    Double value = valueByName.get(name);
    if (value == null) {
      throw new IllegalStateException("The constant " + name + " is missing from the program.");
    }
    return value;
  }

  private LogSpread spread(String law) {
    return new LogSpread(
        constant(law + ".log_sd_measured"),
        constant(law + ".log_sd_unmeasured"),
        constant(law + ".log_sd_new_site"));
  }

  /** One row for each site, its weights with all sites in the order of the rows. */
  private PairField field(String law) {
    List<Site> sites = new ArrayList<>();
    List<double[]> rows =
        ShippedTable.rows(
            "network/" + law + "-weights.csv.gz",
            row -> {
              sites.add(CloudSites.standard().site(row.getField("from")));
              return row.getFields().stream().skip(1).mapToDouble(Double::parseDouble).toArray();
            });
    double[] weights = rows.stream().flatMapToDouble(Arrays::stream).toArray();
    SiteKernel kernel =
        new SiteKernel(
            constant(law + ".length_km"),
            constant(law + ".across_networks"),
            constant(law + ".own"));
    return new PairField(sites, kernel, constant(law + ".variance"), weights);
  }
}
