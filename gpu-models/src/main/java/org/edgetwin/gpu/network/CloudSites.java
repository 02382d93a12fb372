package org.edgetwin.gpu.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.edgetwin.gpu.NearestNames;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * The regions of three public clouds, by id: {@code aws:us-east-1}, {@code azure:eastus}, {@code
 * gcp:us-east4}. GCP has two networks: its own backbone, and the public internet ({@code
 * gcp:us-east4/standard} on {@link #GCP_STANDARD}). Immutable, loaded on first use.
 */
public final class CloudSites {
  /** GCP's cheaper network tier, which hands packets to the public internet near the sender. */
  public static final String GCP_STANDARD = "gcp-standard";

  private static final String GCP = "gcp";
  private static final String STANDARD_SUFFIX = "/standard";

  private static final class Holder {
    static final CloudSites STANDARD = new CloudSites();
  }

  private final Map<String, Site> siteById = new LinkedHashMap<>();

  private CloudSites() {
    List<Site> standardTier = new ArrayList<>();
    ShippedTable.rows(
            "network/cloud-sites.csv",
            row -> {
              String id = row.getField("id");
              return new Site(
                  id,
                  id.substring(0, id.indexOf(':')),
                  ShippedTable.number(row, "latitude"),
                  ShippedTable.number(row, "longitude"));
            })
        .forEach(
            site -> {
              siteById.put(site.id(), site);
              if (site.network().equals(GCP)) {
                standardTier.add(
                    new Site(
                        site.id() + STANDARD_SUFFIX,
                        GCP_STANDARD,
                        site.latitude(),
                        site.longitude()));
              }
            });
    standardTier.forEach(site -> siteById.put(site.id(), site));
  }

  /** The sites shipped with the program. */
  public static CloudSites standard() {
    return Holder.STANDARD;
  }

  /** All of them, in table order, those on {@link #GCP_STANDARD} last. */
  public List<Site> all() {
    return List.copyOf(siteById.values());
  }

  public Optional<Site> find(String id) {
    return Optional.ofNullable(siteById.get(id));
  }

  /**
   * The site of that id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Site site(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no cloud site "
                        + id
                        + ". Maybe one of "
                        + NearestNames.suggest(id, siteById.keySet())
                        + "."));
  }

  /** The cloud's region that a site belongs to, whatever its network tier. */
  public static String regionOf(Site site) {
    return site.id().endsWith(STANDARD_SUFFIX)
        ? site.id().substring(0, site.id().length() - STANDARD_SUFFIX.length())
        : site.id();
  }
}
