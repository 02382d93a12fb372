package org.edgetwin.calibration.network;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.edgetwin.gpu.network.CloudSites;
import org.edgetwin.gpu.network.Site;

/** The ends of Skyplane's measurements. */
final class SkyplaneSites {
  private static final String STANDARD_TIER = "STANDARD";

  private SkyplaneSites() {}

  /** One end of a row; GCP's regions come with a zone, {@code gcp:us-east4-a}. */
  static Site end(NamedCsvRecord row, String end) {
    String region = row.getField(end + "_region");
    String id = region.startsWith("gcp:") ? region.substring(0, region.length() - 2) : region;
    boolean standard = row.getField(end + "_tier").equals(STANDARD_TIER);
    return CloudSites.standard().site(standard ? id + "/standard" : id);
  }

  /** All ends, each once, by id. */
  static List<Site> of(Stream<Site> ends) {
    return ends.distinct().sorted(Comparator.comparing(Site::id)).toList();
  }
}
