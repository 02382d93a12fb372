package org.edgetwin.sim.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.network.RttLaw;
import org.edgetwin.gpu.network.Site;
import org.edgetwin.gpu.network.TransferPrices;

/**
 * Round trips and prices between all sites of a network, looked up once: a law takes a hundred
 * times as long as an array. Immutable.
 */
final class SitePairs {
  private final Map<String, Integer> indexById = new LinkedHashMap<>();
  private final double[][] rttMs;
  private final double[][] usdPerGb;

  /** Of the distinct ones among some sites, told apart by id. */
  SitePairs(List<Site> sites, RttLaw rtt, TransferPrices prices) {
    Map<String, Site> distinct = new LinkedHashMap<>();
    sites.forEach(site -> distinct.putIfAbsent(site.id(), site));
    rttMs = new double[distinct.size()][distinct.size()];
    usdPerGb = new double[distinct.size()][distinct.size()];
    for (Site from : distinct.values()) {
      int row = indexById.size();
      indexById.put(from.id(), row);
      int column = 0;
      for (Site to : distinct.values()) {
        rttMs[row][column] = rtt.rttMs(from, to);
        usdPerGb[row][column++] = prices.usdPerGb(from, to);
      }
    }
  }

  int index(Site site) {
    Integer index = indexById.get(site.id());
    if (index == null) {
      throw new IllegalArgumentException(
          "The site " + site.id() + " is not in this network. Maybe make a new one.");
    }
    return index;
  }

  double rttMs(int from, int to) {
    return rttMs[from][to];
  }

  double usdPerGb(int from, int to) {
    return usdPerGb[from][to];
  }
}
