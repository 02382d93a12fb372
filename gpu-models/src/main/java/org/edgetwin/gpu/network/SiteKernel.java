package org.edgetwin.gpu.network;

import java.util.List;

/**
 * How alike two sites are as ends of a path: {@code e^(-d/length) (across + (1 - across) [same
 * network]) + own [same site]}, with d their distance. A covariance function [rasmussen2006].
 *
 * @param lengthKm the distance over which sites become unlike, km
 * @param acrossNetworks how alike neighbours on different networks are, 0 to 1
 * @param own what is a site's alone
 */
public record SiteKernel(double lengthKm, double acrossNetworks, double own) {
  public double similarity(Site a, Site b) {
    boolean sameNetwork = a.network().equals(b.network()) && !a.network().equals(Site.NO_NETWORK);
    double shared = sameNetwork ? 1 : acrossNetworks;
    return Math.exp(-a.distanceKm(b) / lengthKm) * shared + (a.id().equals(b.id()) ? own : 0);
  }

  /**
   * Between each two of some sites.
   *
   * @param sites n of them
   * @return double[n][n], row-major
   */
  public double[] matrix(List<Site> sites) {
    int count = sites.size();
    double[] matrix = new double[count * count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        matrix[i * count + j] = similarity(sites.get(i), sites.get(j));
      }
    }
    return matrix;
  }
}
