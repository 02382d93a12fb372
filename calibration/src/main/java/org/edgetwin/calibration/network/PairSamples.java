package org.edgetwin.calibration.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.network.Site;

/** Numbers on ordered pairs of sites: the mean of what was added to each. */
final class PairSamples {
  private final List<Site> sites;
  private final Map<Site, Integer> indexBySite = new HashMap<>();
  private final double[] sums;
  private final int[] counts;

  PairSamples(List<Site> sites) {
    this.sites = sites;
    for (Site site : sites) {
      indexBySite.put(site, indexBySite.size());
    }
    sums = new double[sites.size() * sites.size()];
    counts = new int[sums.length];
  }

  void add(Site from, Site to, double value) {
    int pair = indexBySite.get(from) * sites.size() + indexBySite.get(to);
    sums[pair] += value;
    counts[pair]++;
  }

  List<Site> sites() {
    return sites;
  }

  boolean isMeasured(int pair) {
    return counts[pair] > 0;
  }

  /** The mean on a pair; 0 if there is none. */
  double mean(int pair) {
    return counts[pair] == 0 ? 0 : sums[pair] / counts[pair];
  }

  int pairCount() {
    return sums.length;
  }
}
